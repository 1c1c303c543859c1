import { anonymousNames } from "#shared/classroom/anonymousNames.ts";
import { personId, type PersonId } from "#shared/model/ids.ts";
import { drawId } from "#server/seats/codes.ts";
import { beginPlay } from "./beginPlay.ts";
import type { ClassController, ClassDeps } from "./ClassController.ts";
import { SERVER, type Actor } from "./ClassLedger.ts";
import { RehearsalPlayers } from "./RehearsalPlayers.ts";

/** Milliseconds: all but the last have come; play begins; the late one comes; someone goes, and is back; the debrief is over. */
const ARRIVING = 6_000;
const BEGIN = 9_000;
const LATE = 25_000;
const GOES = 40_000;
const BACK = 110_000;
const DEBRIEF = 180_000;
/** Milliseconds between two things that computer students do. */
const BEAT = 600;
/** However many students the plan has: more would show nothing more. */
const MOST = 150;
const REHEARSAL: Actor = { kind: "host", label: "Rehearsal" };
const CALL = "We are not sure what hiding costs us.";

/**
 * A class of computer students, so that an instructor can try every control before the lesson: they arrive, play by the
 * plan at four times its pace, one comes late, one goes away for a while, one asks for help. It ends by itself.
 */
export class Rehearsal {
  readonly #class: ClassController;
  readonly #deps: ClassDeps;
  readonly #players: RehearsalPlayers;
  readonly #timers = new Set<() => void>();
  readonly #here = new Set<PersonId>();
  /** Number of the session that runs; null = none. */
  #running: number | null = null;
  #ending = false;

  constructor(owner: ClassController, deps: ClassDeps) {
    this.#class = owner;
    this.#deps = deps;
    this.#players = new RehearsalPlayers(owner, deps);
  }

  /** Begins, goes on after a restart, or ends, as the record says. */
  wake(): void {
    const { session } = this.#class;
    const wanted = session?.rehearsal === true && session.state !== "over" ? session.number : null;
    if (wanted === this.#running) return;
    this.stop();
    this.#running = wanted;
    if (wanted !== null) this.#start();
  }

  stop(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
    for (const id of this.#here) this.#leave(id);
    this.#running = null;
    this.#ending = false;
  }

  #start(): void {
    const { session, state } = this.#class;
    if (!session) return;
    const known = state.members.filter((member) => member.simulated && member.state === "in").map(({ id }) => id);
    for (const id of known) this.#enter(id);
    const names = anonymousNames(
      Math.max(0, Math.min(MOST, session.plan.students) - known.length),
      this.#class.seed(),
      state.members.map(({ name }) => name),
    );
    const late = names.length > 1 ? 1 : 0;
    names.slice(0, names.length - late).forEach((name, at, all) => {
      this.#after((ARRIVING * at) / all.length, () => void this.#arrive(name));
    });
    if (session.state === "gathering") this.#after(BEGIN, () => void this.#begin());
    for (const name of names.slice(names.length - late)) this.#after(LATE, () => void this.#arrive(name));
    this.#plot();
    this.#beat();
  }

  /** What an instructor must have seen once: a call for help, someone gone, and back. */
  #plot(): void {
    this.#after(LATE, () => {
      const [, , caller] = this.#here;
      if (caller)
        void this.#class.record({ kind: "member", member: caller }, { kind: "help", member: caller, text: CALL });
    });
    this.#after(GOES, () => {
      const [, goer] = this.#here;
      if (!goer) return;
      this.#leave(goer);
      this.#after(BACK - GOES, () => this.#enter(goer));
    });
  }

  async #arrive(name: string): Promise<void> {
    const member = personId(drawId(this.#deps.chance, "p"));
    const result = await this.#class.write(
      (entry) =>
        entry.add({ by: SERVER, body: { kind: "join", member, name, waiting: false, simulated: true } }) ??
        this.#class.placeNew(entry, [member]),
    );
    if (result.ok && this.#running !== null) this.#enter(member);
  }

  async #begin(): Promise<void> {
    if (this.#class.session?.state === "gathering") await beginPlay(this.#class, REHEARSAL, this.#deps.chance);
  }

  #beat(): void {
    this.#after(BEAT, () => {
      this.#players.beat(this.#here);
      this.#maybeEnd();
      this.#beat();
    });
  }

  #maybeEnd(): void {
    const { session, tables } = this.#class;
    if (this.#ending || session?.state !== "playing" || tables.all.length === 0) return;
    if (tables.over.length < tables.all.length) return;
    this.#ending = true;
    this.#after(DEBRIEF, () => void this.#class.record(REHEARSAL, { kind: "finish" }));
  }

  #enter(id: PersonId): void {
    this.#here.add(id);
    this.#class.enter(id, connectionOf(id));
  }

  #leave(id: PersonId): void {
    this.#here.delete(id);
    this.#players.leave(id);
    this.#class.leave(id, connectionOf(id));
  }

  /** Milliseconds at the pace of the server. */
  #after(delay: number, act: () => void): void {
    const cancel = this.#deps.timers.after(delay * Math.min(1, this.#deps.paceFactor), () => {
      this.#timers.delete(cancel);
      act();
    });
    this.#timers.add(cancel);
  }
}

/** A computer student has no line; its place in the counts is held by this name. */
const connectionOf = (id: PersonId): string => `rehearsal ${id}`;
