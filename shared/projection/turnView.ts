import type { GameEvent } from "../model/event.ts";
import type { CountryIndex, TreatyId } from "../model/ids.ts";
import type { PlayedTurn } from "../model/match.ts";
import type { Move, OrderSheet } from "../model/order.ts";
import type { TurnView } from "../model/view.ts";
import type { Board } from "../model/world.ts";
import { keptFor } from "../lib/keptFor.ts";
import { knows, type Reader, withoutFinders } from "./publicWorld.ts";
import { standingAfter } from "./standing.ts";

/**
 * A turn as revealed: covert moves and what came of them are for those who may know, in sheets and in events. Notes are their writer's until the end; a computer player's account is in the
 * outcome.
 */
export function turnView(board: Board, turn: PlayedTurn, reader: Reader): TurnView {
  const readers = viewsOf(board)(turn);
  const known = readers.get(reader);
  if (known) return known;
  const common = commonOf(board)(turn);
  const view: TurnView = {
    ...common,
    events: eventsFor(board, common.events, reader),
    sheets: turn.sheets.map(({ sheet, source }, me) => ({
      sheet: readable(board, turn, { sheet, me, reader }),
      source,
    })),
  };
  readers.set(reader, view);
  return view;
}

const viewsOf = keptFor((_board: Board) => keptFor((_turn: PlayedTurn) => new Map<Reader, TurnView>()));

/** What all readers see alike. */
const commonOf = keptFor((board: Board) =>
  keptFor(({ turn, events, after }: PlayedTurn): Omit<TurnView, "sheets"> => ({
    turn,
    events,
    ...standingAfter(board, after),
  })),
);

/** The identical list where there is nothing to hide. */
function eventsFor(board: Board, events: readonly GameEvent[], reader: Reader): readonly GameEvent[] {
  if (reader === "afterwards" || events.every(({ seenBy }) => seenBy === undefined)) return events;
  return events.flatMap((event) => {
    if (event.seenBy === undefined) return [event];
    return reader !== "observer" && event.seenBy.includes(reader) ? [withoutOthers(board, event, reader)] : [];
  });
}

/** Of a secret treaty one knows its parties, and not whose intelligence has found it. */
function withoutOthers(board: Board, event: GameEvent, reader: CountryIndex): GameEvent {
  if (event.kind !== "treatySigned" && event.kind !== "treatyLapsed") return event;
  const treaty = withoutFinders(event.treaty);
  const parties = treaty.parties.map((id) => board.indexOf.get(id));
  return { ...event, treaty, seenBy: event.seenBy?.filter((i) => i === reader || parties.includes(i)) ?? [reader] };
}

interface Writing {
  readonly sheet: OrderSheet;
  /** Its writer. */
  readonly me: CountryIndex;
  readonly reader: Reader;
}

/** Another's sheet as the reveal shows it: no note, no covert move, no word of treaties the reader does not know. */
function readable(board: Board, { before }: PlayedTurn, { sheet, me, reader }: Writing): OrderSheet {
  if (reader === "afterwards" || reader === me) return sheet;
  const known = (id: TreatyId): boolean => {
    const treaty = before.treaties.find((one) => one.id === id);
    return treaty === undefined || knows(board, reader, treaty);
  };
  const hidden = sheet.moves.some(isCovert) || !sheet.refuse.every(known);
  if (!hidden) return sheet.note === "" ? sheet : { ...sheet, note: "" };
  return {
    ...sheet,
    note: "",
    moves: sheet.moves.filter((move) => !isCovert(move)),
    refuse: sheet.refuse.filter(known),
  };
}

const isCovert = ({ kind }: Move): boolean => kind === "influence" || kind === "subvert" || kind === "investigate";
