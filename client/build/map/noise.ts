import { next, seedPrng } from "#shared/lib/prng.ts";

/** Smooth noise in [−1, 1] over the plane: the same for the same seed on every machine. */
export type Noise = (x: number, y: number) => number;

const SIZE = 64;

/** Value noise on a lattice of the given wavelength, blended by a smoothstep. */
function noiseOf(seed: number, name: string, wavelength: number): Noise {
  const values = table(seed, name);
  const at = (i: number, j: number): number =>
    values[(((j % SIZE) + SIZE) % SIZE) * SIZE + (((i % SIZE) + SIZE) % SIZE)] ?? 0;
  return (x, y) => {
    const u = x / wavelength;
    const v = y / wavelength;
    const i = Math.floor(u);
    const j = Math.floor(v);
    const s = smooth(u - i);
    const t = smooth(v - j);
    const top = at(i, j) * (1 - s) + at(i + 1, j) * s;
    const bottom = at(i, j + 1) * (1 - s) + at(i + 1, j + 1) * s;
    return top * (1 - t) + bottom * t;
  };
}

/** Octaves of noise, each half as long and half as strong as the one before; in about [−1, 1]. */
export function fractalOf(seed: number, name: string, wavelength: number, octaves: number): Noise {
  const layers = Array.from({ length: octaves }, (_, k) => noiseOf(seed, `${name}.${k}`, wavelength / 2 ** k));
  const total = layers.reduce((sum, _, k) => sum + 0.5 ** k, 0);
  return (x, y) => layers.reduce((sum, layer, k) => sum + 0.5 ** k * layer(x, y), 0) / total;
}

/** A smooth push of the plane, at most `reach` along each axis: bends every border in the same way on both sides. */
export function warpOf(
  seed: number,
  name: string,
  wavelength: number,
  reach: number,
): (x: number, y: number) => [number, number] {
  const east = fractalOf(seed, `${name}.x`, wavelength, 3);
  const south = fractalOf(seed, `${name}.y`, wavelength, 3);
  return (x, y) => [x + reach * east(x, y), y + reach * south(x, y)];
}

const smooth = (t: number): number => t * t * (3 - 2 * t);

function table(seed: number, name: string): readonly number[] {
  let state = seedPrng(seed, name);
  return Array.from({ length: SIZE * SIZE }, () => {
    const step = next(state);
    state = step.state;
    return step.value * 2 - 1;
  });
}
