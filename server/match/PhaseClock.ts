import type { Result } from "#shared/lib/result.ts";
import type { MatchState } from "#shared/model/match.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { PhaseBody } from "#shared/record/nextPhase.ts";
import type { Log } from "#server/lib/log.ts";
import type { Clock, Timers } from "#server/lib/time.ts";
import { enterNext, isEveryoneReady, submitMissing } from "./advance.ts";
import type { ComputerPlayers } from "./ComputerPlayers.ts";
import type { Entry, Ledger } from "./Ledger.ts";
import type { People } from "./People.ts";

/** Who keeps several matches in step: asked before everyone's being ready ends a phase. */
export interface Governor {
  readonly mayAdvance: () => boolean;
}

interface PhaseClockDeps {
  readonly ledger: Ledger;
  readonly people: People;
  readonly computers: ComputerPlayers;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly paceFactor: number;
}

/** Milliseconds until a phase that could not be recorded as over is tried again. */
const RETRY = 1_000;

/** When the phases of one match end: at their deadline, when everyone is ready, or when an instructor says so. */
export class PhaseClock {
  readonly #deps: PhaseClockDeps;
  #cancelDeadline: () => void = () => undefined;
  #cancelRetry: () => void = () => undefined;
  #advancing = false;
  #stopped = false;
  #phaseSince = 0;
  #governor: Governor | null = null;

  constructor(deps: PhaseClockDeps) {
    this.#deps = deps;
  }

  get #state(): MatchState {
    return this.#deps.ledger.state;
  }

  /** Null: the match runs by itself. */
  govern(governor: Governor | null): void {
    this.#governor = governor;
  }

  /** When the present phase opened here, epoch milliseconds. */
  get phaseSince(): number {
    return this.#phaseSince;
  }

  phaseOpened(): void {
    this.#phaseSince = this.#deps.clock.now();
    this.arm();
  }

  /** Sets the timer to the present deadline; one that has passed fires at once, none when there is no clock or a pause. */
  arm(): void {
    this.#cancelDeadline();
    const { deadline } = this.#state;
    if (deadline === null || this.#stopped) return;
    const left = Math.max(0, deadline - this.#deps.clock.now());
    this.#cancelDeadline = this.#deps.timers.after(left, () => void this.#tryTo("deadline"));
  }

  get isReady(): boolean {
    return isEveryoneReady(this.#state, this.#deps.people);
  }

  maybeAdvance(): void {
    if (!this.#stopped && this.isReady && (this.#governor?.mayAdvance() ?? true)) void this.#tryTo("ready");
  }

  /** Ends the present phase, whoever is ready. */
  advanceNow(cause: "ready" | "deadline" | "host"): Promise<Result<void, Refusal>> {
    return this.#deps.ledger.record((entry) => this.endPhase(entry, cause));
  }

  /** Everything that belongs to the end of a phase: computer players act, missing sheets are put in, the next begins. */
  endPhase(entry: Entry, cause: PhaseBody["cause"]): Refusal | null {
    this.#deps.computers.performAll(entry);
    return submitMissing(entry) ?? this.enterNext(entry, cause);
  }

  enterNext(entry: Entry, cause: PhaseBody["cause"]): Refusal | null {
    return enterNext(entry, { cause, now: this.#deps.clock.now(), paceFactor: this.#deps.paceFactor });
  }

  /** For good. */
  stop(): void {
    this.#stopped = true;
    this.#cancelDeadline();
    this.#cancelRetry();
  }

  async #tryTo(cause: "ready" | "deadline"): Promise<void> {
    if (this.#advancing) return;
    this.#advancing = true;
    const { phase, turn, epoch } = this.#state;
    let tooEarly = false;
    const result = await this.#deps.ledger.record((entry) => {
      const { state } = entry;
      const moved = state.phase !== phase || state.turn !== turn || state.epoch !== epoch;
      // What is still on its way to the disk may have ended the phase, taken orders back or given time; then, or should it
      // never get there, it is asked again.
      const isDue = cause === "ready" ? isEveryoneReady(state, this.#deps.people) : !this.#isExtended(state);
      tooEarly = moved || !isDue;
      return tooEarly ? null : this.endPhase(entry, cause);
    });
    this.#advancing = false;
    if (result.ok && tooEarly) return cause === "deadline" ? this.arm() : undefined;
    if (result.ok) return this.maybeAdvance();
    if (this.#stopped) return;
    const { log, timers } = this.#deps;
    log.error({ match: this.#state.match, phase, turn, code: result.error.code }, "a phase could not be ended");
    this.#cancelRetry();
    this.#cancelRetry = timers.after(RETRY, () => this.#tryAgain());
  }

  #isExtended({ deadline }: MatchState): boolean {
    return deadline === null || deadline > this.#deps.clock.now();
  }

  /** The deadline's own timer has fired once, or is still to come. */
  #tryAgain(): void {
    const { deadline } = this.#state;
    if (deadline !== null && deadline <= this.#deps.clock.now()) void this.#tryTo("deadline");
    else this.maybeAdvance();
  }
}
