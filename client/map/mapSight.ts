import type { EventOf, GameEvent } from "#shared/model/event.ts";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { Alignment } from "#shared/model/order.ts";
import type { Scenario, ScenarioCountry } from "#shared/model/scenario.ts";
import type { Treaty } from "#shared/model/treaty.ts";
import type { PlayerView, TurnView } from "#shared/model/view.ts";
import type { Board, BoardProvince, Matrix } from "#shared/model/world.ts";
import { signsOf, type SignMark } from "./signs.ts";
import { assess } from "#shared/theory/assess.ts";

/** What the map needs of a board. */
export type MapBoard = Pick<Board, "ids" | "indexOf" | "names" | "borders"> & {
  readonly provinces: readonly Pick<BoardProvince, "home">[];
  readonly scenario: {
    readonly countries: readonly Pick<ScenarioCountry, "id" | "short" | "ideology">[];
    readonly ideologies: readonly Pick<Scenario["ideologies"][number], "id">[];
  };
};

/** What the map needs to know of a moment of a match, live or past. Arrays by country or province index. */
export interface MapSight {
  readonly you: CountryIndex | null;
  readonly holders: readonly CountryIndex[];
  readonly threat: Matrix;
  /** T a turn earlier; null before the first. */
  readonly before: Matrix | null;
  readonly alignments: readonly Alignment[];
  /** Alignments of the turns before that one, oldest first: they keep a coalition's numeral steady. */
  readonly earlier: readonly (readonly Alignment[])[];
  readonly treaties: readonly Treaty[];
  readonly battles: readonly BattleSeen[];
  /** Ultimata, unrest and crises of the last turn. */
  readonly signs: readonly SignMark[];
  readonly exile: readonly boolean[];
  /** Shares of all power, adding up to 1. */
  readonly shares: readonly number[];
  /** My own choice while it is secret. */
  readonly draft: Alignment | null;
}
export type BattleSeen = Pick<EventOf<"battle">, "attackers" | "defender" | "province" | "outcome">;

/** The map as a seat sees it now. `opening` = T before the first turn, so that the first change can be shown. */
export function mapSightOf(board: Board, view: PlayerView, opening: Matrix | null = null): MapSight {
  const last = view.history.at(-1);
  return {
    you: view.you === null ? null : (board.indexOf.get(view.you) ?? null),
    holders: view.world.holders,
    threat: view.world.threat,
    before: last === undefined ? null : (view.history.at(-2)?.threat ?? opening),
    alignments: view.world.alignments,
    earlier: view.history.slice(0, -1).map(alignmentsOf),
    treaties: view.world.treaties,
    battles: battlesOf(last?.events ?? []),
    signs: signsNow(board, view),
    exile: view.world.countries.map((country) => country.status.kind === "exile"),
    shares: assess(board, view.world).shares,
    draft: draftOf(view),
  };
}

/** The map after a turn gone by, for replays. Treaties are those in force since then, as far as the view tells. */
export function mapSightAt(board: Board, view: PlayerView, turn: number): MapSight | null {
  const index = view.history.findIndex((one) => one.turn === turn);
  const seen = view.history[index];
  if (seen === undefined) return null;
  return {
    ...mapSightOf(board, view),
    holders: seen.holders,
    threat: seen.threat,
    before: view.history[index - 1]?.threat ?? null,
    alignments: alignmentsOf(seen),
    earlier: view.history.slice(0, index).map(alignmentsOf),
    treaties: treatiesAt(view, turn),
    battles: battlesOf(seen.events),
    signs: signsOf(board, seen.events),
    exile: board.homes.map((homes, country) => homes.every((province) => seen.holders[province] !== country)),
    draft: null,
  };
}

/** While the table plans, only what still waits for an answer; what last turn brought has been read by then. */
function signsNow(board: Board, { phase, history }: PlayerView): readonly SignMark[] {
  const signs = signsOf(board, history.at(-1)?.events ?? []);
  return phase === "diplomacy" || phase === "orders" ? signs.filter(({ kind }) => kind === "demand") : signs;
}

const alignmentsOf = (turn: TurnView): readonly Alignment[] => turn.sheets.map((one) => one.sheet.alignment);

const battlesOf = (events: readonly GameEvent[]): readonly BattleSeen[] =>
  events.filter((event): event is EventOf<"battle"> => event.kind === "battle");

const draftOf = (view: PlayerView): Alignment | null =>
  view.phase === "orders" || view.phase === "diplomacy" ? (view.orders.sheet?.alignment ?? null) : null;

/** In force after the turn: now in force and older, or ended later. */
function treatiesAt(view: PlayerView, turn: number): readonly Treaty[] {
  const ended = view.history
    .filter((one) => one.turn > turn)
    .flatMap((one) => one.events)
    .flatMap((event) =>
      event.kind === "treatyLapsed" || event.kind === "treatyBroken" || event.kind === "treatyLeft"
        ? [event.treaty]
        : [],
    );
  return [...view.world.treaties, ...ended].filter((treaty) => treaty.since <= turn);
}
