/**
 * Pseudo-random numbers as data: sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state that is
 * passed in and returned, so that chance is part of the record and every engine agrees.
 */
export type PrngState = readonly [number, number, number, number];

/** State from a seed (any finite number) and an optional name, so that independent streams differ. */
export function seedPrng(seed: number, name = ""): PrngState {
  const mix = mixer(`${seed}|${name}`);
  const { draw, state } = stream([mix(), mix(), mix(), mix()]);
  for (let i = 0; i < 12; i += 1) draw();
  return state();
}

/** A number in [0, 1) and the following state. */
export function next(state: PrngState): { readonly value: number; readonly state: PrngState } {
  const following = stream(state);
  return { value: following.draw(), state: following.state() };
}

/** A generator that hides its state, for loops that draw many numbers: `draw()` in [0, 1). The four words are 32-bit integers. */
export function stream(start: PrngState): { readonly draw: () => number; readonly state: () => PrngState } {
  let [a, b, c, d] = start;
  return {
    draw: () => {
      const sum = (((a + b) | 0) + d) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + sum) | 0;
      d = (d + 1) | 0;
      return (sum >>> 0) / 4294967296;
    },
    state: () => [a >>> 0, b >>> 0, c >>> 0, d >>> 0],
  };
}

/** Fisher–Yates over a copy. */
export function shuffled<T>(items: readonly T[], draw: () => number): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = Math.floor(draw() * (i + 1));
    const held = copy[i] as T;
    copy[i] = copy[j] as T;
    copy[j] = held;
  }
  return copy;
}

/** xmur3-like string hash giving successive 32-bit words. */
function mixer(text: string): () => number {
  let h = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i += 1) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507);
    h = Math.imul(h ^ (h >>> 13), 3266489909);
    return (h ^= h >>> 16) >>> 0;
  };
}
