import { randomBytes } from "node:crypto";

/** Source of unguessable bytes: seeds, codes and tokens. Injected so that tests can repeat themselves. */
export interface Chance {
  readonly bytes: (count: number) => Uint8Array;
}

export const systemChance: Chance = { bytes: (count) => randomBytes(count) };

/** A seed in [0, 2³¹). */
export function drawSeed(chance: Chance): number {
  const bytes = chance.bytes(4);
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) % 2 ** 31;
}
