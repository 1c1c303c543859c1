import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryId, provinceId, treatyId } from "#shared/model/ids.ts";
import type { Demand, Focus, LegalOrder, Move, OrderSheet } from "#shared/model/order.ts";
import { TREATY_KINDS } from "#shared/model/treaty.ts";
import type { TreatyTerms } from "#shared/model/treaty.ts";
import type { Board, World } from "#shared/model/world.ts";
import {
  checkOrder,
  classScore,
  createWorld,
  defaultModules,
  defaultOrder,
  incomeOf,
  legalOptions,
  resolveTurn,
  scoreOf,
  sentence,
  worldHash,
} from "#shared/rules/index.ts";
import { NAMES, sheetOf, small } from "#tests/helpers/smallWorld.ts";

const PROVINCES = ["arno", "brod", "corm", "cray", "dorn", "kessel", "holm", "isle"];
const name = fc.constantFrom(...NAMES).map((text) => countryId(text));
const place = fc.constantFrom(...PROVINCES).map((text) => provinceId(text));
const few = fc.integer({ min: 0, max: 6 });

const balance = fc.record({ kind: fc.constant("balance" as const), against: name });
const bandwagon = fc.record({ kind: fc.constant("bandwagon" as const), with: name });
const treatyNumber = fc.integer({ min: 1, max: 6 }).map((n) => treatyId(`t${n}`));
const demand: fc.Arbitrary<Demand> = fc.oneof(
  fc.record({ kind: fc.constant("cede" as const), province: place }),
  fc.record({ kind: fc.constant("leaveTreaty" as const), treaty: treatyNumber }),
  fc.record({ kind: fc.constant("align" as const), alignment: fc.oneof(balance, bandwagon) }),
);
const focus: fc.Arbitrary<Focus> = fc.oneof(
  fc.constant({ kind: "attack" } as const),
  fc.record({ kind: fc.constant("help" as const), country: name }),
);
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("attack" as const), province: place, liberate: fc.boolean() }),
  },
  fc.constant({ kind: "mobilise" } as const),
  fc.record({ kind: fc.constant("threaten" as const), target: name }),
  fc.record({ kind: fc.constant("reassure" as const), target: name }),
  fc.constant({ kind: "demobilise" } as const),
  fc.record({ kind: fc.constant("cutOffence" as const), points: few }),
  fc.record({ kind: fc.constant("withdraw" as const), province: place }),
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("ultimatum" as const), target: name, demand }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("concede" as const), to: name, province: place }) },
  fc.record({ kind: fc.constant("appeal" as const), to: name, against: name }),
);
const plainSheet = fc.record({
  alignment: fc.oneof(balance, bandwagon, fc.constant({ kind: "hide" } as const)),
  reason: fc.constant(null),
  note: fc.constant(""),
  spending: fc.record({
    offence: few,
    defence: few,
    industry: few,
    aid: fc.array(fc.record({ to: name, points: few }), { maxLength: 3 }),
  }),
  moves: fc.array(move, { maxLength: 2 }),
  refuse: fc.array(treatyNumber, { maxLength: 1 }),
});
/** `yields`: accepts whatever ultimata it got. */
const sheet = fc.record({ plain: plainSheet, focus: fc.option(focus, { nil: undefined }), yields: fc.boolean() });
const terms: fc.Arbitrary<TreatyTerms> = fc
  .record({
    kind: fc.constantFrom(...TREATY_KINDS),
    parties: fc.uniqueArray(name, { minLength: 2, maxLength: 3 }).map((parties) => parties.sort()),
    secret: fc.boolean(),
  })
  .map(({ secret, ...open }) => (secret ? { ...open, secret } : open));
const turnPlan = fc.record({
  sheets: fc.array(sheet, { minLength: 4, maxLength: 4 }),
  signed: fc.array(terms, { maxLength: 2 }),
});
const match = fc.record({
  arms: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 8, maxLength: 8 }),
  rescaled: fc.boolean(),
  advanced: fc.boolean(),
  turns: fc.array(turnPlan, { minLength: 1, maxLength: 7 }),
});
type Match = typeof match extends fc.Arbitrary<infer M> ? M : never;

