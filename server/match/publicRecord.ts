import type { Command, MatchRecord } from "#shared/model/match.ts";

/** Stands for what was said to some: messages are never empty, and nothing else of a match hangs on their words. */
const IN_CONFIDENCE = "…";

/**
 * A finished match's record as anyone with its code may have it: what was said in private stays between those who said it. It
 * replays to the same hashes, because no rule reads a message.
 */
export const publicRecord = (record: MatchRecord): MatchRecord => ({
  ...record,
  commands: record.commands.map((command: Command) =>
    command.kind === "message" && command.to.kind === "some" ? { ...command, text: IN_CONFIDENCE } : command,
  ),
});
