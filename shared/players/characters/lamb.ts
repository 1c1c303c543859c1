import type { CountryIndex } from "../../model/ids.ts";
import type { SeatSight } from "../../model/sight.ts";
import { assessed } from "../../theory/assessed.ts";
import { contest } from "../../theory/predict.ts";
import type { Character } from "../character.ts";
import { followsOf } from "../odds.ts";
import { following, hiding, points } from "../leanings.ts";
import { fearOf, nameOf, others, topThreat } from "../outlook.ts";
import { prospectsOf } from "../prospects.ts";
import type { Leaning } from "../stance.ts";
import { patience } from "../temper.ts";

/** What keeping one's head down is worth, in hundredths of T. */
const OUT_OF_SIGHT = 32;
/** Chance of holding out alone from which it bends to nobody. */
const EVEN = 0.55;
/** Shelter with a protector costs a fifth of one's income, and may draw the war to oneself. */
const SHELTER = 0.8;

/**
 * The lamb (Schweller 1994): a weak state that will pay only low costs to defend what it has, and less to gain more.
 * Lambs are prey: they bandwagon with a threat that can be appeased, shelter with a protector where it cannot, and keep
 * out of sight otherwise. They never balance or attack, and give way to ultimata.
 */
export function lamb(sight: SeatSight, { temper }: Character): Leaning[] {
  const { world, me } = sight;
  const foe = topThreat(world, me);
  const fear = fearOf(world, me, foe);
  return [
    ...appeasing(sight, foe, fear),
    ...sheltering(sight, foe, fear),
    hiding(
      (OUT_OF_SIGHT + patience(temper)) / 100,
      foe < 0 ? "There is nobody to fear." : `We keep our heads down before ${nameOf(sight, foe)} (${points(fear)}).`,
      "tooWeak",
    ),
  ];
}

function appeasing(sight: SeatSight, foe: CountryIndex, fear: number): Leaning[] {
  if (foe < 0) return [];
  const { alone, appeasable } = prospectsOf(sight, foe);
  if (alone >= EVEN) return [];
  return following(sight, foe, {
    worth: (appeasable * fear) / 100,
    reason: "tooWeak",
    why: `We cannot stand up to ${nameOf(sight, foe)} (${points(fear)}), and it can be appeased.`,
  });
}

/** With whoever is strong enough against the threat and means well, and does not follow the threat itself. */
function sheltering(sight: SeatSight, foe: CountryIndex, fear: number): Leaning[] {
  const { board, world, me } = sight;
  const { shares, intent } = assessed(board, world);
  if (foe < 0) return [];
  const worthOf = (k: CountryIndex): number =>
    SHELTER *
    contest((shares[k] ?? 0) + (shares[me] ?? 0), shares[foe] ?? 0) *
    (1 - (intent[me]?.[k] ?? 0)) *
    (board.proximity[me]?.[k] ?? 0) *
    (fear / 100);
  const [protector] = others(sight)
    .filter((k) => k !== foe && followsOf(board, world, k) !== foe && (shares[k] ?? 0) > (shares[me] ?? 0))
    .sort((a, b) => worthOf(b) - worthOf(a) || a - b);
  if (protector === undefined) return [];
  return following(sight, protector, {
    worth: worthOf(protector),
    reason: "noAllies",
    why: `${nameOf(sight, foe)} (${points(fear)}) cannot be appeased; ${nameOf(sight, protector)} may shelter us.`,
  });
}
