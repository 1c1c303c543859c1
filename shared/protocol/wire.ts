import type { MatchId } from "../model/ids.ts";
import type { MatchSettings } from "../model/match.ts";
import type { HostedView, Outcome, TurnView } from "../model/view.ts";
import type { ScenarioCrisis } from "../model/scenario.ts";
import type { AmbitionCard, PublicWorld } from "../model/world.ts";

/*
 * What travels, in place of ids and member names: positions. A country is its index in `Board.ids`, a province its index in
 * `Board.provinces`, a treaty the number in its id. Written and read by `shared/projection/wire` alone.
 */

/**
 * An order sheet: alignment, reason, offence, defence, industry, moves, aid, refuse, note, answers, focus; from the end, what is 0 or empty
 * is left out. The least is `[]`: hide, spend nothing.
 *
 * - alignment: 0 hide, 2c + 1 balance against c, 2c + 2 bandwagon with c
 * - reason: 0 none, else 1 + its place in `REASONS`
 * - moves: each 16 × what it is about + its kind, in the order of `MOVE_CODES` in `projection/wire/sheet.ts`
 * - aid: recipient, points, recipient, points, …
 * - refuse: treaty numbers
 * - answers to ultimata: 2 × country, + 1 if accepted
 * - focus: 0 none, 1 the attack, 2 + country to be helped
 */
export type WireSheet = readonly WireSheetPart[];
export type WireSheetPart = number | string | readonly number[];

/**
 * A played turn: who filled in the sheets (p, c or d by country, or one letter for all) · check number of what follows from
 * them · the sheets · treaties that came into force · the crisis that struck. Everything else of a `TurnView` follows by the rules. A turn that holds
 * more than follows travels whole, and so does every later one.
 */
export type WireTurn =
  | readonly [
      sources: string,
      check: number,
      sheets: readonly WireSheet[],
      signed?: readonly WireTerms[],
      crisis?: ScenarioCrisis,
    ]
  | { readonly whole: TurnView };

/** Treaty number, kind's place in `TREATY_KINDS`, parties, the country it is against. */
export type WireTerms = readonly [id: number, kind: number, parties: readonly number[], against?: number];

/** As `WireTerms`, then proposer, turn, who has signed and who has declined; `against` is −1 for nobody. */
export type WireProposal = readonly [
  id: number,
  kind: number,
  parties: readonly number[],
  against: number,
  by: number,
  turn: number,
  signed: readonly number[],
  declined: readonly number[],
  /** 1 if secret; then reasons for declining: country, the reason's place in `DECLINE_REASONS`, … */
  more?: readonly number[],
];

/** Turn, phase's place in `PHASES`, sender, readers (0 = everyone), text. Its place in the list is its number. */
export type WireMessage = readonly [turn: number, phase: number, from: number, to: 0 | readonly number[], text: string];

/** A `PlayerView` without what its reader can work out: the world, what happened in past turns, scores. */
export interface WireView {
  readonly match: MatchId;
  readonly code: string;
  readonly settings: Omit<MatchSettings, "seed">;
  /** Check number of scenario and opening: whether sender and reader mean the same board. */
  readonly base: number;
  readonly you: number | null;
  /** Place in `PHASES`. */
  readonly phase: number;
  readonly turn: number;
  /** The deadline: epoch milliseconds on the server's clock, or null. */
  readonly due: number | null;
  /** Who sits where: p, c or e for person, computer player or empty, and the name. */
  readonly seats: readonly (readonly [occupant: string, name: string])[];
  /** One bit a seat: connected · submitted · ready, the last inverted where submitted, because the two come together. */
  readonly here: number;
  readonly sent: number;
  readonly ready: number;
  readonly card: AmbitionCard | null;
  /** Own orders: d = draft, s = submitted. */
  readonly own: readonly [state: "d" | "s", sheet: WireSheet] | null;
  /** Own forecast: most feared (−1 nobody), then the balancers. */
  readonly cast: readonly number[] | null;
  /** Own ratings by country, −1 = none; null = nobody rated. */
  readonly rated: readonly number[] | null;
  readonly deals: readonly WireProposal[];
  readonly said: readonly WireMessage[];
  readonly past: readonly WireTurn[];
  /** Only when it does not follow from the turns played. */
  readonly world: PublicWorld | null;
  readonly may: boolean;
  readonly outcome: Outcome | null;
  readonly hosted: HostedView | null;
}
