import type { EventOf, GameEvent } from "#shared/model/event.ts";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { Treaty } from "#shared/model/treaty.ts";
import type { PlayerView } from "#shared/model/view.ts";

type Told<K extends GameEvent["kind"]> = EventOf<K> & GameEvent;

/** A crisis card with what it did. */
export interface CrisisNews {
  readonly card: Told<"crisis">;
  readonly effects: readonly Told<"crisisEffect">[];
}

/** The crises among a turn's events, each with its effects. */
export function crisesIn(events: readonly GameEvent[]): readonly CrisisNews[] {
  const cards = events.filter((event): event is Told<"crisis"> => event.kind === "crisis");
  return cards.map((card) => ({
    card,
    effects: events.filter(
      (event): event is Told<"crisisEffect"> => event.kind === "crisisEffect" && event.crisis === card.crisis,
    ),
  }));
}

/** What an investigation of mine brought home, with the deeds that it found. */
export interface IntelligenceNews {
  readonly report: Told<"investigated">;
  readonly deeds: readonly Told<"covertFound">[];
}

/** Reports for `me` alone. */
export const reportsFor = (events: readonly GameEvent[], me: CountryIndex | null): readonly IntelligenceNews[] =>
  events
    .filter((event): event is Told<"investigated"> => event.kind === "investigated" && event.by === me)
    .map((report) => ({
      report,
      deeds: events.filter(
        (event): event is Told<"covertFound"> =>
          event.kind === "covertFound" && event.finder === me && event.by === report.target,
      ),
    }));

/** Events that stand in cards of their own, so that no list repeats them. */
export const inCard = (event: GameEvent, me: CountryIndex | null): boolean =>
  event.kind === "crisis" ||
  event.kind === "crisisEffect" ||
  event.kind === "ultimatumIssued" ||
  (event.kind === "investigated" && event.by === me) ||
  (event.kind === "covertFound" && event.finder === me && me !== null);

/** Who knows of an event: everyone, the reader alone, or these countries besides. */
export type Knowers =
  | { readonly kind: "all" }
  | { readonly kind: "you" }
  | { readonly kind: "some"; readonly countries: readonly CountryIndex[] };

export function knowersOf({ seenBy }: GameEvent, me: CountryIndex | null): Knowers {
  if (seenBy === undefined) return { kind: "all" };
  return seenBy.length === 1 && seenBy[0] === me ? { kind: "you" } : { kind: "some", countries: seenBy };
}

/** My treaties that bind this turn for the last time. */
export function lapsingTreaties(view: PlayerView): readonly Treaty[] {
  const { you, turn, world } = view;
  return world.treaties.filter(({ until, parties }) => you !== null && until === turn && parties.includes(you));
}
