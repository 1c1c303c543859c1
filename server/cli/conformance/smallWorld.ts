import { countryId, provinceId, treatyId } from "#shared/model/ids.ts";
import type { CountryId, CountryIndex } from "#shared/model/ids.ts";
import type { Play } from "#shared/model/lens.ts";
import type { Alignment } from "#shared/model/order.ts";
import type { Parameters } from "#shared/model/parameters.ts";
import type { Board, BoardProvince, Country, Matrix, PublicWorld } from "#shared/model/world.ts";
import type { LensBoard } from "#shared/theory/lenses.ts";
import type { SmallWorld } from "./words.ts";

export interface Small {
  readonly board: LensBoard & Pick<Board, "names">;
  readonly world: PublicWorld;
  /** Throws a sentence for a country that the small world has not. */
  readonly index: (name: string) => CountryIndex;
}

/** The board and world that a case describes: one home province for each country, in ascending order of their ids. */
export function buildSmall(small: SmallWorld, parameters: Parameters): Small {
  const names = Object.keys(small.countries).sort();
  const index = (name: string): CountryIndex => {
    const found = names.indexOf(name);
    if (found < 0) throw new Error(`no country "${name}" in the case's world`);
    return found;
  };
  const ids = names.map(countryId);
  const matrix = (entries: readonly (readonly [string, string, number])[], others: number): Matrix => {
    const cells = names.map((_, i) => names.map((_name, j) => (i === j ? 0 : others)));
    for (const [i, j, value] of entries) cells[index(i)]?.splice(index(j), 1, value);
    return cells;
  };
  const ideology = (small.ideology ?? []).flatMap(([a, b, D]): [string, string, number][] => [
    [a, b, D],
    [b, a, D],
  ]);
  return {
    index,
    board: {
      ids,
      names,
      indexOf: new Map(ids.map((id, k) => [id, k])),
      provinces: provincesOf(small, names),
      proximity: matrix(small.proximity ?? [], 1),
      ideologyDistance: matrix(ideology, 0),
      scenario: { rivalries: (small.rivalries ?? []).map(([a, b]) => [countryId(a), countryId(b)]) },
      parameters: { ...parameters, kappa: small.kappa ?? 1, delta: small.delta ?? 0.5 },
    },
    world: {
      turn: 1,
      threat: [],
      recentActs: [],
      congress: false,
      alarm: null,
      wars: 0,
      ultimatums: [],
      influence: matrix(small.influence ?? [], 0),
      countries: names.map((name) => countryOf(small, name)),
      holders: names.map((name) => index(small.countries[name]?.holder ?? name)),
      intent: matrix(small.intent ?? [], parameters.intent.prior),
      aid: matrix(small.aid ?? [], 0),
      alignments: names.map((name) => alignmentOf(small.alignments?.[name] ?? "hide")),
      recentTakings: (small.takings ?? []).map(([taker, from]) => ({
        turn: 0,
        taker: index(taker),
        from: index(from),
      })),
      treaties: (small.pacts ?? []).map(({ parties, against }, k) => ({
        id: treatyId(`t${k + 1}`),
        kind: "defence",
        parties: parties.map(countryId).sort(),
        since: 0,
        until: null,
        ...(against === undefined ? {} : { against: countryId(against) }),
      })),
    },
  };
}

/** `balance x`, `bandwagon x`, `hide`, `buck-pass`. */
export function playOf(text: string): Play {
  return text === "buck-pass" ? { kind: "buckPass" } : alignmentOf(text);
}

export function alignmentOf(text: string): Alignment {
  const [kind, target = ""] = text.split(" ");
  if (kind === "balance") return { kind, against: countryId(target) };
  return kind === "bandwagon" ? { kind, with: countryId(target) } : { kind: "hide" };
}

export function playText(play: Play): string {
  if (play.kind === "buckPass") return "buck-pass";
  if (play.kind === "hide") return "hide";
  const target: CountryId = play.kind === "balance" ? play.against : play.with;
  return `${play.kind} ${target}`;
}

function provincesOf(small: SmallWorld, names: readonly string[]): BoardProvince[] {
  return names.map((name, home) => ({
    id: provinceId(name),
    name,
    home,
    terrain: 1,
    coastal: false,
    neighbours: [],
    population: small.countries[name]?.population ?? 0,
    industry: small.countries[name]?.industry ?? 0,
  }));
}

function countryOf(small: SmallWorld, name: string): Country {
  const {
    offence = 0,
    defence = 0,
    built = 0,
    word: [honoured, refused] = [3, 1],
    exile = false,
  } = small.countries[name] ?? {};
  return {
    offence,
    defence,
    industryBuilt: built,
    honoured,
    refused,
    status: exile ? { kind: "exile" } : { kind: "sovereign" },
    treasury: 0,
    stability: 75,
    mobilisedFrom: 0,
    mobilisedTo: 0,
    armisticeTo: 0,
    securitySum: 0,
    sovereignSum: 0,
    security: 0,
  };
}
