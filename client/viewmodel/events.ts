import { STEPS, type GameEvent, type Step } from "#shared/model/event.ts";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { Board } from "#shared/model/world.ts";
import { involved } from "./involved.ts";

/** Bookkeeping that the threat board and the budgets show better than a list of sentences. */
const QUIET: ReadonlySet<GameEvent["kind"]> = new Set(["act", "armed", "tributePaid", "occupationPaid", "spoilsTaken"]);
const ROUTINE: ReadonlySet<GameEvent["kind"]> = new Set([
  ...QUIET,
  "aligned",
  "aidGiven",
  "demobilised",
  "offenceCut",
  "armistice",
  // Told with their crisis.
  "crisisEffect",
]);

export interface RevealStage {
  readonly step: Step;
  readonly events: readonly GameEvent[];
  /** Further events of the step, told on demand. */
  readonly quiet: readonly GameEvent[];
}

/** The turn as it is revealed: the steps in which something happened, in order. */
export function revealStages(events: readonly GameEvent[]): readonly RevealStage[] {
  return STEPS.map((step): RevealStage => {
    const here = events.filter((event) => event.step === step);
    return {
      step,
      events: here.filter((event) => !QUIET.has(event.kind)),
      quiet: here.filter((event) => QUIET.has(event.kind)),
    };
  }).filter(
    (stage) => stage.events.length > 0 || (stage.quiet.length > 0 && stage.step === "arms") || stage.step === "threats",
  );
}

/** Gravest first; what is not named here comes after, as it happened. */
const GRAVE: readonly GameEvent["kind"][] = [
  "exiled",
  "restored",
  "crisis",
  "ultimatumIssued",
  "ultimatumAnswered",
  "battle",
  "revolt",
  "rising",
  "provinceTaken",
  "covertFound",
  "treatyBroken",
  "treatyKnown",
  "treatyLeft",
  "bluffCalled",
  "pactCalled",
  "alarm",
  "congressCalled",
  "mobilised",
  "aligned",
];

/** What the dispatches report: consequences, and who stood against me or came to me; mine first, then by gravity. */
export function headlines(board: Board, events: readonly GameEvent[], me: CountryIndex | null): readonly GameEvent[] {
  const mine = (event: GameEvent): boolean => me !== null && involved(board, event).includes(me);
  const news = events.filter(
    (event) => !ROUTINE.has(event.kind) || (event.kind === "aligned" && event.country !== me && mine(event)),
  );
  const rank = (event: GameEvent): number => {
    const grave = GRAVE.indexOf(event.kind);
    return (mine(event) ? 0 : 100) + (grave < 0 ? GRAVE.length : grave);
  };
  return [...news].sort((a, b) => rank(a) - rank(b));
}
