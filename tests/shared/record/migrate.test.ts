import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { foldRecord } from "#shared/record/foldRecord.ts";
import { recordFromJson, recordToJson } from "#shared/record/json.ts";
import { migrate, raise } from "#shared/record/migrate.ts";
import { MIGRATIONS } from "#shared/record/migrations.ts";
import type { Migration } from "#shared/record/migrations.ts";
import { RECORD_VERSION } from "#shared/record/version.ts";
import { createBoard } from "#shared/rules/index.ts";
import { advanceTo, after, pact, started } from "./table.ts";

const FIXTURES = join(import.meta.dirname, "../../golden/records");
const fixtures = readdirSync(FIXTURES).filter((name) => name.endsWith(".json"));
const json = (): Record<string, unknown> =>
  JSON.parse(recordToJson(advanceTo(started(), "orders").record)) as Record<string, unknown>;
const faultOf = (input: unknown): string => {
  const read = migrate(input);
  return read.ok ? "accepted" : read.error.text;
};

describe("migrations", () => {
  it("lead from version 1 to the present one without a gap, each with a name of its own", () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(Array.from({ length: RECORD_VERSION - 1 }, (_, k) => k + 2));
    expect(new Set(MIGRATIONS.map(({ name }) => name)).size).toBe(MIGRATIONS.length);
  });

  it("leave a record of every version to open for ever", () => {
    expect(fixtures).toEqual(Array.from({ length: RECORD_VERSION }, (_, k) => `version-${k + 1}.json`));
  });

  it.each(fixtures)("%s opens, folds to its end and keeps its talk", (name) => {
    const record = recordFromJson(readFileSync(join(FIXTURES, name), "utf8"));
    if (!record.ok) throw new Error(record.error.text);
    expect(record.value.version).toBe(RECORD_VERSION);
    const state = foldRecord(record.value);
    expect(state.phase).toBe("ended");
    expect(state.messages.length).toBeGreaterThan(0);
  });

  it("run in order, only those that are needed, and leave their input alone", () => {
    const migrations: readonly Migration[] = [
      { to: 2, name: "seed gets a home", up: ({ seed, ...rest }) => ({ ...rest, settings: { seed } }) },
      { to: 3, name: "trail", up: (record) => ({ ...record, trail: "3" }) },
    ];
    const old = Object.freeze({ version: 1, seed: 5 });
    expect(raise(old, { migrations, version: 3 })).toEqual({
      ok: true,
      value: { version: 3, settings: { seed: 5 }, trail: "3" },
    });
    expect(raise({ version: 2, settings: {} }, { migrations, version: 3 })).toEqual({
      ok: true,
      value: { version: 3, settings: {}, trail: "3" },
    });
  });
});

describe("what is no record is refused in a sentence", () => {
  it.each([
    ["nothing", null, "This is not a match record: a JSON object is expected."],
    ["a list", [], "This is not a match record: a JSON object is expected."],
    ["another file", { name: "counterpoise" }, "This is not a match record: it has no version number."],
    [
      "a later version",
      { version: RECORD_VERSION + 1 },
      `This record has version ${RECORD_VERSION + 1}; this program reads up to ${RECORD_VERSION}. Update the program.`,
    ],
  ])("%s", (_, input, text) => expect(faultOf(input)).toBe(text));

  it("an unknown member, at any depth", () => {
    expect(faultOf({ ...json(), extra: 1 })).toContain('"extra"');
    const { settings, ...rest } = json();
    expect(faultOf({ ...rest, settings: { ...(settings as object), cheat: true } })).toContain('"cheat"');
  });

  it("a hole in its numbers", () => {
    const { commands, ...rest } = json();
    expect(faultOf({ ...rest, commands: (commands as unknown[]).toSpliced(2, 1) })).toBe(
      "This match record is damaged: entry 3 carries the number 4.",
    );
  });

  it("a scenario that cannot be played", () => {
    const { scenario, ...rest } = json();
    expect(faultOf({ ...rest, scenario: { ...(scenario as object), countries: [] } })).toContain(
      "This scenario cannot be used",
    );
  });

  it("a text that is not JSON", () => {
    const read = recordFromJson("{");
    expect(read.ok ? "" : read.error.text).toMatch(/^This file is not JSON: /);
  });
});

describe("the numbers a match is played by", () => {
  it("stay those of its beginning, whatever the defaults become", () => {
    const { record } = advanceTo(started(), "reveal");
    const kinder = { ...record.parameters, alarmShare: 0.9, war: { ...record.parameters.war, winRatio: 2 } };
    const state = foldRecord({ ...record, parameters: kinder });
    expect([state.board.parameters.alarmShare, state.board.parameters.war.winRatio]).toEqual([0.9, 2]);
    // What a page must be told, which knows the defaults of today.
    expect(state.settings.parameters).toEqual({ alarmShare: 0.9, war: { winRatio: 2 } });
    expect(createBoard(record.scenario, { ...state.settings }).parameters).toEqual(kinder);
    expect(foldRecord(record).settings.parameters).toEqual({});
  });

  it("of a record of version 1 are the defaults of then, the scenario's and the host's put over them", () => {
    const { parameters: _, ...old } = json();
    const scenario = { ...(old["scenario"] as object), parameters: { war: { winRatio: 3 }, intent: { rho: 0.5 } } };
    const settings = { ...(old["settings"] as object), parameters: { war: { winRatio: 4 } } };
    const read = migrate({ ...old, version: 1, scenario, settings, commands: [] });
    if (!read.ok) throw new Error(read.error.text);
    const { parameters } = read.value;
    expect([parameters.war.winRatio, parameters.intent.rho, parameters.war.stalemateRatio]).toEqual([4, 0.5, 0.8]);
    expect([parameters.prediction.vBandwagon, parameters.alarmShare]).toEqual([0.7, 1 / 3]);
  });
});

describe("the ids of proposals", () => {
  it("of a record of version 1 are counted after the treaties that stood; what was added since keeps its own", () => {
    const {
      parameters: _,
      commands,
      ...old
    } = JSON.parse(recordToJson(after(started(), pact("cask", ["cask", "dell"])).record)) as {
      parameters: unknown;
      commands: { kind: string; id?: string }[];
    };
    const [last] = commands.slice(-1);
    const counted = { ...last, seq: commands.length };
    const later = { ...last, seq: commands.length + 1, id: "t4321" };
    delete counted.id;
    const read = migrate({ ...old, version: 1, commands: [...commands.slice(0, -1), counted, later] });
    if (!read.ok) throw new Error(read.error.text);
    expect(read.value.commands.slice(-2)).toMatchObject([{ id: "t1" }, { id: "t4321" }]);
  });
});
