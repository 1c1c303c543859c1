import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeNewcomer } from "#shared/classroom/placeNewcomer.ts";
import { deal, settled } from "#shared/classroom/seating.ts";
import { countriesByPower, countriesOpen, countriesPlanned, TEAM_MOST } from "#shared/classroom/seats.ts";
import { castOfTable, settingsOfTable, tablesOf } from "#shared/classroom/tables.ts";
import { temperamentOf } from "#shared/classroom/temperament.ts";
import { treatmentsDealt, withTreatments } from "#shared/classroom/treatments.ts";
import type { LessonPlan, Member, Place, Session, Treatment } from "#shared/model/classroom.ts";
import { matchId } from "#shared/model/ids.ts";
import { planFor, scenarioOf, student } from "./lesson.ts";

const europe = scenarioOf("europe-1914");
const ring = scenarioOf("ring");
const member = (k: number, change: Partial<Member> = {}): Member => ({
  id: student(k),
  name: `Student ${k}`,
  joinedAt: k,
  state: "in",
  reason: "",
  temperament: null,
  simulated: false,
  help: null,
  mutedUntil: null,
  present: true,
  ...change,
});
const members = (count: number, change: (k: number) => Partial<Member> = () => ({})): Member[] =>
  Array.from({ length: count }, (_, k) => member(k + 1, change(k + 1)));
const session = (plan: LessonPlan, places: readonly Place[], state: Session["state"] = "gathering"): Session => ({
  number: 1,
  plan,
  rehearsal: false,
  state,
  openedAt: 0,
  startedAt: null,
  endedAt: null,
  places,
  tables: [],
  kept: [],
});
/** The members of a list that share a key, group by group. */
function grouped<T>(list: readonly T[], key: (one: T) => unknown): T[][] {
  const groups = new Map<unknown, T[]>();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups.values()];
}
const sizes = (list: readonly unknown[]): number[] => grouped(list, (one) => one).map((some) => some.length);
const apart = (counts: readonly number[]): number => Math.max(...counts) - Math.min(...counts);
const treatment = (name: string, change: Partial<Treatment> = {}): Treatment => ({
  name,
  board: "full",
  strongest: null,
  kappa: null,
  delta: null,
  messages: null,
  ...change,
});

