import type { Channel } from "../model/match.ts";
import type { Personality } from "../model/match.ts";
import type { CountryId } from "../model/ids.ts";
import type { SeatSight } from "../model/sight.ts";
import { againstOf } from "./odds.ts";
import { byThreat, topThreat } from "./outlook.ts";
import { TEMPERS } from "./personalities.ts";

export interface Utterance {
  readonly to: Channel;
  readonly text: string;
}

/** At most one short message a turn, in character, from public knowledge only: a computer player never tells a secret. */
export function speak(sight: SeatSight, personality: Personality, draw: () => number): readonly Utterance[] {
  const { board, world, me } = sight;
  const foe = topThreat(world, me);
  const fear = Math.round(world.threat[me]?.[foe] ?? 0);
  const threat = board.names[foe] ?? "";
  if (foe < 0 || draw() > 0.6) return [];
  const friend = byThreat(world, me).findLast((k) => k !== foe && (world.threat[k]?.[foe] ?? 0) >= 40);
  const friendId = friend === undefined ? undefined : board.ids[friend];
  const foeId = board.ids[foe];
  if (personality === "expander" || personality === "opportunist") return foeId ? bluster(draw, foeId, personality) : [];
  if (fear >= 45 && friendId) return [{ to: some(friendId), text: pick(draw, appeals(threat, fear)) }];
  if (againstOf(board, world, foe) === me && foeId) return [{ to: some(foeId), text: pick(draw, PLEAS) }];
  return draw() < TEMPERS[personality].reassures + 0.2 ? [{ to: { kind: "all" }, text: pick(draw, CALM) }] : [];
}

const some = (country: CountryId): Channel => ({ kind: "some", countries: [country] });

function bluster(draw: () => number, foe: CountryId, personality: Personality): Utterance[] {
  const lines = personality === "expander" ? BOASTS : OFFERS;
  return [{ to: draw() < 0.4 ? { kind: "all" } : some(foe), text: pick(draw, lines) }];
}

const appeals = (threat: string, fear: number): readonly string[] => [
  `${threat} worries us: ${fear} on our board. Will you stand against it with us this turn?`,
  `If ${threat} moves on either of us, alone we fall. Balance with us.`,
  `We mean to balance against ${threat}. It costs a point; it is worth more if you come too.`,
];
const PLEAS = [
  "You have set yourself against us. What would it take for you to stand down?",
  "We bought no guns to use on you. Look at what we do, not at what others say.",
  "This ends badly for us both. Let us each arm a little less.",
] as const;
const CALM = [
  "We want nothing that is not ours.",
  "A quiet turn would suit us well.",
  "We keep our word, and remember who keeps theirs.",
] as const;
const BOASTS = [
  "We have the guns and you have the land. Draw your own conclusions.",
  "Those who stand aside will not be harmed.",
  "Borders are drawn by those who can hold them.",
] as const;
const OFFERS = [
  "You look like the winning side. What is in it for us?",
  "We could be useful to you – or to your rivals.",
  "We follow strength. Show us some.",
] as const;

const pick = (draw: () => number, lines: readonly string[]): string => lines[Math.floor(draw() * lines.length)] ?? "";
