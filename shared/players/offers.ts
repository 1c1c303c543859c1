import type { CountryIndex } from "../model/ids.ts";
import type { SeatSight } from "../model/sight.ts";
import type { TreatyKind, TreatyTerms } from "../model/treaty.ts";
import { assertNever } from "../lib/assertNever.ts";
import { checkTerms } from "../rules/index.ts";
import { assessed } from "../theory/assessed.ts";
import { characterOf, type Character, type Who } from "./character.ts";
import { mannersOf, type Manners } from "./manners.ts";
import { isAsked, objectionTo, WORTH_A_PACT } from "./objections.ts";
import { byThreat, fearOf, others, topThreat } from "./outlook.ts";
import { preyOf } from "./prey.ts";

/** T from which a common danger is worth a promise to consult. */
const WORTH_TALKING = 30;

/** What it would like to sign: with whom, what, and against whom. */
interface Wish {
  readonly kind: TreatyKind;
  readonly partner: CountryIndex;
  readonly against?: CountryIndex;
}

/** At most one offer a turn, for a reason of its character's; the first of its wishes that the rules allow. */
export function offerTreaties(sight: SeatSight, who: Who, draw: () => number): readonly TreatyTerms[] {
  const { board, world, me } = sight;
  const character = characterOf(who);
  const manners = mannersOf(sight, character);
  if (!board.modules.includes("treaties") || draw() > manners.offers) return [];
  if (isCourted(sight, character)) return [];
  for (const wish of wishesOf(sight, character)) {
    const terms = termsOf(sight, wish, manners);
    const checked = terms && checkTerms(board, world, me, { terms, openProposals: sight.proposals });
    if (checked?.ok) return [checked.value];
  }
  return [];
}

/** What it would gladly sign lies before it: to propose is to sign (rule 4.3), and there is one signature a turn. */
function isCourted(sight: SeatSight, character: Character): boolean {
  const mine = sight.board.ids[sight.me];
  return sight.proposals.some(
    (proposal) => mine !== undefined && isAsked(proposal, mine) && objectionTo(sight, character, proposal) === null,
  );
}

function wishesOf(sight: SeatSight, character: Character): Wish[] {
  const { personality } = character;
  switch (personality) {
    case "theorist":
    case "powerBalancer":
    case "titForTat":
    case "lion":
      return againstDanger(sight);
    case "lamb":
      return [...shelter(sight), ...peaceWith(sight, topThreat(sight.world, sight.me))];
    case "reassurer":
      return mostAfraid(sight).flatMap((k) => peaceWith(sight, k));
    case "blusterer":
      return [];
    case "hider":
      return byThreat(sight.world, sight.me)
        .slice(0, 3)
        .flatMap((k) => peaceWith(sight, k));
    case "jackal":
      return peaceWith(sight, strongest(sight, preyOf(sight, character)));
    case "wolf":
      return backFree(sight, character);
    default:
      return assertNever(personality);
  }
}

/** A defence pact with whoever else fears what it fears, or peace with that; talk while the danger is small. */
function againstDanger(sight: SeatSight): Wish[] {
  const { board, world, me } = sight;
  const foe = topThreat(world, me);
  const fear = fearOf(world, me, foe);
  if (fear < WORTH_TALKING) return [];
  const friend = board.modules.includes("softTreaties") ? nearestSharing(sight, foe, WORTH_TALKING - 6) : -1;
  const talk: Wish[] = friend < 0 ? [] : [{ kind: "consultation", partner: friend }];
  if (fear < WORTH_A_PACT) return talk;
  const partner = nearestSharing(sight, foe, WORTH_A_PACT - 6);
  return partner < 0
    ? [{ kind: "nonaggression", partner: foe }, ...talk]
    : [{ kind: "defence", partner, against: foe }, ...talk];
}

/** The nearest of those that fear the foe that much themselves, or −1. */
function nearestSharing(sight: SeatSight, foe: CountryIndex, least: number): CountryIndex {
  const { board, world, me } = sight;
  const near = (k: CountryIndex): number => board.proximity[me]?.[k] ?? 0;
  let nearest = -1;
  for (const k of others(sight))
    if (k !== foe && fearOf(world, k, foe) >= least && (nearest < 0 || near(k) > near(nearest))) nearest = k;
  return nearest;
}

/** A pact with the strongest of those that fear the same, if it is stronger than oneself. */
function shelter(sight: SeatSight): Wish[] {
  const { board, world, me } = sight;
  const foe = topThreat(world, me);
  if (fearOf(world, me, foe) < WORTH_A_PACT) return [];
  const { shares } = assessed(board, world);
  const partner = strongest(sight, foe);
  const power = (k: CountryIndex): number => shares[k] ?? 0;
  return partner >= 0 && power(partner) > power(me) && fearOf(world, partner, foe) >= WORTH_TALKING
    ? [{ kind: "defence", partner, against: foe }]
    : [];
}

/** Peace with the most dangerous of those it does not mean to attack (Molotov and Ribbentrop, 1939). */
function backFree(sight: SeatSight, character: Character): Wish[] {
  const prey = preyOf(sight, character);
  const danger = byThreat(sight.world, sight.me).find((k) => k !== prey);
  return danger === undefined ? [] : peaceWith(sight, danger);
}

/** Those it frightens most: a promise not to attack is worth most to them. */
const mostAfraid = (sight: SeatSight): readonly CountryIndex[] =>
  others(sight)
    .sort((a, b) => fearOf(sight.world, b, sight.me) - fearOf(sight.world, a, sight.me) || a - b)
    .slice(0, 3);

/** Neutrality where it is played, else a promise not to attack. */
function peaceWith({ board }: SeatSight, partner: CountryIndex): Wish[] {
  if (partner < 0) return [];
  const peace: Wish = { kind: "nonaggression", partner };
  return board.modules.includes("softTreaties") ? [{ kind: "neutrality", partner }, peace] : [peace];
}

function strongest(sight: SeatSight, except: CountryIndex): CountryIndex {
  const { shares } = assessed(sight.board, sight.world);
  return others(sight)
    .filter((k) => k !== except)
    .reduce((most, k) => (most < 0 || (shares[k] ?? 0) > (shares[most] ?? 0) ? k : most), -1);
}

function termsOf({ board, me }: SeatSight, { kind, partner, against }: Wish, manners: Manners): TreatyTerms | null {
  const mine = board.ids[me];
  const theirs = board.ids[partner];
  const foe = against === undefined ? undefined : board.ids[against];
  if (mine === undefined || theirs === undefined) return null;
  return {
    kind,
    parties: [mine, theirs].sort(),
    ...(foe === undefined ? {} : { against: foe }),
    ...(manners.secretive && board.modules.includes("secretTreaties") ? { secret: true as const } : {}),
  };
}
