import type { MatchId, PersonId } from "#shared/model/ids.ts";
import type { ClassMessage, ClassMessageName, ClassReply } from "#shared/protocol/classMessages.ts";
import type { ClientMessageName, Reply, ServerMessageName, ServerMessages } from "#shared/protocol/messages.ts";
import type { ClassFacts } from "#shared/projection/classroom/facts.ts";
import type { ClassController } from "#server/classes/ClassController.ts";
import { SERVER } from "#server/classes/ClassLedger.ts";
import { actAsStudent, type StudentActName } from "#server/classes/studentActs.ts";
import { viewForStudent } from "#server/classes/views.ts";
import type { Log } from "#server/lib/log.ts";
import { granted, illegal, refused } from "#server/lib/refusals.ts";
import type { Clock } from "#server/lib/time.ts";
import { hasRefusedWord } from "#server/seats/names.ts";
import { ClassFeed, type ClassSend } from "./ClassFeed.ts";
import { type SeatSend, SeatSession } from "./SeatSession.ts";

export interface LineDeps {
  readonly room: ClassController;
  readonly session: string;
  readonly send: (name: string, body: unknown) => void;
  readonly clock: Clock;
  readonly log: Log;
}

const NO_TABLE = illegal("seat.none", "You have no table yet.");
const MINUTE = 60_000;

/** One student's connection: the class, and the table they sit at, on the same line. */
export class StudentLine {
  readonly member: PersonId;
  readonly #deps: LineDeps;
  readonly #feed: ClassFeed;
  #seat: SeatSession | null = null;

  constructor(member: PersonId, deps: LineDeps) {
    this.member = member;
    this.#deps = deps;
    const send: ClassSend = (name, body) => deps.send(name, body);
    this.#feed = new ClassFeed("student", send);
  }

  get match(): MatchId | null {
    return this.#seat?.controller.match ?? null;
  }

  enter(facts: ClassFacts): void {
    const { room, session } = this.#deps;
    room.enter(this.member, session);
    this.show("view", facts);
    this.settle(facts);
  }

  leave(): void {
    const { room, session } = this.#deps;
    this.#leaveSeat();
    room.leave(this.member, session);
  }

  show(what: "change" | "view", facts: ClassFacts): void {
    const view = viewForStudent(this.#deps.room, facts, this.member);
    if (!view) return;
    if (what === "view") this.#feed.sendView(view, facts.now);
    else this.#feed.sendChange(view);
  }

  showTable(): void {
    this.#seat?.show("change");
  }

  /** Goes where the class wants this student: to their table once it is made, to another when they are moved, or away. */
  settle(facts: ClassFacts): void {
    const { room, session, send, clock, log } = this.#deps;
    // Of a session that is over places stay in the record; who was removed since then is shown its tables no more.
    const isIn = room.state.members.some(({ id, state }) => id === this.member && state === "in");
    const place = isIn ? room.session?.places.find((one) => one.member === this.member) : undefined;
    const table = place && room.session?.tables.find(({ number }) => number === place.table);
    const controller = table ? room.tables.find(table.match) : null;
    if (controller === (this.#seat?.controller ?? null)) return;
    this.#leaveSeat();
    // Where they are comes before what they see there.
    this.show("change", facts);
    if (controller) {
      const own: SeatSend = <N extends ServerMessageName>(name: N, body: ServerMessages[N]) => send(name, body);
      this.#seat = new SeatSession({ controller, person: this.member, session, send: own, clock, log });
      this.#seat.enter();
    } else send("away", {});
  }

  #leaveSeat(): void {
    const seat = this.#seat;
    this.#seat = null;
    seat?.leave();
    if (seat) this.#deps.room.tables.left(seat.controller);
  }

  act<N extends StudentActName>(name: N, body: ClassMessage<N>): Promise<ClassReply> {
    return actAsStudent({ room: this.#deps.room, member: this.member }, name, body);
  }

  /** What is asked of the table. What a class adds to its rules is seen to here. */
  async play(name: ClientMessageName, body: unknown): Promise<Reply> {
    if (!this.#seat) return name === "ping" || name === "resync" ? granted : refused(NO_TABLE);
    if (name === "takeBack") return this.#takeBack();
    const silenced = name === "say" ? this.#silenced(body) : null;
    return silenced ? refused(silenced) : this.#seat.answer(name, body);
  }

  #silenced(body: unknown): ReturnType<typeof illegal> | null {
    const { state } = this.#deps.room;
    const until = state.members.find(({ id }) => id === this.member)?.mutedUntil ?? null;
    const left = until === null ? 0 : until - this.#deps.clock.now();
    if (left > 0) {
      const minutes = Math.ceil(left / MINUTE);
      const text = `The instructor does not let you send messages for another ${minutes === 1 ? "minute" : `${minutes} minutes`}.`;
      return illegal("message.muted", text, { minutes });
    }
    const text = typeof body === "object" && body !== null && "text" in body ? body.text : null;
    return state.settings.filter && typeof text === "string" && hasRefusedWord(text)
      ? illegal("message.refused", "This message contains a word that is refused in this class. Say it in other words.")
      : null;
  }

  /** A seat that a computer player keeps is its people's again as soon as one of them says so. */
  async #takeBack(): Promise<Reply> {
    const { room } = this.#deps;
    const place = room.session?.places.find((one) => one.member === this.member);
    const kept = room.session?.kept.find(({ table, country }) => table === place?.table && country === place.country);
    if (!kept) return refused(illegal("seat.yours", "You lead your country already."));
    const result = await room.record(SERVER, { kind: "keep", ...kept, kept: false });
    if (result.ok) await room.tables.settle();
    this.showTable();
    return result.ok ? granted : refused(result.error);
  }
}

export const isStudentAct = (name: ClassMessageName): name is StudentActName => STUDENT_ACTS.has(name);
const STUDENT_ACTS: ReadonlySet<string> = new Set<StudentActName>([
  "temperament",
  "choose",
  "help",
  "report",
  "vote",
  "answerConcepts",
]);
