import type { Channel, Personality } from "../model/match.ts";
import type { CountryIndex } from "../model/ids.ts";
import type { SeatSight } from "../model/sight.ts";
import { againstOf, followsOf } from "./odds.ts";
import { newsFor, type News } from "./news.ts";
import { byThreat, topThreat } from "./outlook.ts";
import { characterOf, type Character, type Who } from "./character.ts";
import { dealings } from "./dealings.ts";
import { BOASTS, CALM, LINES, OFFERS } from "./lines.ts";
import { named, wish, type Wish } from "./wish.ts";

export interface Utterance {
  readonly to: Channel;
  readonly text: string;
}

/** T from which a country is worth a warning to others. */
const WORRYING = 45;
/** At a table of more seats than this everyone keeps to one message a turn. */
const SMALL_TABLE = 6;

/**
 * At most two short messages a turn, one at a big table: about what just happened, in character, from public knowledge
 * only. A computer player never tells a secret, and says nothing of its own orders.
 */
export function speak(sight: SeatSight, who: Who, draw: () => number): readonly Utterance[] {
  const most = sight.board.ids.length <= SMALL_TABLE ? 2 : 1;
  const said: Utterance[] = [];
  const addressed = new Set<string>();
  for (const { to, lines, chance } of wishes(sight, characterOf(who))) {
    if (said.length === most) break;
    const address = to.join();
    if (addressed.has(address) || draw() >= chance) continue;
    addressed.add(address);
    said.push({ to: channel(sight, to), text: pick(draw, lines) });
  }
  return said;
}

/** The most pressing first. */
function wishes(sight: SeatSight, character: Character): Wish[] {
  const { personality } = character;
  if (sight.world.countries[sight.me]?.status.kind === "exile") return exile(sight);
  const news = newsFor(sight);
  // Deeds show the temper: a conqueror of any character no longer talks of peace.
  const greedy = LOUD.has(personality) || news.victims.length > 0;
  return [
    ...ownWar(sight, news),
    ...dealings(sight, character, news),
    ...(greedy
      ? grasping(sight, news, character)
      : [
          ...peaceable(sight, news, character),
          ...(personality === "hider" ? [] : appeals(sight)),
          { to: [], lines: CALM, chance: personality === "reassurer" ? 0.5 : 0.12 },
        ]),
  ];
}
const LOUD: ReadonlySet<Personality> = new Set<Personality>(["wolf", "jackal", "blusterer"]);

/** Attacked, helped, or newly allied: nobody keeps silent about that. */
function ownWar(sight: SeatSight, news: News): Wish[] {
  const [attacker] = news.attackers;
  const [pact] = news.signed;
  const partners = (pact?.parties ?? []).map((id) => sight.board.indexOf.get(id) ?? -1).filter((k) => k !== sight.me);
  const list: Wish[] = [];
  if (attacker !== undefined) {
    const lost = sight.board.homes[sight.me]?.some((p) => sight.world.holders[p] === attacker) ?? false;
    list.push(wish([], lost ? LINES.robbed : LINES.attacked, 0.9, named(sight, attacker)));
    if (news.fellows.length > 0 && againstOf(sight.board, sight.world, sight.me) === attacker)
      list.push(wish(news.fellows, LINES.thanks, 0.8, named(sight, attacker)));
  }
  if (partners.length > 0) list.push(wish(partners, pact?.kind === "defence" ? LINES.allied : LINES.peaceSigned, 0.7));
  return list;
}

function peaceable(sight: SeatSight, news: News, { temper }: Character): Wish[] {
  const { board, world } = sight;
  const list: Wish[] = [];
  const war = news.wars.find(({ by }) => !news.followers.includes(by));
  const [mobilised] = news.mobilised;
  const [opponent] = news.opponents;
  if (war)
    list.push(
      wish(
        [war.target],
        againstOf(board, world, war.target) < 0 ? LINES.stoodAlone : LINES.sympathy,
        0.45,
        named(sight, war.by),
      ),
    );
  if (mobilised !== undefined) list.push(wish([mobilised], LINES.mobilised, 0.5));
  if (news.followers.length > 0) list.push(wish(news.followers, LINES.protection, 0.3));
  if (opponent !== undefined) list.push(wish([opponent], temper === "hot" ? LINES.defiance : LINES.plea, 0.4));
  return list;
}

/** To the one who fears the same country most, itself feared least: stand with us. */
function appeals(sight: SeatSight): Wish[] {
  const { board, world, me } = sight;
  const foe = topThreat(world, me);
  const fear = world.threat[me]?.[foe] ?? 0;
  if (fear < WORRYING) return [];
  const need = (k: CountryIndex): number => (world.threat[k]?.[foe] ?? 0) - (world.threat[me]?.[k] ?? 0);
  const shared = byThreat(world, me).filter(
    (k) => k !== foe && (world.threat[k]?.[foe] ?? 0) >= WORRYING - 5 && followsOf(board, world, k) !== foe,
  );
  const [friend] = shared.sort((a, b) => need(b) - need(a) || a - b);
  if (friend === undefined) return [];
  return [
    wish([friend], againstOf(board, world, friend) === foe ? LINES.holdOn : LINES.appeal, 0.4, {
      ...named(sight, foe),
      fear: String(Math.round(fear)),
    }),
  ];
}

function grasping(sight: SeatSight, news: News, { personality }: Character): Wish[] {
  const { world, me } = sight;
  const list: Wish[] = [];
  const [victim] = news.victims;
  const [war] = news.wars;
  const [opponent] = news.opponents;
  if (victim !== undefined) list.push(wish([], LINES.justified, 0.7, named(sight, victim)));
  if (opponent !== undefined) list.push(wish([opponent], LINES.defiance, 0.5));
  if (war && personality === "jackal") list.push(wish([war.by], LINES.courting, 0.6, named(sight, war.target)));
  if (news.followers.length > 0) list.push(wish(news.followers, LINES.protection, 0.5));
  const foe = topThreat(world, me);
  if (personality === "wolf" || personality === "blusterer")
    list.push({ to: [], lines: BOASTS, chance: personality === "wolf" ? 0.3 : 0.7 });
  if (personality === "jackal" && foe >= 0) list.push({ to: [foe], lines: OFFERS, chance: 0.3 });
  return list;
}

/** A government without a country has its voice left. */
function exile(sight: SeatSight): Wish[] {
  const { board, world, me } = sight;
  const occupier = board.homes[me]?.map((p) => world.holders[p] ?? me).find((holder) => holder !== me);
  return occupier === undefined ? [] : [wish([], LINES.exile, 0.5, named(sight, occupier))];
}

function channel({ board }: SeatSight, to: readonly CountryIndex[]): Channel {
  const countries = to.flatMap((k) => board.ids[k] ?? []).sort();
  return countries.length === 0 ? { kind: "all" } : { kind: "some", countries };
}

const pick = (draw: () => number, lines: readonly string[]): string => lines[Math.floor(draw() * lines.length)] ?? "";
