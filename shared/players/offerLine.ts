import type { CountryId } from "../model/ids.ts";
import type { SeatSight } from "../model/sight.ts";
import type { TreatyTerms } from "../model/treaty.ts";
import { assertNever } from "../lib/assertNever.ts";
import { LINES } from "./lines.ts";
import { fearOf, topThreat } from "./outlook.ts";
import { named, wish } from "./wish.ts";

export interface Offered {
  readonly to: { readonly kind: "some"; readonly countries: readonly CountryId[] };
  readonly text: string;
}

/** The word that goes with an offer, to the other parties alone: what it is for. */
export function offerLine(sight: SeatSight, terms: TreatyTerms, draw: () => number): Offered {
  const { board, world, me } = sight;
  const foe = terms.against === undefined ? topThreat(world, me) : (board.indexOf.get(terms.against) ?? -1);
  const fear = String(Math.round(fearOf(world, me, foe)));
  const { lines } = wish([], linesFor(terms), 1, { ...named(sight, foe), fear });
  const mine = board.ids[me];
  return {
    to: { kind: "some", countries: terms.parties.filter((party) => party !== mine) },
    text: lines[Math.floor(draw() * lines.length)] ?? "",
  };
}

function linesFor({ kind }: TreatyTerms): readonly string[] {
  switch (kind) {
    case "defence":
      return LINES.offerPact;
    case "nonaggression":
    case "neutrality":
      return LINES.offerPeace;
    case "consultation":
      return LINES.offerTalk;
    default:
      return assertNever(kind);
  }
}