describe("places dealt", () => {
  it.each(["random", "survey"] as const)(
    "%s: one each, tables even, teams at a table even, within the plan",
    (seating) => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 120 }), fc.integer(), (count, seed) => {
          const plan = planFor("europe-1914", count, { seating });
          const here = members(count, (k) => ({
            temperament: k % 3 === 0 ? null : temperamentOf([k % 5, 4, 3, k % 4, 0]),
          }));
          const places = deal(plan, here, seed, europe);
          expect(places.map((place) => place.member).sort()).toEqual(here.map(({ id }) => id).sort());
          expect(apart(sizes(places.map(({ table }) => table)))).toBeLessThanOrEqual(1);
          for (const group of grouped(places, (place) => place.table)) {
            const teams = sizes(group.map(({ country }) => country));
            expect(apart(teams)).toBeLessThanOrEqual(1);
            expect(Math.max(...teams)).toBeLessThanOrEqual(plan.teamSize);
            expect(countriesPlanned(plan, europe)).toEqual(
              expect.arrayContaining([...new Set(group.map(({ country }) => country))]),
            );
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it("the same seed gives the same places, another gives others", () => {
    const plan = planFor("ring", 12);
    const here = members(12);
    expect(deal(plan, here, 4, ring)).toEqual(deal(plan, here, 4, ring));
    expect(deal(plan, here, 4, ring)).not.toEqual(deal(plan, here, 5, ring));
  });

  it("who is away, waits or was removed is given none", () => {
    const here = [
      member(1),
      member(2, { present: false }),
      member(3, { state: "waiting" }),
      member(4, { state: "removed" }),
    ];
    expect(deal(planFor("ring", 4), here, 1, ring).map((place) => place.member)).toEqual([student(1)]);
  });

  it("survey: at every table the more a student wants change, the more revisionist the country", () => {
    const plan = planFor("europe-1938", 28, { seating: "survey" });
    const scenario = scenarioOf("europe-1938");
    const here = members(28, (k) => ({ temperament: temperamentOf([4 - (k % 5), k % 5, k % 5, k % 5, 4 - (k % 5)]) }));
    const r = new Map(scenario.countries.map(({ id, revisionism }) => [id, revisionism ?? 0]));
    const temper = new Map(here.map(({ id, temperament }) => [id, temperament?.revisionism ?? 0]));
    for (const group of grouped(deal(plan, here, 9, scenario), ({ table }) => table)) {
      const pairs = group.map(
        (place) => [temper.get(place.member) ?? 0, (place.country === null ? 0 : r.get(place.country)) ?? 0] as const,
      );
      const wrong = pairs.filter(([mine, r]) => pairs.some(([other, theirs]) => mine < other && r > theirs));
      expect(wrong).toEqual([]);
      expect(new Set(pairs.map(([mine]) => mine)).size).toBeGreaterThan(3);
    }
  });

  it("survey: where the scenario judges no country, temperament decides nothing", () => {
    const plan = planFor("ring", 6, { seating: "survey" });
    const here = members(6, (k) => ({ temperament: temperamentOf(k === 1 ? [0, 4, 4, 4, 0] : [4, 0, 0, 0, 4]) }));
    const given = new Set(
      Array.from(
        { length: 40 },
        (_, seed) => deal(plan, here, seed, ring).find((one) => one.member === student(1))?.country,
      ),
    );
    expect(given.size).toBeGreaterThan(3);
  });

  it("chosen: a table by lot and no country yet; by the instructor: nothing", () => {
    const chosen = deal(planFor("ring", 12, { seating: "chosen" }), members(12), 1, ring);
    expect(chosen.every(({ country }) => country === null)).toBe(true);
    expect(sizes(chosen.map(({ table }) => table))).toEqual([6, 6]);
    expect(deal(planFor("ring", 12, { seating: "byHost" }), members(12), 1, ring)).toEqual([]);
  });
});

describe("who comes late", () => {
  const facts = { scenario: ring, seed: 3 };

  it("always gets a place at once: everyone a country until all are led, then a team, then a watching place", () => {
    const plan = planFor("ring", 12, { teamSize: 2, tables: 2, seats: 4 });
    let places: readonly Place[] = [];
    const seen: (string | null)[] = [];
    for (let k = 1; k <= 2 * 6 * TEAM_MOST + 2; k += 1) {
      const place = placeNewcomer(session(plan, places, "playing"), member(k), facts);
      if (!place) throw new Error("no place");
      seen.push(place.country);
      places = [...places, { member: student(k), ...place }];
    }
    expect(new Set(places.slice(0, 12).map(({ table, country }) => `${table} ${country}`)).size).toBe(12);
    expect(apart(sizes(places.slice(0, 24).map(({ table, country }) => `${table} ${country}`)))).toBe(0);
    expect(seen.slice(0, -2)).not.toContain(null);
    expect(seen.slice(-2)).toEqual([null, null]);
  });

  it("before play tables fill evenly, whoever comes", () => {
    const plan = planFor("ring", 18);
    let places: readonly Place[] = [];
    for (let k = 1; k <= 18; k += 1) {
      const place = placeNewcomer(session(plan, places), member(k), facts);
      places = [...places, { member: student(k), table: place?.table ?? 0, country: place?.country ?? null }];
      const people = [1, 2, 3].map((table) => places.filter((one) => one.table === table).length);
      expect(apart(people)).toBeLessThanOrEqual(1);
    }
    expect(new Set(places.map(({ table, country }) => `${table} ${country}`)).size).toBe(18);
  });

  it("before play the planned countries fill first, and their teams, then further ones", () => {
    const plan = planFor("ring", 8, { tables: 1, seats: 4, teamSize: 2 });
    let places: readonly Place[] = [];
    for (let k = 1; k <= 10; k += 1) {
      const place = placeNewcomer(session(plan, places), member(k), facts);
      places = [...places, { member: student(k), table: 1, country: place?.country ?? null }];
    }
    const open = new Set<string | null>(countriesPlanned(plan, ring));
    expect(places.slice(0, 8).every(({ country }) => open.has(country))).toBe(true);
    expect(places.slice(8).some(({ country }) => open.has(country))).toBe(false);
  });

  it("no table that is over, as long as another is played; never beside themselves", () => {
    const plan = planFor("ring", 12);
    const place = placeNewcomer(session(plan, [], "playing"), member(1), { ...facts, over: [1] });
    expect(place?.table).toBe(2);
    const again = placeNewcomer(
      session(plan, [{ member: student(1), table: place?.table ?? 0, country: place?.country ?? null }], "playing"),
      member(1),
      facts,
    );
    expect(again?.country).toBe(countriesByPower(ring)[0]);
  });

  it("never the country whose conduct is the treatment", () => {
    const plan = planFor("ring", 6, {
      tables: 1,
      treatments: [treatment("Blustering", { strongest: "blustering" })],
      dealt: [0],
    });
    let places: readonly Place[] = [];
    for (let k = 1; k <= 30; k += 1) {
      const place = placeNewcomer(session(plan, places, "playing"), member(k), facts);
      places = [...places, { member: student(k), table: 1, country: place?.country ?? null }];
    }
    expect(places.map(({ country }) => country)).not.toContain(countriesByPower(ring)[0]);
    expect(countriesOpen(plan, ring)).toHaveLength(5);
  });

  it("before play: by lot where places are dealt, a table where students choose, none where the instructor seats", () => {
    const firsts = Array.from(
      { length: 30 },
      (_, seed) => placeNewcomer(session(planFor("ring", 6), []), member(1), { scenario: ring, seed })?.country,
    );
    expect(new Set(firsts).size).toBeGreaterThan(3);
    const chosen = planFor("ring", 12, { seating: "chosen" });
    expect(placeNewcomer(session(chosen, [{ member: student(2), table: 1, country: null }]), member(1), facts)).toEqual(
      {
        table: 2,
        country: null,
      },
    );
    expect(placeNewcomer(session(planFor("ring", 12, { seating: "byHost" }), []), member(1), facts)).toBeNull();
  });

  it("survey: the free country nearest to their temperament", () => {
    const scenario = scenarioOf("europe-1938");
    const plan = planFor("europe-1938", 14, { seating: "survey" });
    const bent = member(1, { temperament: temperamentOf([0, 4, 4, 4, 0]) });
    const content = member(2, { temperament: temperamentOf([4, 0, 0, 0, 4]) });
    const one = placeNewcomer(session(plan, []), bent, { scenario, seed: 1 });
    const other = placeNewcomer(session(plan, []), content, { scenario, seed: 1 });
    expect(one?.country).toBe("germany");
    expect(["belgium", "czechoslovakia", "france"]).toContain(other?.country);
  });
});

describe("as play begins", () => {
  it("who has not chosen is given a free country of the own table; who was seated to watch watches", () => {
    const plan = planFor("ring", 12, { seating: "chosen" });
    const [first] = countriesByPower(ring);
    const places: Place[] = [
      { member: student(1), table: 2, country: first ?? null },
      { member: student(2), table: 2, country: null },
    ];
    const begun = settled(session(plan, places), members(3), { scenario: ring, seed: 1 });
    expect(begun.map((place) => [place.member, place.table])).toEqual([
      [student(1), 2],
      [student(2), 2],
      [student(3), 1],
    ]);
    expect(new Set(begun.map(({ country }) => country)).has(null)).toBe(false);
    const byHost = planFor("ring", 12, { seating: "byHost" });
    const watching: Place[] = [{ member: student(1), table: 1, country: null }];
    expect(settled(session(byHost, watching), members(1), { scenario: ring, seed: 1 })).toEqual(watching);
  });
});

describe("treatments", () => {
  const arms = [treatment("A"), treatment("B"), treatment("C")];
  it("are dealt in random blocks: no arm has two tables more than another, and the seed decides which", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer(), (tables, seed) => {
        const dealt = treatmentsDealt({ tables, treatments: arms }, seed);
        const counts = arms.map((_, arm) => dealt.filter((one) => one === arm).length);
        expect(dealt).toHaveLength(tables);
        expect(apart(counts)).toBeLessThanOrEqual(1);
      }),
    );
    const first = Array.from({ length: 30 }, (_, seed) => treatmentsDealt({ tables: 1, treatments: arms }, seed)[0]);
    expect(new Set(first).size).toBe(3);
  });

  it("set by hand stay as long as they fit the tables", () => {
    const plan = planFor("ring", 18, { treatments: arms, dealt: [2, 2, 1], tables: 3 });
    expect(withTreatments(plan, 1).dealt).toEqual([2, 2, 1]);
    expect(withTreatments({ ...plan, tables: 4 }, 1).dealt).toHaveLength(4);
    expect(withTreatments({ ...plan, treatments: [] }, 1).dealt).toEqual([]);
  });

  it("change a table's match and nothing else", () => {
    const plan = planFor("ring", 18, {
      tables: 3,
      treatments: [
        treatment("Power alone", { board: "power", kappa: 1.33, delta: 0, messages: "none" }),
        treatment("As ever"),
      ],
      dealt: [0, 1, 1],
    });
    const told = { hostReads: true, hostSeesOrders: false };
    const [power, plain] = [1, 2].map((number) => settingsOfTable(plan, { number, seed: 5 }, told));
    expect(power).toEqual({
      ...plain,
      parameters: { kappa: 1.33, delta: 0 },
      classroom: { board: "power", submitter: "any", hostReads: true, hostSeesOrders: false },
      messages: { ...plan.messages, dispatches: "none", diplomacy: "none", orders: "none", reveal: "none" },
    });
    expect(plain).toMatchObject({ parameters: {}, messages: plan.messages, turns: plan.turns, seconds: plan.seconds });
  });

  it("give the strongest country to a computer player of that conduct; others play as well as the plan says", () => {
    const plan = planFor("ring", 6, {
      tables: 1,
      difficulty: "hard",
      treatments: [treatment("R", { strongest: "reassuring" })],
      dealt: [0],
    });
    const [strongest, second] = countriesByPower(ring);
    const places: Place[] = [{ member: student(1), table: 1, country: second ?? null }];
    const cast = castOfTable(plan, { number: 1, seed: 2 }, places, ring);
    expect([...cast.keys()].sort()).toEqual(
      countriesByPower(ring)
        .filter((id) => id !== second)
        .sort(),
    );
    expect([...cast.values()].every(({ difficulty }) => difficulty === "hard")).toBe(true);
    expect(strongest && cast.get(strongest)?.personality).toBe("reassurer");
    const control = castOfTable({ ...plan, treatments: [treatment("As ever")] }, { number: 1, seed: 2 }, places, ring);
    expect([...control.values()].map(({ personality }) => personality)).not.toContain("reassurer");
    expect(castOfTable(plan, { number: 1, seed: 2 }, places, ring)).toEqual(cast);
  });

  it("the other computer players are the same at all tables that are compared, whoever sits where", () => {
    const arms2 = [treatment("R", { strongest: "reassuring" }), treatment("B", { strongest: "blustering" })];
    const plan = planFor("europe-1914", 10, { tables: 2, treatments: arms2, dealt: [0, 1] });
    const [, second, third] = countriesByPower(europe);
    const places: Place[] = [
      { member: student(1), table: 1, country: second ?? null },
      { member: student(2), table: 2, country: third ?? null },
    ];
    const [one, two] = [1, 2].map((number) => castOfTable(plan, { number, seed: number }, places, europe));
    for (const country of countriesByPower(europe).slice(3)) expect(one?.get(country)).toEqual(two?.get(country));
    const strongest = countriesByPower(europe)[0];
    expect(strongest && [one, two].map((cast) => cast?.get(strongest)?.personality)).toEqual([
      "reassurer",
      "blusterer",
    ]);
  });

  it("tables have matches and seeds of their own", () => {
    const tables = tablesOf(planFor("ring", 18, { tables: 3 }), 8, (k) => matchId(`m-${k}`));
    expect(tables.map(({ number, match }) => [number, match])).toEqual([
      [1, "m-1"],
      [2, "m-2"],
      [3, "m-3"],
    ]);
    expect(new Set(tables.map(({ seed }) => seed)).size).toBe(3);
  });
});
