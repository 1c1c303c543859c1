import { fail } from "../lib/result.ts";
import type { Result } from "../lib/result.ts";
import type { MatchRecord } from "../model/match.ts";
import type { Refusal } from "../model/refusal.ts";
import { migrate } from "./migrate.ts";

/** A record as text for a file: one command a line, so that two records can be compared line by line. */
export function recordToJson({ commands, ...header }: MatchRecord): string {
  const head = JSON.stringify(header).slice(0, -1);
  const lines = commands.map((command) => JSON.stringify(command)).join(",\n");
  return commands.length === 0 ? `${head},"commands":[]}\n` : `${head},"commands":[\n${lines}\n]}\n`;
}

/** The record in a text of any version; or why it cannot be read. */
export function recordFromJson(text: string): Result<MatchRecord, Refusal> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail({ kind: "malformed", code: "record.json", text: `This file is not JSON: ${why}.` });
  }
  return migrate(input);
}
