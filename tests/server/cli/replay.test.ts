import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { recordToJson } from "#shared/record/json.ts";
import type { Command, MatchRecord } from "#shared/model/match.ts";
import { advanceTo, computerMatch, started } from "#tests/shared/record/table.ts";

const root = resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "counterpoise-replay-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

const replay = (...words: readonly string[]): Promise<Said> =>
  new Promise((done) => {
    execFile(process.execPath, ["server/cli/replay.ts", ...words], { cwd: root }, (error, out, err) =>
      done({ status: typeof error?.code === "number" ? error.code : error ? -1 : 0, out, err }),
    );
  });

function file(name: string, content: MatchRecord | string): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : recordToJson(content));
  return path;
}

const lastLine = (text: string): string => text.trimEnd().split("\n").at(-1) ?? "";
const { record, state } = computerMatch({ scenario: "strait" });
const spoiled: MatchRecord = {
  ...record,
  commands: record.commands.map((one): Command =>
    one.kind === "hash" && one.turn === 2 ? { ...one, hash: "0123456789abcdef" } : one,
  ),
};

describe("replay", () => {
  it("says that a record replays as it was played, with the final scores", async () => {
    const { status, out } = await replay(file("equal.json", record));
    expect(lastLine(out)).toBe("replay equal");
    expect(out).toContain("final scores");
    expect(out.match(/ {2}equal$/gm)).toHaveLength(state.turn);
    expect(status).toBe(0);
  });

  it("names the turn that differs, with both hashes, and fails", async () => {
    const { status, out } = await replay(file("spoiled.json", spoiled));
    expect(out).toContain("differs from 0123456789abcdef");
    expect(lastLine(out)).toBe("replay differs in turn 2");
    expect(status).toBe(1);
  });

  it("tells of a match that is not over how far it got", async () => {
    const { status, out } = await replay(file("half.json", advanceTo(started(), "reveal").record));
    expect(out).toContain("not over: reveal of turn 1; scores so far");
    expect(status).toBe(0);
  });

  it("prints the transcript", async () => {
    const { out } = await replay(file("equal.json", record), "--transcript");
    expect(out).toContain("== Turn 1 ==");
    expect(lastLine(out)).toBe("replay equal");
  });

  it("prints one object for machines", async () => {
    const { status, out } = await replay(file("spoiled.json", spoiled), "--json");
    expect(JSON.parse(out)).toMatchObject({ scenario: "strait", phase: "ended", unequal: [2], equal: false });
    expect(status).toBe(1);
  });

  it.each([
    ["an option it does not know", ["x.json", "--fast"], "Use: npm run -s replay -- FILE.json"],
    ["a file that is not there", ["nowhere.json"], "There is no file nowhere.json that can be read."],
    ["a file that is no record", ["package.json"], "This is not a match record: it has no version number."],
    ["a move that was never legal", [file("forged.json", forged())], "could not have been accepted: You have"],
  ])("refuses %s in a sentence", async (_, words, text) => {
    const { status, err } = await replay(...words);
    expect(err).toContain(text);
    expect(status).toBe(1);
  });
});

/** A record in which somebody ordered more than there was money for. */
function forged(): MatchRecord {
  const commands = record.commands.map((one): Command =>
    one.kind === "submit"
      ? { ...one, sheet: { ...one.sheet, spending: { ...one.sheet.spending, offence: 900 } } }
      : one,
  );
  return { ...record, commands };
}
