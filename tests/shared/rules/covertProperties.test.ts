import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seedPrng } from "#shared/lib/prng.ts";
import type { GameEvent } from "#shared/model/event.ts";
import { countryId, provinceId, treatyId } from "#shared/model/ids.ts";
import type { LegalOrder, Move, OrderSheet } from "#shared/model/order.ts";
import type { CrisisEffect, ScenarioCrisis } from "#shared/model/scenario.ts";
import type { Treaty } from "#shared/model/treaty.ts";
import type { Board, World } from "#shared/model/world.ts";
import {
  checkOrder,
  defaultModules,
  defaultOrder,
  incomeOf,
  legalOptions,
  resolveTurn,
  sentence,
  worldHash,
} from "#shared/rules/index.ts";
import { changed, NAMES, sheetOf, small } from "#tests/helpers/smallWorld.ts";
import type { Small } from "#tests/helpers/smallWorld.ts";

const name = fc.constantFrom(...NAMES).map((text) => countryId(text));
const place = fc.constantFrom("arno", "brod", "corm", "cray", "dorn", "kessel", "holm", "isle").map(provinceId);
const few = fc.integer({ min: 0, max: 5 });

const covertMove: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom("influence" as const, "subvert" as const, "investigate" as const),
  target: name,
});
const openMove: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant("propaganda" as const), target: name }),
  fc.record({ kind: fc.constant("threaten" as const), target: name }),
  fc.constant({ kind: "mobilise" } as const),
  fc.record({ kind: fc.constant("withdraw" as const), province: place }),
);
const war: fc.Arbitrary<Move> = fc.record({
  kind: fc.constant("attack" as const),
  province: place,
  liberate: fc.boolean(),
});
const sheetWith = (move: fc.Arbitrary<Move>): fc.Arbitrary<OrderSheet> =>
  fc.record({
    alignment: fc.oneof(
      fc.record({ kind: fc.constant("balance" as const), against: name }),
      fc.record({ kind: fc.constant("bandwagon" as const), with: name }),
      fc.constant({ kind: "hide" } as const),
    ),
    reason: fc.constant(null),
    note: fc.constant(""),
    spending: fc.record({ offence: few, defence: few, industry: fc.constant(0), aid: fc.constant([]) }),
    moves: fc.array(move, { maxLength: 2 }),
    refuse: fc.constant([]),
  });

const effect: fc.Arbitrary<CrisisEffect> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      "stability" as const,
      "treasury" as const,
      "offence" as const,
      "defence" as const,
      "industry" as const,
    ),
    country: name,
    change: fc.double({ min: -60, max: 60, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant("act" as const),
    act: fc.constantFrom("mobilise", "threat", "annex", "withdraw", "aid"),
    by: name,
    target: name,
  }),
  fc.constant({ kind: "congress" } as const),
);
const crisis: fc.Arbitrary<ScenarioCrisis | null> = fc.option(
  fc.array(effect, { minLength: 1, maxLength: 4 }).map((effects) => ({
    id: "one",
    date: "then",
    title: "Title",
    text: "Text.",
    effects,
    source: "",
  })),
);

const secret = (id: string, a: string, b: string): Treaty => ({
  id: treatyId(id),
  kind: "defence",
  parties: [countryId(a), countryId(b)],
  since: 0,
  until: null,
  secret: true,
});
const world = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  stability: fc.array(fc.integer({ min: 0, max: 75 }), { minLength: 4, maxLength: 4 }),
  holders: fc.array(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 2 }),
  chance: fc.boolean(),
});
type Opening = typeof world extends fc.Arbitrary<infer W> ? W : never;

