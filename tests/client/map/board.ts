import type { MapBoard, MapSight } from "#client/map/mapSight.ts";
import { countryId, treatyId } from "#shared/model/ids.ts";
import type { Alignment } from "#shared/model/order.ts";
import type { Treaty } from "#shared/model/treaty.ts";

/** Seven countries of 1914 with a province each, in index order, and their shares of power. */
export const NAMES = [
  "Austria-Hungary",
  "Belgium",
  "Britain",
  "France",
  "Germany",
  "Italy",
  "Romania",
  "Russia",
  "Serbia",
] as const;
export type Name = (typeof NAMES)[number];
const SHARES = [0.1, 0.02, 0.19, 0.13, 0.22, 0.08, 0.02, 0.22, 0.02];
const LAND_BORDERS: readonly (readonly [Name, Name])[] = [
  ["Austria-Hungary", "Germany"],
  ["Austria-Hungary", "Italy"],
  ["Austria-Hungary", "Romania"],
  ["Austria-Hungary", "Russia"],
  ["Austria-Hungary", "Serbia"],
  ["Belgium", "France"],
  ["Belgium", "Germany"],
  ["France", "Germany"],
  ["France", "Italy"],
  ["Germany", "Russia"],
  ["Romania", "Russia"],
  ["Romania", "Serbia"],
];

export const index = (name: Name): number => NAMES.indexOf(name);
const id = (name: Name) => countryId(name.toLowerCase());

export const board: MapBoard = {
  ids: NAMES.map(id),
  indexOf: new Map(NAMES.map((name, at) => [id(name), at])),
  names: NAMES,
  provinces: NAMES.map((_, home) => ({ home })),
  borders: NAMES.map((a) =>
    NAMES.map((b) => LAND_BORDERS.some((pair) => pair.includes(a) && pair.includes(b) && a !== b)),
  ),
  scenario: {
    countries: NAMES.map((name) => ({
      id: id(name),
      short: name,
      ideology: name === "France" ? "republic" : "monarchy",
    })),
    ideologies: [{ id: "monarchy" }, { id: "republic" }],
  },
};

type Choice = readonly ["balance" | "bandwagon", Name];

/** Alignments in words; who is not named hides. */
export const alignments = (choices: Partial<Record<Name, Choice>>): readonly Alignment[] =>
  NAMES.map((name) => {
    const choice = choices[name];
    if (choice === undefined) return { kind: "hide" };
    return choice[0] === "balance"
      ? { kind: "balance", against: id(choice[1]) }
      : { kind: "bandwagon", with: id(choice[1]) };
  });

export const pact = (number: number, ...parties: readonly Name[]): Treaty => ({
  id: treatyId(`t${number}`),
  kind: "defence",
  parties: parties.map(id),
  since: 0,
  until: null,
});

/** A peaceful moment seen by nobody, with changes. */
export const sight = (changes: Partial<MapSight>): MapSight => ({
  you: null,
  holders: NAMES.map((_, at) => at),
  threat: NAMES.map(() => NAMES.map(() => 20)),
  before: null,
  alignments: alignments({}),
  earlier: [],
  treaties: [],
  battles: [],
  signs: [],
  exile: NAMES.map(() => false),
  shares: SHARES,
  draft: null,
  ...changes,
});

export const byName = (members: readonly number[]): readonly string[] => members.map((at) => NAMES[at] ?? "?");
