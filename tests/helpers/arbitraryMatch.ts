import * as fc from "fast-check";
import { countryId, provinceId, treatyId } from "#shared/model/ids.ts";
import type { Demand, Focus, LegalOrder, Move, OrderSheet } from "#shared/model/order.ts";
import { TREATY_KINDS } from "#shared/model/treaty.ts";
import type { TreatyTerms } from "#shared/model/treaty.ts";
import type { Board, World } from "#shared/model/world.ts";
import { checkOrder, defaultModules, defaultOrder, resolveTurn } from "#shared/rules/index.ts";
import { NAMES, sheetOf, small } from "./smallWorld.ts";

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
interface Tried {
  readonly plain: OrderSheet;
  readonly focus: Focus | undefined;
  /** Accepts whatever ultimata it got. */
  readonly yields: boolean;
}
const sheet: fc.Arbitrary<Tried> = fc.record({
  plain: plainSheet,
  focus: fc.option(focus, { nil: undefined }),
  yields: fc.boolean(),
});
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
/** Offence and defence of each country in turn; then what each turn is tried with. */
interface Match {
  readonly arms: readonly number[];
  readonly rescaled: boolean;
  readonly advanced: boolean;
  readonly turns: readonly { readonly sheets: readonly Tried[]; readonly signed: readonly TreatyTerms[] }[];
}

/** A match on the small world: arms, level and up to seven turns of arbitrary sheets and signatures. */
export const match: fc.Arbitrary<Match> = fc.record({
  arms: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 8, maxLength: 8 }),
  rescaled: fc.boolean(),
  advanced: fc.boolean(),
  turns: fc.array(turnPlan, { minLength: 1, maxLength: 7 }),
});

/** Puts a whole match on the board. Sheets that are refused are played as default orders. */
export function playMatch({ arms, rescaled, advanced, turns }: Match, each: (step: Step) => void): void {
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
export interface Step {
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

/** The same cases at every run. */
export const held = (runs: number) => ({ numRuns: runs, seed: 7 });
