import { countryId, provinceId, scenarioId, treatyId } from "#shared/model/ids.ts";
import type { EventKind, EventOf, GameEvent } from "#shared/model/event.ts";
import type { Alignment, Demand, Focus, LegalOrder, Move, OrderSheet, Spending } from "#shared/model/order.ts";
import type { PartialParameters } from "#shared/model/parameters.ts";
import type { Module, Scenario, ScenarioCountry, ScenarioProvince } from "#shared/model/scenario.ts";
import type { TreatyTerms } from "#shared/model/treaty.ts";
import type { Board, Country, World } from "#shared/model/world.ts";
import { checkOrder, createBoard, createWorld, defaultModules, resolveTurn, sentence } from "#shared/rules/index.ts";
import type { TurnInput } from "#shared/rules/index.ts";

/**
 * A world small enough to reckon by hand. Four countries, two provinces each, 12.5 of people and industry a province, so
 * that each has 25 of 100 units and an income of 5; arms 10 and 10 unless said.
 *
 *     borun: arno (coast) – brod        brod – kessel, arno – corm
 *     cask:  corm (coast) – cray        cray – dorn
 *     dell:  kessel – dorn (mountains)
 *     aster: holm (coast) – isle (coast)   an island; X = .4 to and from everyone
 */
export const NAMES = ["aster", "borun", "cask", "dell"] as const;
export type Name = (typeof NAMES)[number];

const PROVINCES: readonly (readonly [string, Name, "coast" | "inland", "open" | "mountain", readonly string[]])[] = [
  ["arno", "borun", "coast", "open", ["brod", "corm"]],
  ["brod", "borun", "inland", "open", ["arno", "kessel"]],
  ["corm", "cask", "coast", "open", ["cray", "arno"]],
  ["cray", "cask", "inland", "open", ["corm", "dorn"]],
  ["dorn", "dell", "inland", "mountain", ["cray", "kessel"]],
  ["kessel", "dell", "inland", "open", ["dorn", "brod"]],
  ["holm", "aster", "coast", "open", ["isle"]],
  ["isle", "aster", "coast", "open", ["holm"]],
];

export interface Setup {
  readonly arms?: Partial<Record<Name, readonly [offence: number, defence: number]>>;
  readonly modules?: readonly Module[];
  readonly parameters?: PartialParameters;
  readonly scenario?: Partial<Scenario>;
  readonly country?: (name: Name) => Partial<ScenarioCountry>;
}

export function smallScenario(setup: Setup = {}): Scenario {
  const countries = NAMES.map((name): ScenarioCountry => {
    const [offence, defence] = setup.arms?.[name] ?? [10, 10];
    return {
      id: countryId(name),
      name: title(name),
      short: title(name),
      offence,
      defence,
      mobility: 0,
      ideology: "none",
      openSociety: true,
      aims: [],
      brief: "",
      ...setup.country?.(name),
    };
  });
  const provinces = PROVINCES.map(([id, home, coast, terrain, neighbours], k): ScenarioProvince => ({
    id: provinceId(id),
    name: title(id),
    home: countryId(home),
    population: 12.5,
    industry: 12.5,
    terrain,
    coastal: coast === "coast",
    neighbours: neighbours.map(provinceId),
    city: [k, 0],
  }));
  return {
    id: scenarioId("small"),
    version: 1,
    title: "Small",
    era: "fictional",
    summary: "",
    turns: 6,
    recommended: { level: "standard", minutes: 30, people: "4" },
    countries,
    provinces,
    proximity: (["borun", "cask", "dell"] as const).map(
      (other) => [countryId("aster"), countryId(other), 0.4] as const,
    ),
    ideologies: [{ id: "none", name: "None", centralising: false }],
    ideologyDistances: [{ a: "none", b: "none", distance: 0 }],
    rivalries: [],
    treaties: [],
    history: [],
    parameters: {},
    map: { kind: "drawn", seed: 1, size: [10, 10], seas: [] },
    sources: [],
    judged: [],
    ...setup.scenario,
  };
}

export interface Small {
  readonly board: Board;
  readonly world: World;
}

export function small(setup: Setup = {}): Small {
  const options = {
    modules: setup.modules ?? defaultModules("standard"),
    ...(setup.parameters ? { parameters: setup.parameters } : {}),
  };
  const board = createBoard(smallScenario(setup), options);
  return { board, world: createWorld(board, 1) };
}

/** The parts of a sheet that matter to a test; the rest is: hide, spend nothing, no move. */
export interface Plan {
  readonly align?: Alignment;
  readonly spend?: Partial<Spending>;
  readonly moves?: readonly Move[];
  readonly refuse?: readonly string[];
  /** To ultimata of last turn. */
  readonly accept?: readonly Name[];
  readonly decline?: readonly Name[];
  readonly focus?: Focus;
}

