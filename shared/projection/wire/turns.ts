import { canonicalJson, hashOf } from "../../lib/canonical.ts";
import type { CountryId } from "../../model/ids.ts";
import type { LegalOrder, OrderSheet, SheetSource } from "../../model/order.ts";
import { TREATY_KINDS, type TreatyTerms } from "../../model/treaty.ts";
import type { TurnView } from "../../model/view.ts";
import type { Module, ScenarioCrisis } from "../../model/scenario.ts";
import type { Board, PublicWorld, World } from "../../model/world.ts";
import type { WireTerms, WireTurn } from "../../protocol/wire.ts";
import { createWorld, resolveTurn, type TurnInput } from "../../rules/index.ts";
import { keptFor } from "../../lib/keptFor.ts";
import { publicScenario } from "../publicScenario.ts";
import { publicWorld } from "../publicWorld.ts";
import { standingAfter } from "../standing.ts";
import { countryAt, decodeSheet, encodeSheet, treatyNumber, treatyOf } from "./sheet.ts";

/** Turns with secrets or dice in them do not follow from what everyone sees: they travel whole. */
const UNFOLLOWED: readonly Module[] = ["influence", "intelligence", "secretTreaties", "chance"];
const mayFollow: (board: Board) => boolean = keptFor(
  ({ modules }: Board) => !modules.some((module) => UNFOLLOWED.includes(module)),
);

/** A world without secrets, made fit to be played on. Nothing that everyone may know hangs on chance. */
const playable = (world: PublicWorld): World => ({
  ...world,
  secrets: { influence: world.influence, deeds: [] },
  prng: [0, 0, 0, 0],
});

/** All that follows from the sheets and signatures of a turn. */
type Outcome = Omit<TurnView, "sheets">;
interface Followed {
  readonly outcome: Outcome;
  readonly after: PublicWorld;
  readonly check: number;
}

/** The world before turn 1 as everyone may know it. */
const openingWorld: (board: Board) => PublicWorld = keptFor((board: Board): PublicWorld => {
  return publicWorld(board, createWorld(board, 0), "observer");
});

/** Whether two sides mean the same board: a scenario may have been edited since a match began. */
export const baseOf: (board: Board) => number = keptFor((board: Board) =>
  checkOf([publicScenario(board.scenario), openingWorld(board)]),
);

/** 24 bits of a hash: enough to notice that two sides have come apart. */
const checkOf = (value: unknown): number => Number.parseInt(hashOf(value).slice(0, 6), 16);

function follow(board: Board, before: PublicWorld, input: TurnInput): Followed {
  const { world, events } = resolveTurn(board, playable(before), input);
  const after = publicWorld(board, world, "observer");
  const outcome = { turn: before.turn, events, ...standingAfter(board, after) };
  return { outcome, after, check: checkOf([outcome, after]) };
}

// Writing.

/** Past turns as they travel, and the world that follows from them; null once it does not. */
export function encodeTurns(
  board: Board,
  history: readonly TurnView[],
): { readonly past: readonly WireTurn[]; readonly world: PublicWorld | null } {
  let world: PublicWorld | null = mayFollow(board) ? openingWorld(board) : null;
  const past = history.map((turn) => {
    const followed: Followed | null = world && followedFrom(board, world, turn);
    world = followed?.after ?? null;
    return followed ? compact(board)(turn)(followed) : wholeOf(turn);
  });
  return { past, world };
}

/** What follows from a turn's sheets, if that is what happened. Views of one turn share their `events`: reckoned once for all readers. */
function followedFrom(board: Board, before: PublicWorld, turn: TurnView): Followed | null {
  const known = follows(before).get(turn.events);
  if (known !== undefined) return known;
  const followed = follow(board, before, {
    orders: turn.sheets.map(({ sheet }) => played(sheet)),
    signed: signedIn(turn),
    crisis: crisisIn(turn),
  });
  const { sheets: _sheets, ...told } = turn;
  const same =
    canonicalJson(followed.outcome) === canonicalJson(told) && turn.sheets.every(({ sheet }) => survives(board, sheet));
  const found = same ? followed : null;
  follows(before).set(turn.events, found);
  return found;
}
const follows = keptFor((_before: PublicWorld) => new WeakMap<TurnView["events"], Followed | null>());

/** Whether a sheet says the same after the journey. */
function survives(board: Board, sheet: OrderSheet): boolean {
  const arrived = decodeSheet(board, encodeSheet(board, sheet));
  return arrived.ok && canonicalJson(arrived.value) === canonicalJson(sheet);
}

