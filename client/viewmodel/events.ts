import { assertNever } from "#shared/lib/assertNever.ts";
import { STEPS, type GameEvent, type Step } from "#shared/model/event.ts";
import type { CountryId, CountryIndex } from "#shared/model/ids.ts";
import type { Board } from "#shared/model/world.ts";

/** The countries an event is about. Ids within treaties are looked up on the board. */
export function involved(board: Board, event: GameEvent): readonly CountryIndex[] {
  const at = (ids: readonly CountryId[]): readonly CountryIndex[] => ids.flatMap((id) => board.indexOf.get(id) ?? []);
  switch (event.kind) {
    case "treatySigned":
    case "treatyLapsed":
      return at(event.treaty.parties);
    case "treatyBroken":
      return [event.by, ...at(event.treaty.parties)];
    case "congressCalled":
      return [];
    case "aidGiven":
    case "tributePaid":
      return [event.from, event.to];
    case "armed":
    case "occupationPaid":
    case "mobilised":
    case "demobilised":
    case "offenceCut":
    case "spoilsTaken":
    case "armistice":
    case "exiled":
    case "restored":
    case "alarm":
      return [event.country];
    case "threatened":
    case "reassured":
    case "act":
      return [event.by, event.target];
    case "aligned":
      return [
        event.country,
        ...at(
          event.alignment.kind === "balance"
            ? [event.alignment.against]
            : event.alignment.kind === "bandwagon"
              ? [event.alignment.with]
              : [],
        ),
      ];
    case "pactCalled":
      return [event.ally, event.victim, event.attacker];
    case "battle":
      return [...event.attackers, event.defender, ...event.forces.map((force) => force.country)];
    case "provinceTaken":
      return [event.from, event.to, event.by];
    case "securityDilemma":
      return [event.a, event.b];
    default:
      return assertNever(event);
  }
}

/** Bookkeeping that the threat board and the budgets show better than a list of sentences. */
const QUIET: ReadonlySet<GameEvent["kind"]> = new Set(["act", "armed", "tributePaid", "occupationPaid", "spoilsTaken"]);
const ROUTINE: ReadonlySet<GameEvent["kind"]> = new Set([
  ...QUIET,
  "aligned",
  "aidGiven",
  "demobilised",
  "offenceCut",
  "armistice",
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
  "battle",
  "provinceTaken",
  "treatyBroken",
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
