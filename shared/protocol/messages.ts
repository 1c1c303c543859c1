import { z } from "zod";
import type { CountryId, MatchId, ScenarioId } from "../model/ids.ts";
import type { Level, Module, Scenario } from "../model/scenario.ts";
import type { Pace, Phase } from "../model/match.ts";
import { PHASES } from "../model/match.ts";
import { DECLINE_REASONS } from "../model/treaty.ts";
import type { PlayerView } from "../model/view.ts";
import type { Refusal } from "../model/refusal.ts";
import type { Patch } from "../lib/diff.ts";
import type { WireView } from "./wire.ts";
import {
  channelSchema,
  characterSchema,
  countryIdSchema,
  forecastSchema,
  ratingsSchema,
  termsSchema,
  treatyIdSchema,
  wireSheetSchema,
} from "./schemas.ts";

/** Who may send a message: someone with a seat, or anyone connected to the match. */
export type Role = "player" | "observer";

/**
 * Everything a client may ask of its match, by request and reply. The server answers `Reply`; a
 * positive reply means the command is durably in the record ("saved").
 */
export const CLIENT_MESSAGES = {
  start: z.strictObject({}),
  claim: z.strictObject({ country: countryIdSchema }),
  computer: characterSchema.extend({ country: countryIdSchema }),
  /** Lets a computer player play one's seat until it is taken back. */
  handOver: characterSchema,
  takeBack: z.strictObject({}),
  empty: z.strictObject({ country: countryIdSchema }),
  draft: z.strictObject({ turn: z.int(), sheet: wireSheetSchema }),
  submit: z.strictObject({ turn: z.int(), sheet: wireSheetSchema }),
  withdraw: z.strictObject({ turn: z.int() }),
  ready: z.strictObject({ turn: z.int(), phase: z.enum(PHASES), ready: z.boolean() }),
  forecast: z.strictObject({ turn: z.int(), forecast: forecastSchema }),
  rate: z.strictObject({ ratings: ratingsSchema }),
  say: z.strictObject({ to: channelSchema, text: z.string().max(20_000) }),
  propose: z.strictObject({ terms: termsSchema }),
  sign: z.strictObject({ proposal: treatyIdSchema }),
  decline: z.strictObject({ proposal: treatyIdSchema, reason: z.enum(DECLINE_REASONS).optional() }),
  retract: z.strictObject({ proposal: treatyIdSchema }),
  /** Asks for everything again: after a gap in `rev`, or `whole` when what follows from the view does not add up. */
  resync: z.strictObject({ whole: z.literal(true).optional() }),
  ping: z.strictObject({}),
} as const;
export type ClientMessageName = keyof typeof CLIENT_MESSAGES;
export type ClientMessage<N extends ClientMessageName> = z.infer<(typeof CLIENT_MESSAGES)[N]>;

export const MESSAGE_ROLES = {
  start: ["player"],
  claim: ["player", "observer"],
  computer: ["player"],
  handOver: ["player"],
  /** Of a seat that a computer player keeps warm: its person is an observer meanwhile. */
  takeBack: ["player", "observer"],
  empty: ["player"],
  draft: ["player"],
  submit: ["player"],
  withdraw: ["player"],
  /** Who alone watches seats played for them says when to go on. */
  ready: ["player", "observer"],
  forecast: ["player"],
  rate: ["player"],
  say: ["player"],
  propose: ["player"],
  sign: ["player"],
  decline: ["player"],
  retract: ["player"],
  resync: ["player", "observer"],
  ping: ["player", "observer"],
} as const satisfies Record<ClientMessageName, readonly Role[]>;

export type Reply = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

/** What the server sends unasked. Patches are by far the most frequent: hence their short name. */
export interface ServerMessages {
  /** All that a seat may see, without what follows by the rules: on entering and on resync. `now` is the server's clock. */
  readonly view: { readonly rev: number; readonly now: number; readonly view: WireView };
  /** The same in full, with its scenario, for a reader whose own reckoning came out otherwise; its patches are of the full view. */
  readonly whole: {
    readonly rev: number;
    readonly now: number;
    readonly view: PlayerView;
    readonly scenario: Scenario;
  };
  /**
   * What changed since `rev − 1`; with a new deadline, the milliseconds to it, which tell the server's clock. A number alone
   * is the next `rev` and one flag: `flip`.
   */
  readonly p: number | readonly [rev: number, patch: Patch, left?: number];
  /** This seat was opened in another tab or on another device. */
  readonly superseded: Record<string, never>;
}
export type ServerMessageName = keyof ServerMessages;

/** Answers of the HTTP routes under `/api`. Errors are `{ refusal }` with a 4xx status. */
export interface Entry {
  readonly kind?: "match";
  readonly match: MatchId;
  readonly code: string;
  /** The seat token: kept by the browser, sent in a body, never in a URL. */
  readonly token: string;
  /** For taking the seat up on another device. */
  readonly rejoin: string;
  readonly name: string;
  /** Null = observer (the table was full). */
  readonly country: CountryId | null;
}
export interface MatchSummary {
  readonly kind?: "match";
  readonly code: string;
  readonly scenario: ScenarioId;
  readonly title: string;
  readonly level: Level;
  readonly pace: Pace;
  readonly phase: Phase;
  readonly turn: number;
  readonly seats: readonly {
    readonly country: CountryId;
    readonly name: string;
    readonly occupant: "person" | "computer" | "empty";
    readonly by: string;
  }[];
}
export interface ScenarioSummary {
  readonly id: ScenarioId;
  readonly title: string;
  readonly era: string;
  readonly summary: string;
  readonly countries: readonly { readonly id: CountryId; readonly name: string; readonly brief: string }[];
  readonly turns: number;
  readonly level: Level;
  readonly minutes: number;
  readonly people: string;
  /** Ticked besides the level's own. */
  readonly modules: readonly Module[];
  /** Scenarios listed together under this name. */
  readonly family?: string;
  /** The scenario this one is a variant of, and is listed under. */
  readonly variantOf?: ScenarioId;
}
/** What `POST /api/enter` gives back: everything the Colyseus client needs to consume a reserved place. */
export interface Reservation {
  readonly reservation: unknown;
}
