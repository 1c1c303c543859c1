import { ok } from "../lib/result.ts";
import type { CountryId, CountryIndex } from "../model/ids.ts";
import type { MatchState, Occupant } from "../model/match.ts";
import type { SheetSource } from "../model/order.ts";
import { NOTE_LENGTH } from "../protocol/schemas.ts";
import { checkOrder } from "../rules/index.ts";
import type { Body, Checked } from "./checked.ts";
import { cleanLine, lengthOf } from "./cleanText.ts";
import { isOpen } from "./nextPhase.ts";
import { illegal, invalid } from "./refusals.ts";

/** Orders are taken from the opening of a turn until its reveal; a later sheet replaces an earlier one. */
export function checkSubmit(state: MatchState, { by, sheet, source, why }: Body<"submit">): Checked {
  if (!isOpen(state.phase)) return closed(state);
  const me = indexIn(state, by);
  if (!maySend(state.occupants[me], source)) {
    return illegal("orders.source", `Orders of ${state.board.names[me]} come from whoever plays it.`, { source });
  }
  const note = cleanLine(sheet.note);
  const length = lengthOf(note);
  if (length > NOTE_LENGTH) {
    return illegal(
      "orders.longNote",
      `The note has ${length} characters; at most ${NOTE_LENGTH} fit. Shorten it by ${length - NOTE_LENGTH}.`,
      { length, most: NOTE_LENGTH },
    );
  }
  const order = checkOrder(state.board, state.world, me, { ...sheet, note });
  if (!order.ok) return order;
  const account = why === undefined ? "" : cleanLine(why);
  return ok({ kind: "submit", by, sheet: order.value, source, ...(account === "" ? {} : { why: account }) });
}

/** A person's orders come from the person, a computer player's from it; the default sheet stands in for either. */
const maySend = (occupant: Occupant | undefined, source: SheetSource): boolean =>
  source === "default" || occupant?.kind === source;

export function checkWithdraw(state: MatchState, body: Body<"withdraw">): Checked {
  if (!isOpen(state.phase)) return closed(state);
  return state.submitted[indexIn(state, body.by)]
    ? ok(body)
    : illegal("withdraw.nothing", "There are no orders to take back.");
}

/** A forecast is made before anything of the turn is known, and may be changed until then. */
export function checkForecast(state: MatchState, { by, forecast }: Body<"forecast">): Checked {
  if (!state.board.modules.includes("forecast"))
    return illegal("forecast.level", "This match is played without forecasts.");
  if (!isOpen(state.phase))
    return illegal("forecast.phase", "A forecast is made before the orders of its turn are revealed.");
  const balancers = [...new Set(forecast.balancers)].sort();
  const named: readonly CountryId[] = forecast.fears === null ? balancers : [forecast.fears, ...balancers];
  const unknown = named.find((country) => !state.board.indexOf.has(country));
  if (unknown !== undefined)
    return invalid("country.unknown", "There is no such country in this match.", { country: unknown });
  if (forecast.fears === by) return illegal("forecast.self", "Name another country than your own.");
  return ok({ kind: "forecast", by, forecast: { fears: forecast.fears, balancers } });
}

/** Ratings may change at any time of a running match; they never lie on the table. */
export function checkRatings(state: MatchState, { by, ratings }: Body<"rate">): Checked {
  if (state.settings.intentions === "computed")
    return illegal("rate.off", "In this match intentions are reckoned from what everyone does, not rated.");
  if (state.phase === "lobby") return illegal("rate.lobby", "The match has not begun.");
  const unknown = ratings.find(({ country }) => !state.board.indexOf.has(country));
  if (unknown)
    return invalid("country.unknown", "There is no such country in this match.", { country: unknown.country });
  if (ratings.some(({ country }) => country === by)) return illegal("rate.self", "Rate other countries than your own.");
  const levels = new Map(ratings.map(({ country, level }) => [country, level]));
  const tidy = [...levels].sort(([a], [b]) => (a < b ? -1 : 1)).map(([country, level]) => ({ country, level }));
  return ok({ kind: "rate", by, ratings: tidy });
}

function closed({ phase }: MatchState): Checked {
  return phase === "lobby"
    ? illegal("orders.lobby", "The match has not begun.")
    : illegal("orders.revealed", "The orders of this turn are revealed; the next turn opens in a moment.");
}

/** `checkCommand` has refused unknown countries. */
const indexIn = ({ board }: MatchState, country: CountryId): CountryIndex => board.indexOf.get(country) ?? -1;