function opening({ seed, stability, holders: [kessel = "dell", corm = "cask"], chance }: Opening): Small {
  const modules = defaultModules("advanced").filter((module) => chance || module !== "chance");
  const game = small({ modules, country: (one) => ({ openSociety: one !== "dell" }) });
  return changed(game, {
    holders: { kessel, corm },
    countries: Object.fromEntries(NAMES.map((one, i) => [one, { stability: stability[i] ?? 75 }])),
    world: {
      prng: seedPrng(seed, "test"),
      treaties: [secret("t1", "borun", "cask"), secret("t2", "aster", "dell")],
    },
  });
}

function legalOr(board: Board, before: World, me: number, tried: OrderSheet): LegalOrder {
  const thrifty = { ...tried, spending: sheetOf().spending };
  for (const one of [tried, thrifty, { ...thrifty, moves: [] }]) {
    const checked = checkOrder(board, before, me, one);
    if (checked.ok) return checked.value;
  }
  return defaultOrder(board, before, me);
}

const held = (runs: number) => ({ numRuns: runs, seed: 11 });
const revisionism = [0.9, 0.2, -0.3, 0.6];

/** What a country that is party to nothing may know of a turn: its open events and the world without secrets. */
function openlySeen(after: World, events: readonly GameEvent[]): unknown {
  const { prng: _prng, secrets: _secrets, treaties, ...rest } = after;
  return {
    world: { ...rest, treaties: treaties.map(({ foundBy: _foundBy, ...treaty }) => treaty) },
    events: events.filter(({ seenBy }) => seenBy === undefined),
  };
}

describe("a covert move that is not found out", () => {
  const NEVER = { covert: { foundOpen: 0, foundClosed: 0, leak: 0 } };
  const advanced = defaultModules("advanced").filter((module) => module !== "chance");
  const { board } = small({ modules: advanced, parameters: NEVER });
  const setting = fc.record({
    world: world.map((one) => ({ ...one, chance: false })),
    sheets: fc.array(sheetWith(openMove), { minLength: 4, maxLength: 4 }),
    doers: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 3, maxLength: 3 }),
    kinds: fc.uniqueArray(fc.constantFrom("influence" as const, "investigate" as const), { minLength: 1 }),
  });
  type Setting = typeof setting extends fc.Arbitrary<infer S> ? S : never;
  /** What is openly seen where `doer` makes these moves besides what all the sheets say; it makes no others. */
  const seenWith = ({ world: from, sheets, doers }: Setting, doer: number, moves: readonly Move[]): unknown => {
    const { world: before } = opening(from);
    const orders = sheets.map((one, i) => {
      const plain = legalOr(board, before, i, doers.includes(i) ? { ...one, moves: [] } : one);
      const checked = checkOrder(board, before, i, i === doer ? { ...plain, moves } : plain);
      if (!checked.ok) throw new Error(checked.error.code);
      return checked.value;
    });
    const { world: after, events } = resolveTurn(board, before, { orders, signed: [], revisionism });
    return openlySeen(after, events);
  };
  const idOf = (i: number) => countryId(NAMES[i] ?? "aster");

  it("changes nothing that anyone else can see", () => {
    fc.assert(
      fc.property(setting, (one) => {
        const [doer = 0, target = 1] = one.doers;
        const moves = one.kinds.map((kind): Move => ({ kind, target: idOf(target) }));
        expect(seenWith(one, doer, moves)).toEqual(seenWith(one, doer, []));
      }),
      held(200),
    );
  });
  it("leaves unrest, if it was subversion, from which nobody can tell whose doing it was", () => {
    fc.assert(
      fc.property(setting, (one) => {
        const [doer = 0, target = 1, other = 2] = one.doers;
        const moves: readonly Move[] = [{ kind: "subvert", target: idOf(target) }];
        expect(seenWith(one, doer, moves)).toEqual(seenWith(one, other, moves));
      }),
      held(200),
    );
  });
});