/** Puts a whole match on the board. Sheets that are refused are played as default orders. */
function playMatch({ arms, rescaled, advanced, turns }: Match, each: (step: Step) => void): void {
  const army = (k: number) => [arms[2 * k] ?? 0, (arms[2 * k + 1] ?? 0) + 1] as const;
  const { board, world: start } = small({
    arms: { aster: army(0), borun: army(1), cask: army(2), dell: army(3) },
    modules: defaultModules(advanced ? "advanced" : "standard"),
    parameters: rescaled ? { economy: { incomeMostShareOfArms: 0.15 } } : {},
  });
  let world = start;
  let treaties = 0;
  for (const { sheets, signed } of turns) {
    const tried = sheets.map((one, i) => answering(world, i, one));
    const orders = tried.map((one, i) => legalOr(board, world, i, one));
    const played = signed.filter((one) => advanced || (!one.secret && isOld(one)));
    const input = { orders, signed: played.map((one) => ({ id: treatyId(`t${(treaties += 1)}`), terms: one })) };
    deepFreeze(world);
    const { world: after, events } = resolveTurn(board, world, deepFreeze(input));
    each({ board, before: world, sheets: tried, input, after, events });
    world = after;
  }
}
interface Step {
  readonly board: Board;
  readonly before: World;
  readonly sheets: readonly OrderSheet[];
  readonly input: Parameters<typeof resolveTurn>[2];
  readonly after: World;
  readonly events: ReturnType<typeof resolveTurn>["events"];
}

const isOld = ({ kind }: TreatyTerms): boolean => kind === "defence" || kind === "nonaggression";

/** An ultimatum that is accepted is done as asked. */
function answering(world: World, me: number, { plain, focus: most, yields }: Tried): OrderSheet {
  const received = world.ultimatums.filter(({ target }) => target === me);
  const asked = received.map(({ demand: { ...of } }) => of).find((one) => one.kind === "align");
  return {
    ...plain,
    alignment: yields && asked?.kind === "align" ? asked.alignment : plain.alignment,
    ...(received.length === 0
      ? {}
      : { answers: received.map(({ by }) => ({ to: countryId(NAMES[by] ?? ""), accept: yields })) }),
    ...(most === undefined ? {} : { focus: most }),
  };
}
type Tried = typeof sheet extends fc.Arbitrary<infer T> ? T : never;

function legalOr(board: Board, world: World, i: number, tried: OrderSheet): LegalOrder {
  for (const one of [
    tried,
    { ...tried, spending: sheetOf().spending },
    { ...tried, spending: sheetOf().spending, refuse: [] },
    { ...withoutFocus(tried), spending: sheetOf().spending, refuse: [] },
  ]) {
    const checked = checkOrder(board, world, i, one);
    if (checked.ok) return checked.value;
  }
  return defaultOrder(board, world, i);
}

const withoutFocus = ({ focus: _focus, ...rest }: OrderSheet): OrderSheet => rest;

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

const numbersIn = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];
const held = (runs: number) => ({ numRuns: runs, seed: 7 });