const signedIn = ({ events }: TurnView): TurnInput["signed"] =>
  events.flatMap((event) => {
    if (event.kind !== "treatySigned") return [];
    const { id, kind, parties, against } = event.treaty;
    return [{ id, terms: against === undefined ? { kind, parties } : { kind, parties, against } }];
  });

/** The crisis that struck, as far as it did: a card of the scenario, or what an instructor put in. */
function crisisIn({ events }: TurnView): ScenarioCrisis | null {
  const struck = events.find((event) => event.kind === "crisis");
  if (!struck) return null;
  const { crisis: id, date, title, text } = struck;
  const effects = events.flatMap((event) => (event.kind === "crisisEffect" ? [event.effect] : []));
  return { id, date, title, text, effects, source: "" };
}

const compact = keptFor((board: Board) =>
  keptFor((turn: TurnView) =>
    keptFor(({ check }: Followed): WireTurn => {
      const letters = turn.sheets.map(({ source }) => source.charAt(0)).join("");
      const sources = new Set(letters).size === 1 ? letters.charAt(0) : letters;
      const sheets = turn.sheets.map(({ sheet }) => encodeSheet(board, sheet));
      const signed = signedIn(turn).map(({ id, terms }) => encodeTerms(board, treatyNumber(id), terms));
      const crisis = crisisIn(turn);
      if (crisis) return [sources, check, sheets, signed, crisis];
      return signed.length === 0 ? [sources, check, sheets] : [sources, check, sheets, signed];
    }),
  ),
);
const wholeOf = keptFor((turn: TurnView): WireTurn => ({ whole: turn }));

function encodeTerms(board: Board, id: number, { kind, parties, against }: TreatyTerms): WireTerms {
  const common = [id, TREATY_KINDS.indexOf(kind), parties.map((party) => countryAt(board, party))] as const;
  return against === undefined ? common : [...common, countryAt(board, against)];
}

// Reading.

/** Turns as they were, and the world after them; null when they do not add up to what the writer has. */
export function decodeTurns(
  board: Board,
  past: readonly WireTurn[],
): { readonly history: readonly TurnView[]; readonly world: PublicWorld | null } | null {
  const history: TurnView[] = [];
  let world: PublicWorld | null = mayFollow(board) ? openingWorld(board) : null;
  for (const turn of past) {
    if (isWhole(turn)) {
      history.push(turn.whole);
      world = null;
    } else {
      const read: Read | null = world && readingsFrom(board)(world)(turn);
      if (!read) return null;
      history.push(read.view);
      world = read.after;
    }
  }
  return { history, world };
}

type Compact = Exclude<WireTurn, { readonly whole: TurnView }>;
const isWhole = (turn: WireTurn): turn is { readonly whole: TurnView } => "whole" in turn;

interface Read {
  readonly view: TurnView;
  readonly after: PublicWorld;
}
/** One resolution for each turn, however often the view is read. */
const readingsFrom = keptFor((board: Board) =>
  keptFor((before: PublicWorld) => keptFor((turn: Compact): Read | null => readTurn(board, before, turn))),
);

function readTurn(
  board: Board,
  before: PublicWorld,
  [sources, check, wires, signed = [], crisis]: Compact,
): Read | null {
  const sheets = wires.flatMap((wire, me) => {
    const sheet = decodeSheet(board, wire);
    const source = SOURCES[sources.charAt(sources.length === 1 ? 0 : me)];
    return sheet.ok && source ? [{ sheet: sheet.value, source }] : [];
  });
  if (sheets.length !== board.ids.length) return null;
  const orders = sheets.map(({ sheet }) => played(sheet));
  const followed = follow(board, before, {
    orders,
    signed: signed.map((terms) => decodeTerms(board, terms)),
    crisis: crisis ?? null,
  });
  return followed.check === check ? { view: { ...followed.outcome, sheets }, after: followed.after } : null;
}

const SOURCES: Readonly<Record<string, SheetSource>> = { p: "person", c: "computer", d: "default" };

function decodeTerms(board: Board, [id, kind, parties, against]: WireTerms): TurnInput["signed"][number] {
  const country = (at: number): CountryId => known(board.ids[at]);
  const terms = { kind: known(TREATY_KINDS[kind]), parties: parties.map(country) };
  return { id: treatyOf(id), terms: against === undefined ? terms : { ...terms, against: country(against) } };
}

/** A sheet that has been played has passed `checkOrder`. */
const played = (sheet: OrderSheet): LegalOrder => sheet as LegalOrder;

export function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("a view from the server refers to nothing on this board");
  return value;
}
