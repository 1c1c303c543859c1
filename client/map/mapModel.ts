import type { CountryIndex, ProvinceIndex, TreatyId } from "#shared/model/ids.ts";
import type { AlignmentKind } from "#shared/model/order.ts";
import type { Band } from "#shared/theory/threat.ts";
import { printedBand } from "./bands.ts";
import { coalitionsOf } from "./coalitions.ts";
import type { RibbonStyle } from "./ribbon.ts";
import type { Coalition } from "./coalitions.ts";
import type { BattleSeen, MapBoard, MapSight } from "./mapSight.ts";
import type { SignMark } from "./signs.ts";
import { tintsOf } from "./tints.ts";
import type { Tint } from "./tints.ts";

/** Keys 1–5, in this order. */
export const LAYERS = ["owner", "threat", "power", "alignment", "ideology"] as const;
export type Layer = (typeof LAYERS)[number];

/** 0 none, 1 serious (from 40), 2 grave (from 60), 3 acute (above 75). */
export type RingLevel = 0 | 1 | 2 | 3;

/** What the map shows, before any drawing. Countries and provinces by index. */
export interface MapModel {
  readonly layer: Layer;
  readonly you: CountryIndex | null;
  readonly countries: readonly CountryMark[];
  readonly provinces: readonly ProvinceMark[];
  readonly coalitions: readonly Coalition[];
  readonly lines: readonly LineMark[];
  readonly pacts: readonly PactMark[];
  readonly attacks: readonly AttackMark[];
  readonly signs: readonly SignMark[];
}

export interface CountryMark {
  readonly name: string;
  readonly short: string;
  readonly tint: Tint;
  /** Levels of threat to me; 0 for observers and for myself. */
  readonly rings: RingLevel;
  /** T to me, unrounded; null for observers, for myself and for a government in exile. */
  readonly threat: number | null;
  /** T now less T a turn ago, rounded as printed; null when there is no earlier turn. */
  readonly change: number | null;
  /** Share of all power, 0–1. */
  readonly share: number;
  readonly alignment: AlignmentKind;
  /** Position in `scenario.ideologies`, drawn as letter A, B, C … with a pattern of its own. */
  readonly ideology: number;
  readonly exile: boolean;
}

export interface ProvinceMark {
  readonly home: CountryIndex;
  readonly holder: CountryIndex;
}

/** A balance line or a bandwagon line. `draft` = my own choice, seen by me only. */
export interface LineMark {
  readonly kind: "balance" | "bandwagon";
  readonly from: CountryIndex;
  readonly to: CountryIndex;
  readonly ribbon: RibbonStyle | null;
  readonly draft: boolean;
}

/** One dotted line for every pair of a defence pact that I know of. */
export interface PactMark {
  readonly treaty: TreatyId;
  readonly a: CountryIndex;
  readonly b: CountryIndex;
  /** Secret, and known to me. */
  readonly secret: boolean;
}

export interface AttackMark {
  readonly from: CountryIndex;
  readonly province: ProvinceIndex;
  readonly outcome: BattleSeen["outcome"];
}

/** From how much threat a number is boxed and a border ringed: the first band that asks for an answer. */
export const BOXED_FROM = 40;

export const ringLevel = (threat: number): RingLevel => LEVELS[printedBand(threat)];
const LEVELS = { negligible: 0, watch: 0, serious: 1, grave: 2, acute: 3 } as const satisfies Record<Band, RingLevel>;

/** Everything on the map for one sight and one layer. */
export function mapModelOf(board: MapBoard, sight: MapSight, layer: Layer): MapModel {
  const coalitions = coalitionsOf(board, sight);
  const ribbonOf = (country: CountryIndex): RibbonStyle | null =>
    coalitions.find((coalition) => coalition.members.includes(country))?.style ?? null;
  const tints = tintsOf(board);
  return {
    layer,
    you: sight.you,
    countries: board.ids.map((_, index) => countryMark(board, sight, index, tints[index] ?? 1)),
    provinces: board.provinces.map((province, index) => ({
      home: province.home,
      holder: sight.holders[index] ?? province.home,
    })),
    coalitions,
    lines: linesOf(board, sight, ribbonOf),
    pacts: pactsOf(board, sight),
    attacks: sight.battles.flatMap((battle) =>
      battle.attackers.slice(0, 1).map((from) => ({ from, province: battle.province, outcome: battle.outcome })),
    ),
    signs: sight.signs,
  };
}

function countryMark(board: MapBoard, sight: MapSight, index: CountryIndex, tint: Tint): CountryMark {
  const country = board.scenario.countries.find((one) => one.id === board.ids[index]);
  const threat = threatTo(sight, index);
  const earlier = sight.you === null ? undefined : sight.before?.[sight.you]?.[index];
  return {
    name: board.names[index] ?? "",
    short: country?.short ?? board.names[index] ?? "",
    tint,
    rings: threat === null ? 0 : ringLevel(threat),
    threat,
    change: threat === null || earlier === undefined ? null : Math.round(threat) - Math.round(earlier),
    share: sight.shares[index] ?? 0,
    alignment: sight.alignments[index]?.kind ?? "hide",
    ideology: board.scenario.ideologies.findIndex((one) => one.id === country?.ideology),
    exile: sight.exile[index] ?? false,
  };
}

function threatTo(sight: MapSight, index: CountryIndex): number | null {
  if (sight.you === null || sight.you === index || sight.exile[index]) return null;
  return sight.threat[sight.you]?.[index] ?? null;
}

type RibbonOf = (country: CountryIndex) => RibbonStyle | null;

function linesOf(board: MapBoard, sight: MapSight, ribbonOf: RibbonOf): LineMark[] {
  const revealed = sight.alignments.flatMap((alignment, from) =>
    lineOf(board, alignment, { from, draft: false, ribbonOf }),
  );
  if (sight.you === null || sight.draft === null) return revealed;
  const drafted = lineOf(board, sight.draft, { from: sight.you, draft: true, ribbonOf: () => null });
  const same = drafted.some((line) =>
    revealed.some((old) => old.from === line.from && old.to === line.to && old.kind === line.kind),
  );
  // The draft first: it finds its way before the others.
  return same ? revealed : [...drafted, ...revealed.filter((line) => line.from !== sight.you)];
}

function lineOf(
  board: MapBoard,
  alignment: MapSight["alignments"][number],
  at: { readonly from: CountryIndex; readonly draft: boolean; readonly ribbonOf: RibbonOf },
): LineMark[] {
  if (alignment.kind === "hide") return [];
  const to = board.indexOf.get(alignment.kind === "balance" ? alignment.against : alignment.with);
  if (to === undefined) return [];
  return [{ kind: alignment.kind, from: at.from, to, ribbon: at.ribbonOf(at.from), draft: at.draft }];
}

function pactsOf(board: MapBoard, sight: MapSight): PactMark[] {
  return sight.treaties
    .filter((treaty) => treaty.kind === "defence")
    .flatMap((treaty) => {
      const parties = treaty.parties.flatMap((id) => board.indexOf.get(id) ?? []);
      return parties.flatMap((a, k) =>
        parties.slice(k + 1).map((b) => ({ treaty: treaty.id, a, b, secret: treaty.secret === true })),
      );
    });
}