describe("whole matches of arbitrary orders", () => {
  it("change nothing they are given, and give the same world twice (inputs are frozen)", () => {
    fc.assert(
      fc.property(match, (one) => {
        playMatch(one, ({ board, before, input, after }) => {
          expect(worldHash(resolveTurn(board, before, input).world)).toBe(worldHash(after));
        });
      }),
      held(100),
    );
  });
  it("go on the same from a world that went through JSON", () => {
    fc.assert(
      fc.property(match, (one) => {
        playMatch(one, ({ board, before, input, after, events }) => {
          const copy = JSON.parse(JSON.stringify(before)) as World;
          expect(copy).toEqual(before);
          const again = resolveTurn(board, copy, input);
          expect(worldHash(again.world)).toBe(worldHash(after));
          expect(JSON.parse(JSON.stringify(again.events))).toEqual(events);
        });
      }),
      held(60),
    );
  });
  it("do not depend on the order of lists in sheets and signatures", () => {
    fc.assert(
      fc.property(match, (one) => {
        playMatch(one, ({ board, before, input, after, events }) => {
          const turned = input.orders.map((order, i) =>
            checkOrder(board, before, i, {
              ...order,
              moves: order.moves.toReversed(),
              refuse: order.refuse.toReversed(),
              ...(order.answers ? { answers: order.answers.toReversed() } : {}),
              spending: { ...order.spending, aid: order.spending.aid.toReversed() },
            }),
          );
          const orders = turned.flatMap((checked) => (checked.ok ? [checked.value] : []));
          const again = resolveTurn(board, before, { orders, signed: input.signed.toReversed() });
          expect(worldHash(again.world)).toBe(worldHash(after));
          expect(again.events).toEqual(events);
        });
      }),
      held(60),
    );
  });
  it("keep every number in bounds and every sentence whole", () => {
    fc.assert(
      fc.property(match, (one) => {
        playMatch(one, ({ board, after, events }) => {
          expectSound(board, after);
          for (const event of events) {
            expect(numbersIn(event).every(Number.isFinite)).toBe(true);
            expect(sentence(board, event)).not.toMatch(/[{}]|undefined|NaN/);
          }
        });
      }),
      held(150),
    );
  });
  it("always leave a default order that is legal", () => {
    fc.assert(
      fc.property(match, (one) => {
        playMatch(one, ({ board, after }) => {
          for (const i of board.ids.keys()) {
            const order = defaultOrder(board, after, i);
            expect(checkOrder(board, after, i, order)).toEqual({ ok: true, value: order });
          }
        });
      }),
      held(60),
    );
  });
});

function expectSound(board: Board, world: World): void {
  expect(numbersIn(world).every(Number.isFinite)).toBe(true);
  expect(world.holders.every((holder) => board.ids[holder] !== undefined)).toBe(true);
  const { economy } = board.parameters;
  for (const [i, country] of world.countries.entries()) {
    for (const amount of [country.offence, country.defence, country.treasury, country.industryBuilt])
      expect(amount).toBeGreaterThanOrEqual(0);
    expect(country.stability >= 0 && country.stability <= 100).toBe(true);
    expect(country.security >= 0 && country.security <= 100).toBe(true);
    const { income, available } = incomeOf(board, world, i);
    const exiled = country.status.kind === "exile";
    expect(income).toBeGreaterThanOrEqual(exiled ? 0 : economy.incomeLeast * board.parameters.war.lowStabilityIncome);
    expect(income).toBeLessThanOrEqual(Math.max(economy.incomeMost, board.incomeMost[i] ?? 0));
    expect(available).toBeGreaterThanOrEqual(0);
    expect(exiled).toBe(!(board.homes[i] ?? []).some((home) => world.holders[home] === i));
    const { total } = scoreOf(board, world, i);
    expect(total >= 0 && total <= 90.000001).toBe(true);
    for (const [j, threat] of (world.threat[i] ?? []).entries())
      if (i !== j) expect(threat >= 5 && threat <= 100).toBe(true);
    for (const L of world.intent[i] ?? []) expect(Math.abs(L)).toBeLessThanOrEqual(board.parameters.intent.ceiling);
  }
  const { total } = classScore(board, world);
  expect(total >= 0 && total <= 100).toBe(true);
}

describe("what legalOptions says is what checkOrder does", () => {
  it("for every target, province and move, at any stage of a match", () => {
    fc.assert(
      fc.property(match, fc.integer({ min: 0, max: 3 }), (one, me) => {
        playMatch(one, ({ board, after }) => expectAgreement(board, after, me));
      }),
      held(60),
    );
  });
});

