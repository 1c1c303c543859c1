import type { GameEvent } from "../model/event.ts";
import type { CountryIndex } from "../model/ids.ts";
import type { SeatSight } from "../model/sight.ts";
import { lapsing } from "../rules/index.ts";
import type { Character } from "./character.ts";
import { LINES } from "./lines.ts";
import type { News } from "./news.ts";
import { areBound, isExile } from "./outlook.ts";
import { issued } from "./ultimata.ts";
import { named, wish, type Wish } from "./wish.ts";

/**
 * What one says to those one has dealings with: calls for help, answers to ultimata's senders, thanks for aid and for promises
 * kept, reproaches, warnings that a treaty runs out or that a partner arms. The most pressing first.
 */
export function dealings(sight: SeatSight, character: Character, news: News): Wish[] {
  return [
    ...threatened(sight),
    ...called(sight, news),
    ...(sight.lately ?? []).flatMap((event) => remembered(sight, character, event)),
    ...warned(sight, character, news),
  ];
}

/** Under an ultimatum, or having sent one. */
function threatened(sight: SeatSight): Wish[] {
  const [demand] = sight.world.ultimatums.filter(({ target }) => target === sight.me);
  const [own] = issued(sight);
  return [
    ...(demand ? [wish([], LINES.demanded, 0.9, named(sight, demand.by))] : []),
    ...(own ? [wish([own.target], LINES.demanding, 0.8)] : []),
  ];
}

/** Attacked last turn: pact partners are reminded of their word, everyone else is asked. */
function called(sight: SeatSight, { attackers }: News): Wish[] {
  const [attacker] = attackers;
  if (attacker === undefined) return [];
  const partners = partnersOf(sight).filter((k) => k !== attacker);
  return [
    ...(partners.length > 0 ? [wish(partners, LINES.callPartner, 0.8, named(sight, attacker))] : []),
    wish([], LINES.help, 0.6, named(sight, attacker)),
  ];
}

function partnersOf({ board, world, me }: SeatSight): CountryIndex[] {
  const mine = board.ids[me];
  const partners = world.treaties
    .filter(({ kind, parties }) => kind === "defence" && mine !== undefined && parties.includes(mine))
    .flatMap(({ parties }) => parties.map((id) => board.indexOf.get(id) ?? me));
  return [...new Set(partners)].filter((k) => k !== me && !isExile(world, k)).sort((a, b) => a - b);
}

/** What others did to this seat last turn, as far as it saw. */
function remembered(sight: SeatSight, { personality }: Character, event: GameEvent): Wish[] {
  const { me } = sight;
  switch (event.kind) {
    case "aidGiven":
      return event.to === me ? [wish([event.from], LINES.thanksForAid, 0.8)] : [];
    case "pactCalled":
      if (event.victim !== me) return [];
      return [wish([event.ally], event.answer === "honoured" ? LINES.kept : LINES.deserted, 0.8)];
    case "bluffCalled":
      return event.target === me ? [wish([], LINES.bluffed, 0.6, named(sight, event.by))] : [];
    case "covertFound":
      return event.target === me && event.by !== me ? [wish([event.by], LINES.foundOut, 0.8)] : [];
    case "appealed": {
      const shy = personality === "lamb" || personality === "hider";
      return event.to === me
        ? [wish([event.by], LINES.passedTheBuck, shy ? 0.2 : 0.6, named(sight, event.against))]
        : [];
    }
    default:
      return [];
  }
}

/** A treaty that runs out, unless one means to let it; a partner that calls up its army. */
function warned(sight: SeatSight, { personality }: Character, { mobilised }: News): Wish[] {
  const { board, world, me } = sight;
  const keen = personality === "wolf" ? 0 : personality === "jackal" ? 0.3 : 0.7;
  return [
    ...lapsing(board, world, me).map(({ treaty }) =>
      wish(
        treaty.parties.flatMap((id) => {
          const k = board.indexOf.get(id) ?? me;
          return k === me ? [] : [k];
        }),
        LINES.lapsing,
        keen,
      ),
    ),
    ...mobilised.filter((k) => areBound(sight, me, k)).map((k) => wish([k], LINES.partnerArms, 0.8)),
  ];
}
