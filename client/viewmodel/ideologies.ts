import type { Board } from "#shared/model/world.ts";

/** Whether ideology sets countries of this match apart: the rules heed it, and there is more than one. */
export const ideologiesDiffer = ({ modules, scenario }: Board): boolean =>
  modules.includes("ideology") && new Set(scenario.countries.map(({ ideology }) => ideology)).size > 1;
