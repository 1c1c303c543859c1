import type { MatchState } from "../model/match.ts";
import { illegal } from "./refusals.ts";

/** Why nobody may do anything just now: an instructor has frozen the match, in whose words; null = it runs. */
export function frozenBy({ pause }: Pick<MatchState, "pause">): ReturnType<typeof illegal> | null {
  if (!pause?.frozen) return null;
  return illegal("match.frozen", pause.text === "" ? "The instructor has stopped the match for a while." : pause.text);
}