export const against = (name: Name): Alignment => ({ kind: "balance", against: countryId(name) });
export const follow = (name: Name): Alignment => ({ kind: "bandwagon", with: countryId(name) });
export const attack = (province: string, how: { readonly liberate: boolean } = { liberate: false }): Move => ({
  kind: "attack",
  province: provinceId(province),
  liberate: how.liberate,
});
export const ultimatum = (target: Name, demand: Demand): Move => ({
  kind: "ultimatum",
  target: countryId(target),
  demand,
});
export const cede = (id: string): Demand => ({ kind: "cede", province: provinceId(id) });
export const leaveTreaty = (id: string): Demand => ({ kind: "leaveTreaty", treaty: treatyId(id) });
export const demandAlignment = (alignment: Alignment): Demand => {
  if (alignment.kind === "hide") throw new Error("nobody is told to hide");
  return { kind: "align", alignment };
};
export const aid = (to: Name, points: number): Spending["aid"][number] => ({ to: countryId(to), points });

export const sheetOf = (plan: Plan = {}): OrderSheet => ({
  alignment: plan.align ?? { kind: "hide" },
  reason: null,
  note: "",
  spending: { offence: 0, defence: 0, industry: 0, aid: [], ...plan.spend },
  moves: plan.moves ?? [],
  refuse: (plan.refuse ?? []).map(treatyId),
  ...(plan.accept || plan.decline ? { answers: [...answers(plan.accept, true), ...answers(plan.decline, false)] } : {}),
  ...(plan.focus ? { focus: plan.focus } : {}),
});
const answers = (names: readonly Name[] = [], accept: boolean): NonNullable<OrderSheet["answers"]> =>
  names.map((name) => ({ to: countryId(name), accept }));

export const index = (name: Name): number => NAMES.indexOf(name);
export const province = ({ board }: Pick<Small, "board">, id: string): number =>
  board.provinceIndexOf.get(provinceId(id)) ?? -1;

/** The country of that name, as it stands. */
export function country({ world }: Pick<Small, "world">, name: Name): Country {
  const found = world.countries[index(name)];
  if (!found) throw new Error(`no ${name}`);
  return found;
}

/** The world with one country or some holders put otherwise. */
export function changed(
  game: Small,
  change: {
    readonly countries?: Partial<Record<Name, Partial<Country>>>;
    readonly holders?: Readonly<Record<string, Name>>;
    readonly world?: Partial<World>;
  },
): Small {
  const countries = game.world.countries.map((one, i) => ({ ...one, ...change.countries?.[NAMES[i] ?? "aster"] }));
  const holders = [...game.world.holders];
  for (const [id, name] of Object.entries(change.holders ?? {})) holders[province(game, id)] = index(name);
  return { board: game.board, world: { ...game.world, countries, holders, ...change.world } };
}

/** A legal order, or an error that says why it is refused. */
export function legal({ board, world }: Small, name: Name, plan: Plan): LegalOrder {
  const checked = checkOrder(board, world, index(name), sheetOf(plan));
  if (!checked.ok) throw new Error(`${name}: ${checked.error.code}: ${checked.error.text}`);
  return checked.value;
}

export interface Played extends Small {
  readonly events: readonly GameEvent[];
  /** Everything that happened, a sentence a line, for failing tests. */
  readonly story: string;
}

export type Plans = Partial<Record<Name, Plan>>;
export interface Signing {
  readonly id: string;
  readonly terms: Omit<TreatyTerms, "parties" | "against"> & {
    readonly parties: readonly Name[];
    readonly against?: Name;
  };
}

/** Plays one turn; who has no plan hides and saves. */
export function play(
  game: Small,
  plans: Plans,
  signings: readonly Signing[] = [],
  extra: Omit<TurnInput, "orders" | "signed"> = {},
): Played {
  const orders = NAMES.map((name) => legal(game, name, plans[name] ?? {}));
  const signed = signings.map(({ id, terms }) => ({
    id: treatyId(id),
    terms: {
      kind: terms.kind,
      parties: terms.parties.map((name) => countryId(name)),
      ...(terms.against === undefined ? {} : { against: countryId(terms.against) }),
      ...(terms.secret === undefined ? {} : { secret: terms.secret }),
    },
  }));
  const { world, events } = resolveTurn(game.board, game.world, { ...extra, orders, signed });
  return { board: game.board, world, events, story: events.map((event) => sentence(game.board, event)).join("\n") };
}

/** All events of one kind, in order. */
export const all = <K extends EventKind>({ events }: Pick<Played, "events">, kind: K): EventOf<K>[] =>
  events.filter((event): event is EventOf<K> => event.kind === kind);

/** The only event of its kind; an error tells the story if there is none, or more than one. */
export function only<K extends EventKind>(played: Played, kind: K): EventOf<K> {
  const [first, ...rest] = all(played, kind);
  if (!first || rest.length > 0)
    throw new Error(`${rest.length + (first ? 1 : 0)} events "${kind}" in:\n${played.story}`);
  return first;
}

/** The counted acts of one country, as `act: exposures` by observer. */
export const actsOf = (played: Played, name: Name): Record<string, readonly (string | null)[]> =>
  Object.fromEntries(
    all(played, "act")
      .filter(({ by }) => by === index(name))
      .map(({ act, target, felt }) => [target === index(name) ? act : `${act} ${NAMES[target] ?? "?"}`, felt]),
  );

const title = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);
