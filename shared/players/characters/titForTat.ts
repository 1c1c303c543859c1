import type { CountryIndex } from "../../model/ids.ts";
import type { SeatSight } from "../../model/sight.ts";
import type { Temper } from "../../model/match.ts";
import type { Character } from "../character.ts";
import { balancing, hiding } from "../leanings.ts";
import { againstOf } from "../odds.ts";
import { nameOf, others } from "../outlook.ts";
import type { Leaning } from "../stance.ts";
import { GRUDGE } from "../temper.ts";

interface Wrong {
  readonly by: CountryIndex;
  /** How heavy: land, an attack, an ultimatum, an army called up, a vote against us. */
  readonly weight: number;
  readonly deed: string;
}

const WEIGHTS = { annex: 5, attack_unprovoked: 4, ultimatum: 3, attack_provoked: 2, mobilise: 2 } as const;
const DEEDS = {
  annex: "took land of ours",
  attack_unprovoked: "attacked us",
  ultimatum: "gave us an ultimatum",
  attack_provoked: "struck back at us",
  mobilise: "called up its army next to us",
} as const;

/**
 * Tit for tat (Axelrod 1984): nice, provoked at once, forgiving, and easy to read. Against whoever wronged it most last turn,
 * else at peace; and it repays help, standing against whoever attacked one that stood with it. Calm it is tit for two
 * tats; hot it holds a deed against its doer for two turns.
 */
export function titForTat(sight: SeatSight, { temper }: Character): Leaning[] {
  const wrongs = wrongsTo(sight, temper);
  const [worst] = wrongs;
  const debt = debtOf(sight);
  return [
    ...(worst
      ? balancing(sight, worst.by, {
          worth: 0.6 + worst.weight / 20,
          reason: "intentions",
          why: `${nameOf(sight, worst.by)} ${worst.deed}: it began it.`,
        })
      : []),
    ...(debt
      ? balancing(sight, debt.attacker, {
          worth: 0.55,
          reason: "aid",
          why: `${nameOf(sight, debt.friend)} stood with us, and ${nameOf(sight, debt.attacker)} attacked it: we repay.`,
        })
      : []),
    hiding(0.5, "Nobody has wronged us; we wrong nobody."),
  ];
}

/** Heaviest first; of each country its heaviest, if it did as many deeds as the temper takes to mind. */
function wrongsTo(sight: SeatSight, temper: Temper): Wrong[] {
  const { board, world, me } = sight;
  const { turns, deeds } = GRUDGE[temper];
  const list: Wrong[] = world.recentActs
    .filter(({ target, turn }) => target === me && turn >= world.turn - turns)
    .map(({ by, kind }) => ({ by, weight: WEIGHTS[kind], deed: DEEDS[kind] }));
  for (const k of others(sight))
    if (againstOf(board, world, k) === me) list.push({ by: k, weight: 1, deed: "balanced against us" });
  const present = new Set(others(sight));
  return list
    .filter(({ by }) => present.has(by) && list.filter((one) => one.by === by).length >= deeds)
    .sort((a, b) => b.weight - a.weight || a.by - b.by);
}

/** One who stood with it last turn and was attacked itself. */
function debtOf(sight: SeatSight): { readonly friend: CountryIndex; readonly attacker: CountryIndex } | null {
  const { board, world, me } = sight;
  const present = new Set(others(sight));
  const foe = againstOf(board, world, me);
  if (foe < 0) return null;
  for (const { kind, by, target, turn } of world.recentActs) {
    const attack = kind === "annex" || kind === "attack_unprovoked";
    if (
      attack &&
      turn === world.turn - 1 &&
      present.has(by) &&
      againstOf(board, world, target) === foe &&
      target !== me
    )
      return { friend: target, attacker: by };
  }
  return null;
}
