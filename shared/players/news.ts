import type { CountryIndex } from "../model/ids.ts";
import type { Treaty } from "../model/treaty.ts";
import type { SeatSight } from "../model/sight.ts";
import { againstOf, followsOf } from "./odds.ts";

/** What everyone saw happen last turn, as it concerns one seat. Countries by index, in their order. */
export interface News {
  /** Who attacked me unprovoked or took land of mine, and whom I attacked so. */
  readonly attackers: readonly CountryIndex[];
  readonly victims: readonly CountryIndex[];
  /** Attacks between others: doer and target. */
  readonly wars: readonly { readonly by: CountryIndex; readonly target: CountryIndex }[];
  /** Who mobilised where I can feel it. */
  readonly mobilised: readonly CountryIndex[];
  /** Who took land last turn, and from whom. */
  readonly takings: readonly { readonly taker: CountryIndex; readonly from: CountryIndex }[];
  /** Who balanced against me; who balanced against the same country as I; who followed me. */
  readonly opponents: readonly CountryIndex[];
  readonly fellows: readonly CountryIndex[];
  readonly followers: readonly CountryIndex[];
  /** Treaties of mine that came into force last turn. */
  readonly signed: readonly Treaty[];
}

/** From public knowledge alone. */
export function newsFor({ board, world, me }: SeatSight): News {
  const last = world.turn - 1;
  const acts = world.recentActs.filter(({ turn }) => turn === last);
  // Whoever wins its own land back, or frees another's, has attacked nobody.
  const attacks = acts.filter(({ kind }) => kind === "annex" || kind === "attack_unprovoked");
  const others = board.ids.map((_, k) => k).filter((k) => k !== me && world.countries[k]?.status.kind !== "exile");
  const foe = againstOf(board, world, me);
  const mine = board.ids[me];
  return {
    attackers: distinct(attacks.filter(({ target, by }) => target === me && by !== me).map(({ by }) => by)),
    victims: distinct(attacks.filter(({ by, target }) => by === me && target !== me).map(({ target }) => target)),
    wars: attacks.filter(({ by, target }) => by !== me && target !== me && by !== target),
    mobilised: distinct(
      acts.filter(({ kind, target, by }) => kind === "mobilise" && target === me && by !== me).map(({ by }) => by),
    ),
    takings: world.recentTakings.filter(({ turn }) => turn === last),
    opponents: others.filter((k) => againstOf(board, world, k) === me),
    fellows: foe < 0 ? [] : others.filter((k) => againstOf(board, world, k) === foe),
    followers: others.filter((k) => followsOf(board, world, k) === me),
    signed: world.treaties.filter(
      ({ since, parties }) => last > 0 && since === last && mine !== undefined && parties.includes(mine),
    ),
  };
}

const distinct = (countries: readonly CountryIndex[]): CountryIndex[] => [...new Set(countries)].sort((a, b) => a - b);