function expectAgreement(board: Board, world: World, me: number): void {
  const options = legalOptions(board, world, me);
  const codeOf = (plan: Partial<OrderSheet>): string | null => {
    const checked = checkOrder(board, world, me, { ...sheetOf(), ...plan });
    return checked.ok ? null : checked.error.code;
  };
  const rich = options.income.available >= Math.max(1, options.income.tribute, options.income.balanceCost);
  for (const [i, id] of board.ids.entries()) {
    if (rich) {
      expect(codeOf({ alignment: { kind: "balance", against: id } })).toBe(options.balance[i]?.code ?? null);
      expect(codeOf({ alignment: { kind: "bandwagon", with: id } })).toBe(options.bandwagon[i]?.code ?? null);
      expect(codeOf({ spending: { offence: 0, defence: 0, industry: 0, aid: [{ to: id, points: 1 }] } })).toBe(
        options.aid[i]?.code ?? null,
      );
    }
    expect(codeOf({ moves: [{ kind: "threaten", target: id }] })).toBe(options.threaten[i]?.code ?? null);
    expectDiplomacy({ board, world, me, options, codeOf }, i);
    expect(codeOf({ moves: [{ kind: "reassure", target: id }] })).toBe(options.reassure[i]?.code ?? null);
  }
  for (const [p, { id }] of board.provinces.entries()) {
    expect(codeOf({ moves: [{ kind: "attack", province: id, liberate: false }] })).toBe(
      options.attack[p]?.keep?.code ?? null,
    );
    expect(codeOf({ moves: [{ kind: "attack", province: id, liberate: true }] })).toBe(
      options.attack[p]?.liberate?.code ?? null,
    );
    expect(codeOf({ moves: [{ kind: "withdraw", province: id }] })).toBe(options.withdraw[p]?.code ?? null);
  }
  expect(codeOf({ moves: [{ kind: "mobilise" }] })).toBe(options.mobilise?.code ?? null);
  expect(codeOf({ moves: [{ kind: "demobilise" }] })).toBe(options.demobilise?.code ?? null);
  const { answer, most } = options.cutOffence;
  expect(codeOf({ moves: [{ kind: "cutOffence", points: 1 }] })).toBe(answer?.code ?? null);
  if (answer === null) {
    expect(codeOf({ moves: [{ kind: "cutOffence", points: most }] })).toBeNull();
    expect(codeOf({ moves: [{ kind: "cutOffence", points: most + 1 }] })).toBe("cut.tooMuch");
  }
  for (const { id } of world.treaties) expect(codeOf({ refuse: [id] }) === null).toBe(options.refuse.includes(id));
}

interface Agreeing {
  readonly board: Board;
  readonly world: World;
  readonly me: number;
  readonly options: ReturnType<typeof legalOptions>;
  readonly codeOf: (plan: Partial<OrderSheet>) => string | null;
}

/** Ultimata to, concessions and appeals to one country, and help for it. */
function expectDiplomacy({ board, world, me, options, codeOf }: Agreeing, i: number): void {
  const id = board.ids[i] ?? countryId("?");
  const mine = board.ids[me] ?? countryId("?");
  const demands = options.demands(i);
  const demanded = (of: Demand): string | null => codeOf({ moves: [{ kind: "ultimatum", target: id, demand: of }] });
  for (const [p, { id: at }] of board.provinces.entries()) {
    expect(demanded({ kind: "cede", province: at })).toBe(demands.cede[p]?.code ?? null);
    const given = codeOf({ moves: [{ kind: "concede", to: id, province: at }] });
    expect(given).toBe(options.concedeTo(p)[i]?.code ?? null);
    if (options.concede[p]) expect(given).toBe(options.concede[p].code);
  }
  for (const { id: treaty } of world.treaties)
    expect(demanded({ kind: "leaveTreaty", treaty }) === null).toBe(demands.leaveTreaty.includes(treaty));
  for (const [k, against] of board.ids.entries()) {
    expect(demanded({ kind: "align", alignment: { kind: "balance", against } })).toBe(demands.balance[k]?.code ?? null);
    expect(codeOf({ moves: [{ kind: "appeal", to: id, against }] })).toBe(options.appealAgainst(i)[k]?.code ?? null);
  }
  expect(demanded({ kind: "align", alignment: { kind: "bandwagon", with: mine } })).toBe(
    demands.bandwagon?.code ?? null,
  );
  expect(codeOf({ focus: { kind: "help", country: id } })).toBe(options.focus.help[i]?.code ?? null);
}

describe("a world depends on its seed in nothing but its generator", () => {
  it("opens the same for every seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const { board, world } = small();
        expect({ ...createWorld(board, seed), prng: world.prng }).toEqual(world);
      }),
      held(50),
    );
  });
});
