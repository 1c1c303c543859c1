import { describe, expect, it } from "vitest";
import { countryId, matchId, personId } from "#shared/model/ids.ts";
import type { Command, CommandBody } from "#shared/model/match.ts";
import { newHeader } from "#shared/record/header.ts";
import { startState } from "#shared/record/startState.ts";
import { defaultModules, messageRules, phaseSeconds } from "#shared/rules/index.ts";
import { silentLog } from "#server/lib/log.ts";
import { Ledger } from "#server/match/Ledger.ts";
import { findScenario } from "#server/scenarios/registry.ts";

const borun = countryId("borun");
const sit: CommandBody = {
  kind: "seat",
  country: borun,
  occupant: { kind: "person", person: personId("p1"), name: "Ada" },
};
const say = (text: string): CommandBody => ({ kind: "message", by: borun, to: { kind: "all" }, text });

function lobby() {
  const scenario = findScenario("strait");
  if (!scenario) throw new Error("no Strait");
  const settings = {
    scenario: scenario.id,
    level: "intro",
    modules: defaultModules("intro"),
    pace: "standard",
    seconds: phaseSeconds("intro", "standard"),
    parameters: {},
    intentions: "computed",
    messages: messageRules(),

    seed: 1,
  } as const;
  return startState(newHeader({ match: matchId("m"), createdAt: 0, scenario, settings }));
}

/** A disk whose next write can be held back, or fail. */
function disk() {
  const kept: Command[] = [];
  const writes: number[] = [];
  let next: "appended" | "stale" | Error = "appended";
  let held: (() => void) | null = null;
  let hold = false;
  return {
    kept,
    writes,
    fail: (how: "stale" | Error) => void (next = how),
    heal: () => void (next = "appended"),
    holdBack: () => void (hold = true),
    letGo: () => {
      hold = false;
      held?.();
    },
    append: async (_match: unknown, expected: number, commands: readonly Command[]): Promise<"appended" | "stale"> => {
      if (hold) await new Promise<void>((resolve) => (held = resolve));
      if (next instanceof Error) throw next;
      if (next === "stale" || expected !== kept.length) return "stale";
      kept.push(...commands);
      writes.push(commands.length);
      return "appended";
    },
  };
}

function ledgerOn(store: ReturnType<typeof disk>) {
  const seen: number[] = [];
  let lost = 0;
  const ledger: Ledger = new Ledger(
    lobby(),
    { store, clock: { now: () => 5 }, log: silentLog },
    { changed: () => void seen.push(ledger.state.lastSeq), lost: () => void (lost += 1) },
  );
  const add = (...bodies: readonly CommandBody[]) =>
    ledger.record((entry) => {
      for (const body of bodies) {
        const refusal = entry.add(body);
        if (refusal) return refusal;
      }
      return null;
    });
  return { ledger, add, seen, lost: () => lost };
}

describe("the ledger", () => {
  it("shows and acknowledges nothing before it is on the disk", async () => {
    const store = disk();
    const { ledger, add } = ledgerOn(store);
    store.holdBack();
    let answered = false;
    const sitting = add(sit).then((result) => {
      answered = true;
      return result;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect([answered, ledger.state.occupants[1]?.kind, store.kept.length]).toEqual([false, "empty", 0]);
    store.letGo();
    expect(await sitting).toEqual({ ok: true, value: undefined });
    expect(ledger.state.occupants[1]?.kind).toBe("person");
  });

  it("checks each command against those on their way, and writes what arrives meanwhile as one", async () => {
    const store = disk();
    const { add, seen } = ledgerOn(store);
    store.holdBack();
    const first = add(sit);
    await new Promise((resolve) => setImmediate(resolve));
    const others = [add(say("one")), add(say("two")), add(say("three"))];
    store.letGo();
    expect((await Promise.all([first, ...others])).every(({ ok }) => ok)).toBe(true);
    expect(store.writes).toEqual([1, 3]);
    expect(store.kept.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(seen).toEqual([1, 4]);
  });

  it("keeps all commands of an entry, or none", async () => {
    const store = disk();
    const { ledger, add } = ledgerOn(store);
    const result = await add(sit, say("fine"), say(""));
    expect(result).toMatchObject({ ok: false, error: { code: "message.empty" } });
    expect([store.kept, ledger.state.lastSeq]).toEqual([[], 0]);
  });

  it("refuses what could not be written, and everything built upon it, and goes on afterwards", async () => {
    const store = disk();
    const { ledger, add } = ledgerOn(store);
    store.holdBack();
    store.fail(new Error("disk full"));
    const seated = add(sit);
    await new Promise((resolve) => setImmediate(resolve));
    const upon = add(say("from a seat that never came to be"));
    store.letGo();
    expect([await seated, await upon]).toEqual([
      { ok: false, error: expect.objectContaining({ code: "server.notSaved" }) },
      { ok: false, error: expect.objectContaining({ code: "server.notSaved" }) },
    ]);
    expect(ledger.state.lastSeq).toBe(0);
    expect(await add(say("still no seat"))).toMatchObject({ ok: false, error: { code: "seat.empty" } });
    store.heal();
    expect(await add(sit, say("now"))).toMatchObject({ ok: true });
    expect(store.kept.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it("stops for good when the record has another owner", async () => {
    const store = disk();
    const { add, lost } = ledgerOn(store);
    store.fail("stale");
    expect(await add(sit)).toMatchObject({ ok: false });
    store.heal();
    expect(await add(sit)).toMatchObject({ ok: false, error: { code: "server.stopping" } });
    expect([lost(), store.kept]).toEqual([1, []]);
  });

  it("takes nothing once closing, and closes when the last write is done", async () => {
    const store = disk();
    const { ledger, add } = ledgerOn(store);
    store.holdBack();
    const last = add(sit);
    const closed = ledger.close().then(() => store.kept.length);
    expect(await add(say("late"))).toMatchObject({ ok: false, error: { code: "server.stopping" } });
    await new Promise((resolve) => setImmediate(resolve));
    store.letGo();
    expect([await closed, await last]).toEqual([1, { ok: true, value: undefined }]);
  });

  it("survives a fault in what it is asked to write", async () => {
    const store = disk();
    const { ledger, add } = ledgerOn(store);
    const broken = await ledger.record(() => {
      throw new Error("a bug");
    });
    expect(broken).toMatchObject({ ok: false, error: { code: "server.fault" } });
    expect(await add(sit)).toMatchObject({ ok: true });
  });
});
