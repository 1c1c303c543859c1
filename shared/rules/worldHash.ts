import { hashOf } from "../lib/canonical.ts";
import type { Matrix, World } from "../model/world.ts";

/**
 * Hash of a world. What no module has touched is left out, so that worlds from before these modules have the hash they
 * were stored with.
 */
export function worldHash({ ultimatums, influence, secrets, ...world }: World): string {
  const untouched =
    ultimatums.length === 0 && secrets.deeds.length === 0 && [influence, secrets.influence].every(isZero);
  return hashOf(untouched ? world : { ...world, ultimatums, influence, secrets });
}

const isZero = (matrix: Matrix): boolean => matrix.every((row) => row.every((value) => value === 0));
