import { fail } from "../lib/result.ts";
import type { Result } from "../lib/result.ts";
import type { ClassRecord } from "../model/classroom.ts";
import type { Refusal } from "../model/refusal.ts";
import { migrateClass } from "./migrateClass.ts";

/** A class record as text for a file: one command a line. */
export function classToJson({ commands, ...header }: ClassRecord): string {
  const head = JSON.stringify(header).slice(0, -1);
  const lines = commands.map((command) => JSON.stringify(command)).join(",\n");
  return commands.length === 0 ? `${head},"commands":[]}\n` : `${head},"commands":[\n${lines}\n]}\n`;
}

/** The class record in a text of any version; or why it cannot be read. */
export function classFromJson(text: string): Result<ClassRecord, Refusal> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail({ kind: "malformed", code: "class.json", text: `This file is not JSON: ${why}.` });
  }
  return migrateClass(input);
}
