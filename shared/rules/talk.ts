import type { Channel, MessageMode, MessageRules, Phase } from "../model/match.ts";

/**
 * Whether something may be said now: null = yes, else the mode that forbids it. What may be said in which phase is agreed
 * before a match and part of its settings; in the lobby talk is to the whole table.
 */
export function talkForbidden(
  rules: MessageRules,
  phase: Phase,
  to: Channel["kind"],
): Exclude<MessageMode, "all"> | null {
  const mode = rules[phase];
  if (mode === "none") return "none";
  return mode === "public" && to === "some" ? "public" : null;
}
