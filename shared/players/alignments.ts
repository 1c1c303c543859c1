import { assertNever } from "../lib/assertNever.ts";
import type { Personality } from "../model/match.ts";
import type { Alignment } from "../model/order.ts";
import type { SeatSight } from "../model/sight.ts";
import { betrayals } from "../rules/index.ts";
import { softmax } from "../theory/predict.ts";
import type { Character } from "./character.ts";
import { blusterer } from "./characters/blusterer.ts";
import { hider } from "./characters/hider.ts";
import { jackal } from "./characters/jackal.ts";
import { lamb } from "./characters/lamb.ts";
import { lion } from "./characters/lion.ts";
import { powerBalancer } from "./characters/powerBalancer.ts";
import { reassurer } from "./characters/reassurer.ts";
import { theoryFollower } from "./characters/theoryFollower.ts";
import { titForTat } from "./characters/titForTat.ts";
import { wolf } from "./characters/wolf.ts";
import { isExile, nameOf, sameAlignment } from "./outlook.ts";
import { balancing } from "./leanings.ts";
import type { Leaning } from "./stance.ts";
import { INERTIA } from "./temper.ts";

/** Temperature at which an easy player chooses among what its character might do. */
const EASY_TAU = 0.15;

/**
 * The one required choice, each character in its own way: what it would do, first choice first. Only a hard player looks
 * further than the first.
 */
export function stancesOf(sight: SeatSight, character: Character, draw: () => number): Leaning[] {
  // The theory has drawn already, with habit and error of its own.
  if (character.personality === "theorist" && character.difficulty !== "hard")
    return theoryFollower(sight, character, draw);
  const loyal = LOYAL.has(character.personality);
  const possible = [...leaningsOf(sight, character, draw), ...retaliating(sight, character)].filter(
    ({ alignment }) => isOpen(sight, alignment) && !(loyal && breaksWord(sight, alignment)),
  );
  const leanings = possible.map((one) => ({ ...one, worth: one.worth + inertia(sight, character, one.alignment) }));
  const ordered = leanings.sort((a, b) => b.worth - a.worth);
  return character.difficulty === "easy" ? slipped(ordered, draw) : ordered;
}

/** Those to whom a pact in force matters more than what they would rather do. */
const LOYAL: ReadonlySet<Personality> = new Set<Personality>(["lion", "lamb", "hider", "reassurer"]);

/** Whether this alignment would break a treaty, or make it desert a partner that calls. */
function breaksWord({ board, world, me }: SeatSight, alignment: Alignment): boolean {
  if (alignment.kind === "hide" || world.treaties.length === 0) return false;
  const spending = { offence: 0, defence: 0, industry: 0, aid: [] };
  return betrayals(board, world, me, { alignment, reason: null, note: "", spending, moves: [], refuse: [] }).length > 0;
}

function leaningsOf(sight: SeatSight, character: Character, draw: () => number): Leaning[] {
  switch (character.personality) {
    case "theorist":
      return theoryFollower(sight, character, draw);
    case "powerBalancer":
      return powerBalancer(sight, character);
    case "jackal":
      return jackal(sight, character);
    case "lion":
      return lion(sight, character);
    case "lamb":
      return lamb(sight, character);
    case "wolf":
      return wolf(sight);
    case "hider":
      return hider(sight);
    case "titForTat":
      return titForTat(sight, character);
    case "reassurer":
      return reassurer(sight);
    case "blusterer":
      return blusterer(sight);
    default:
      return assertNever(character.personality);
  }
}

/** Hot heads that neither cower nor reckon stand against whoever attacked them, whatever else they would do. */
function retaliating(sight: SeatSight, { personality, temper }: Character): Leaning[] {
  if (temper !== "hot" || !PROUD.has(personality)) return [];
  const { world, me } = sight;
  const wrong = world.recentActs.findLast(
    ({ kind, target, by, turn }) =>
      target === me && by !== me && turn === world.turn - 1 && (kind === "annex" || kind === "attack_unprovoked"),
  );
  if (!wrong) return [];
  const why = `${nameOf(sight, wrong.by)} attacked us: it shall have its answer.`;
  return balancing(sight, wrong.by, { worth: RETALIATION, reason: "intentions", why });
}
const PROUD: ReadonlySet<Personality> = new Set<Personality>(["lion", "powerBalancer", "titForTat", "jackal"]);
/** Above what most of their other stances are worth to them, but for a jackal's profit. */
const RETALIATION = 0.75;

/** A government in exile can harm and protect no one. */
function isOpen({ board, world }: SeatSight, alignment: Alignment): boolean {
  if (alignment.kind === "hide") return true;
  const target = board.indexOf.get(alignment.kind === "balance" ? alignment.against : alignment.with);
  return target !== undefined && !isExile(world, target);
}

/** The theory follower has habit in its utilities; the others are slow to change course as their temper has it. */
function inertia({ world, me }: SeatSight, { personality, temper }: Character, alignment: Alignment): number {
  const last = world.alignments[me];
  return personality !== "theorist" && last !== undefined && sameAlignment(last, alignment) ? INERTIA[temper] : 0;
}

/** A quantal response (McKelvey & Palfrey 1995): the one drawn comes first. */
function slipped(ordered: readonly Leaning[], draw: () => number): Leaning[] {
  const chances = softmax(
    ordered.map(({ worth }) => worth),
    EASY_TAU,
  );
  let left = draw();
  let at = 0;
  while (at < chances.length - 1 && left >= (chances[at] ?? 0)) {
    left -= chances[at] ?? 0;
    at += 1;
  }
  const first = ordered[at];
  return first ? [first, ...ordered.filter((one) => one !== first)] : [];
}
