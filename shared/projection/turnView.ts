import type { CountryIndex } from "../model/ids.ts";
import type { PlayedTurn } from "../model/match.ts";
import type { OrderSheet } from "../model/order.ts";
import type { TurnView } from "../model/view.ts";
import type { Board } from "../model/world.ts";
import { assess } from "../theory/assess.ts";
import { memo } from "./memo.ts";

/** Whose notes a reader may see: their own (none for an observer), or all of them once the match is over. */
export type Reader = CountryIndex | "observer" | "afterwards";

/** A turn as revealed. Notes are their writer's until the end; a computer player's account is in the outcome. */
export function turnView(board: Board, turn: PlayedTurn, reader: Reader): TurnView {
  const readers = viewsOf(board)(turn);
  const known = readers.get(reader);
  if (known) return known;
  const view: TurnView = {
    ...commonOf(board)(turn),
    sheets: turn.sheets.map(({ sheet, source }, me) => ({ sheet: readable(sheet, me, reader), source })),
  };
  readers.set(reader, view);
  return view;
}

const viewsOf = memo((_board: Board) => memo((_turn: PlayedTurn) => new Map<Reader, TurnView>()));

/** What all readers see alike. */
const commonOf = memo((board: Board) =>
  memo(({ turn, events, after }: PlayedTurn): Omit<TurnView, "sheets"> => {
    const { power, offence } = assess(board, after);
    const { threat, intent, holders, countries } = after;
    return {
      turn,
      events,
      threat,
      intent,
      security: countries.map(({ security }) => security),
      holders,
      power,
      offence,
    };
  }),
);

const readable = (sheet: OrderSheet, writer: CountryIndex, reader: Reader): OrderSheet =>
  reader === "afterwards" || reader === writer || sheet.note === "" ? sheet : { ...sheet, note: "" };
