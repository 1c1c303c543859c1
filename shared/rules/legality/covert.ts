import type { CountryIndex } from "../../model/ids.ts";
import type { Move } from "../../model/order.ts";
import type { Module } from "../../model/scenario.ts";
import { isExile } from "../legality.ts";
import type { Answer, Asked } from "../legality.ts";
import { illegal, invalid } from "../refusals.ts";

export type CovertMove = Extract<Move, { readonly kind: "propaganda" | "influence" | "subvert" | "investigate" }>;

/** Moves that no other seat may learn of from anything but what the rules let out (rule 12.1). */
export const isCovert = ({ kind }: Pick<Move, "kind">): boolean =>
  kind === "influence" || kind === "subvert" || kind === "investigate";

export function checkCovertMove(asked: Asked, move: CovertMove): Answer {
  const target = asked.board.indexOf.get(move.target);
  if (target === undefined)
    return invalid("country.unknown", "There is no such country in this match.", { country: move.target });
  return MAY[move.kind](asked, target);
}

/** Rule 6.11. A government in exile has its radio too. */
export const mayBroadcast = (asked: Asked, target: CountryIndex): Answer =>
  played(asked, "ideology") ?? addressee(asked, target) ?? inPower(asked, target);

/** Rule 12.2. */
export const mayInfluence = (asked: Asked, target: CountryIndex): Answer =>
  played(asked, "influence") ??
  addressee(asked, target) ??
  inPower(asked, target) ??
  (isExile(asked, asked.me)
    ? illegal("influence.exile", "A government in exile has no favours to grant, and so no influence.")
    : null);

/** Rules 12.4 and 8.10. */
export function maySubvert(asked: Asked, target: CountryIndex): Answer {
  const refused = played(asked, "influence") ?? addressee(asked, target) ?? inPower(asked, target);
  if (refused || !isExile(asked, asked.me)) return refused;
  const { board, world, me } = asked;
  if (board.homes[me]?.some((province) => world.holders[province] === target)) return null;
  return illegal("subvert.exile", "In exile you can stir revolt only against a country that holds land of yours.");
}

/** Rule 12.6. */
export const mayInvestigate = (asked: Asked, target: CountryIndex): Answer =>
  played(asked, "intelligence") ?? addressee(asked, target);

const MAY: Readonly<Record<CovertMove["kind"], (asked: Asked, target: CountryIndex) => Answer>> = {
  propaganda: mayBroadcast,
  influence: mayInfluence,
  subvert: maySubvert,
  investigate: mayInvestigate,
};

const played = ({ board }: Asked, module: Module): Answer =>
  board.modules.includes(module) ? null : illegal("move.level", "This match is played without this move.");

const addressee = ({ me }: Asked, target: CountryIndex): Answer =>
  target === me ? illegal("move.self", "Choose another country than your own.") : null;

function inPower(asked: Asked, target: CountryIndex): Answer {
  if (!isExile(asked, target)) return null;
  const country = asked.board.spoken[target] ?? "That country";
  return illegal("move.exileTarget", `${country} is in exile: it governs nobody whom this could reach.`, { country });
}