describe("arbitrary turns with every module", () => {
  const turnOf = fc.record({
    sheets: fc.array(sheetWith(fc.oneof(covertMove, openMove, war)), { minLength: 4, maxLength: 4 }),
    crisis,
  });
  const match = fc.record({ world, turns: fc.array(turnOf, { minLength: 1, maxLength: 4 }) });
  type Match = typeof match extends fc.Arbitrary<infer M> ? M : never;
  interface Step {
    readonly board: Board;
    readonly before: World;
    readonly input: Parameters<typeof resolveTurn>[2];
    readonly after: World;
    readonly events: readonly GameEvent[];
  }
  function playOut({ world: from, turns }: Match, each: (step: Step) => void): World {
    const { board, world: start } = opening(from);
    let before = start;
    for (const { sheets, crisis: card } of turns) {
      const orders = sheets.map((one, i) => legalOr(board, before, i, one));
      const input = { orders, signed: [], crisis: card, revisionism };
      const { world: after, events } = resolveTurn(board, before, input);
      each({ board, before, input, after, events });
      before = after;
    }
    return before;
  }

  it("give the same world from the same seed, chance included", () => {
    fc.assert(
      fc.property(match, (one) => {
        const first = playOut(one, () => undefined);
        expect(worldHash(playOut(one, () => undefined))).toBe(worldHash(first));
      }),
      held(60),
    );
  });
  it("account for every province: what changed hands is told, and a revolt gives land to its own people", () => {
    fc.assert(
      fc.property(match, (one) => {
        playOut(one, ({ board, before, after, events }) => {
          const holders = [...before.holders];
          for (const event of events) {
            if (event.kind !== "provinceTaken") continue;
            expect(holders[event.province]).toBe(event.from);
            holders[event.province] = event.to;
            if (event.how === "revolt") {
              expect(event.to).toBe(board.provinces[event.province]?.home);
              expect(before.countries[event.from]).toBeDefined();
            }
          }
          expect(after.holders).toEqual(holders);
        });
      }),
      held(120),
    );
  });
  it("keep stability, arms, money and influence in bounds, and every sentence whole", () => {
    fc.assert(
      fc.property(match, (one) => {
        playOut(one, ({ board, after, events }) => {
          for (const [i, { stability, offence, defence, treasury }] of after.countries.entries()) {
            expect(stability >= 0 && stability <= 100).toBe(true);
            expect(Math.min(offence, defence, treasury, incomeOf(board, after, i).available)).toBeGreaterThanOrEqual(0);
          }
          for (const [by, row] of after.secrets.influence.entries()) {
            for (const [target, value] of row.entries()) {
              expect(value >= 0 && value <= 1).toBe(true);
              expect(after.influence[by]?.[target]).toBeLessThanOrEqual(value);
            }
          }
          expect(after.threat.flat().every(Number.isFinite)).toBe(true);
          for (const event of events) expect(sentence(board, event)).not.toMatch(/[{}]|undefined|NaN/);
        });
      }),
      held(120),
    );
  });
  it("are the same from a world that went through JSON", () => {
    fc.assert(
      fc.property(match, (one) => {
        playOut(one, ({ board, before, input, after }) => {
          const copy = JSON.parse(JSON.stringify(before)) as World;
          expect(copy).toEqual(before);
          expect(worldHash(resolveTurn(board, copy, input).world)).toBe(worldHash(after));
        });
      }),
      held(40),
    );
  });
  it("offer what may be ordered, and refuse what is not offered", () => {
    fc.assert(
      fc.property(match, (one) => {
        playOut(one, ({ board, after }) => {
          for (const me of board.ids.keys()) {
            const options = legalOptions(board, after, me);
            for (const kind of ["propaganda", "influence", "subvert", "investigate"] as const) {
              for (const [i, target] of board.ids.entries()) {
                const checked = checkOrder(board, after, me, sheetOf({ moves: [{ kind, target }] }));
                expect(checked.ok ? null : checked.error.code).toBe(options[kind][i]?.code ?? null);
              }
            }
          }
        });
      }),
      held(30),
    );
  });
});
