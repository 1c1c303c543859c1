import type { CountryIndex } from "../../model/ids.ts";
import type { SeatSight } from "../../model/sight.ts";
import { assessed } from "../../theory/assessed.ts";
import { chanceOfSide } from "../../theory/situation.ts";
import type { Character } from "../character.ts";
import { balancing, following, hiding, percent, points } from "../leanings.ts";
import { againstOf } from "../odds.ts";
import { fearOf, nameOf, others } from "../outlook.ts";
import type { Leaning } from "../stance.ts";
import { patience } from "../temper.ts";

/** It follows only who is stronger by this much, and felt on its border at least so: others have nothing to share. */
const STRONGER = 1.15;
const FELT = 30;
/** Chance of its side below which a leader is left, and above which the hunters of a leader are joined. */
const LOSING = 0.4;
const HUNTED = 0.3;

/**
 * The jackal (Schweller 1994): dissatisfied but averse to risk, it bandwagons for profit. It trails the
 * strongest as long as that one is winning, for the scraps; leaves it when it loses, and joins a pack that is bringing a
 * great one down. Its word holds while it pays.
 */
export function jackal(sight: SeatSight, { temper }: Character): Leaning[] {
  const { board, world, me } = sight;
  const { shares } = assessed(board, world);
  const view = { board, world, assessment: assessed(board, world), me, revisionism: sight.card.revisionism };
  const [first, ...rest] = others(sight)
    .filter((k) => (shares[k] ?? 0) > STRONGER * (shares[me] ?? 0) && fearOf(world, me, k) >= FELT + patience(temper))
    .sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b);
  const leaders = [first, ...rest].flatMap((k) => (k === undefined ? [] : [{ k, chance: chanceOfSide(view, k) }]));
  return [
    ...leaders.slice(0, 3).flatMap(({ k, chance }) => trailing(sight, k, { chance, power: shares[k] ?? 0 })),
    ...leaders.slice(0, 1).flatMap(({ k, chance }) => hunting(sight, k, chance)),
    hiding(
      0.5,
      leaders[0] === undefined
        ? "Nobody near is strong enough to be worth following."
        : `${nameOf(sight, leaders[0].k)} is losing (its side wins with ${percent(leaders[0].chance)}): better to wait for a winner.`,
    ),
  ];
}

function trailing(sight: SeatSight, k: CountryIndex, { chance, power }: { chance: number; power: number }): Leaning[] {
  const losing = chance < LOSING || sight.world.recentTakings.some(({ from, taker }) => from === k && taker !== k);
  const who = `${nameOf(sight, k)} (${points(fearOf(sight.world, sight.me, k))})`;
  return following(sight, k, {
    // The strongest comes first of those that are not losing.
    worth: losing ? chance : 0.6 + power,
    reason: "profit",
    why:
      chance >= 0.5
        ? `${who} is winning – its side with ${percent(chance)}: better beside it than under it.`
        : `${who} is the strongest near us, and not yet losing (its side wins with ${percent(chance)}): there may be scraps.`,
  });
}

/** Two or more stand against a leader that is going down: there will be something left. */
function hunting(sight: SeatSight, k: CountryIndex, chance: number): Leaning[] {
  const pack = others(sight).filter((hunter) => againstOf(sight.board, sight.world, hunter) === k);
  if (pack.length < 2 || chance >= HUNTED) return [];
  return balancing(sight, k, {
    worth: 0.8 - chance,
    reason: "profit",
    why: `${pack.length} hunt ${nameOf(sight, k)}, whose side wins with no more than ${percent(chance)}: there will be something left for us.`,
  });
}
