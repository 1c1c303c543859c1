import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { MatchRecord } from "#shared/model/match.ts";
import { checkRecord } from "#shared/record/foldRecord.ts";
import { recordFromJson, recordToJson } from "#shared/record/json.ts";
import { transcript } from "#shared/record/transcript.ts";
import { computerMatch } from "./table.ts";

const FOLDER = join(import.meta.dirname, "../../golden/transcripts");
const HOW =
  "If the change is meant: UPDATE_GOLDEN=1 npm run unit -- tests/shared/record/golden.test.ts – then read the difference and commit it.";
const MATCHES = [
  { scenario: "strait", seed: 7 },
  { scenario: "ring", seed: 11 },
  { scenario: "europe-1914", seed: 1914 },
] as const;

describe.each(MATCHES)("the golden match of $scenario", ({ scenario, seed }) => {
  const file = (ending: string): string => join(FOLDER, `${scenario}.${ending}`);
  if (process.env["UPDATE_GOLDEN"] === "1") {
    const { record } = computerMatch({ scenario, seed });
    writeFileSync(file("json"), recordToJson(record));
    writeFileSync(file("txt"), transcript(record));
  }
  const record = read(file("json"));

  it("replays to the stored hash of every turn", () => {
    const state = checkRecord(record);
    expect(state.ok ? "" : state.error.text, HOW).toBe("");
    expect(state.ok && state.value.phase).toBe("ended");
    expect(state.ok && state.value.hashMismatches, HOW).toEqual([]);
  });

  it("reads as it did", () => {
    expect(transcript(record), HOW).toBe(readFileSync(file("txt"), "utf8"));
  });
});

function read(path: string): MatchRecord {
  const record = recordFromJson(readFileSync(path, "utf8"));
  if (!record.ok) throw new Error(`${path}: ${record.error.text}`);
  return record.value;
}
