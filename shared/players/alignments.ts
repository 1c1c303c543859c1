import type { CountryIndex } from "../model/ids.ts";
import type { Personality } from "../model/match.ts";
import type { Reason } from "../model/order.ts";
import type { SeatSight } from "../model/sight.ts";
import { assertNever } from "../lib/assertNever.ts";
import { assessed } from "../theory/assessed.ts";
import type { Stance } from "./stance.ts";
import { followTheory } from "./theorist.ts";

/** The one required choice, each character in its own way. */
export function chooseAlignment(sight: SeatSight, personality: Personality, draw: () => number): Stance {
  switch (personality) {
    case "theorist":
      return followTheory(sight, draw);
    case "powerBalancer":
      return balancePower(sight);
    case "jackal":
      return joinTheStrong(sight);
    case "wolf":
      return {
        alignment: { kind: "hide" },
        reason: "profit",
        why: "Alliances tie one's hands; what counts is to grow.",
      };
    case "lion":
      return followTheory({ ...sight, card: { ...sight.card, revisionism: -1 } }, draw);
    case "lamb":
      return joinTheStrong(sight);
    case "hider":
      return { alignment: { kind: "hide" }, reason: "noAllies", why: "Whatever happens, stay out of it." };
    case "titForTat":
      return answerInKind(sight);
    default:
      return assertNever(personality);
  }
}

/** Waltz (1979): against the strongest, whoever it is. */
function balancePower(sight: SeatSight): Stance {
  const { shares } = assessed(sight.board, sight.world);
  const strongest = largest(shares, sight.me, 0);
  if ((shares[strongest] ?? 0) <= (shares[sight.me] ?? 0)) return hide("Nobody is stronger than we are.");
  const share = Math.round(100 * (shares[strongest] ?? 0));
  return against(sight, strongest, "power", `The strongest, with ${share} % of all power.`);
}

/** Schweller's jackal (1994): with the most threatening while it can be appeased, else out of the way. */
function joinTheStrong(sight: SeatSight): Stance {
  const { board, world, me } = sight;
  const assessment = assessed(board, world);
  const lion = largest(assessment.shares, me, 0);
  const stronger = (assessment.shares[lion] ?? 0) > 1.15 * (assessment.shares[me] ?? 0);
  const fear = assessment.threat[me]?.[lion] ?? 0;
  if (!stronger || fear < 30) return hide("No one is worth following.");
  const id = board.ids[lion];
  if (!id || world.countries[lion]?.status.kind === "exile") return hide("No one is worth following.");
  return {
    alignment: { kind: "bandwagon", with: id },
    reason: "profit",
    why: `${name(sight, lion)} is winning; better beside it than under it.`,
  };
}

/** Axelrod (1984): against whoever did me the worst deed lately, else at peace. */
function answerInKind(sight: SeatSight): Stance {
  const { board, world, me } = sight;
  const deed = world.recentActs.findLast(
    ({ target, by, turn }) => target === me && by !== me && turn >= world.turn - 1,
  );
  const foe =
    deed?.by ??
    world.alignments.findIndex((a, k) => k !== me && a.kind === "balance" && board.indexOf.get(a.against) === me);
  if (foe < 0) return hide("Nobody has wronged us.");
  return against(sight, foe, "intentions", `${name(sight, foe)} began it.`);
}

/** Balance against `foe`, unless it is in exile and can harm no one. */
function against(sight: SeatSight, foe: CountryIndex, reason: Reason, why: string): Stance {
  const id = sight.board.ids[foe];
  if (!id || sight.world.countries[foe]?.status.kind === "exile") return hide("There is nobody left to balance.");
  return {
    alignment: { kind: "balance", against: id },
    reason,
    why: `${name(sight, foe)}: ${why.charAt(0).toLowerCase()}${why.slice(1)}`,
  };
}

const hide = (why: string): Stance => ({ alignment: { kind: "hide" }, reason: null, why });
const name = (sight: SeatSight, country: CountryIndex): string => sight.board.names[country] ?? "";

function largest(values: readonly number[], except: CountryIndex, start: CountryIndex): CountryIndex {
  let best = -1;
  for (let k = start; k < values.length; k += 1) {
    if (k !== except && (best < 0 || (values[k] ?? 0) > (values[best] ?? 0))) best = k;
  }
  return best;
}
