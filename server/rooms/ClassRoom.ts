import type { Client } from "@colyseus/core";
import { classId, type MatchId, type PersonId } from "#shared/model/ids.ts";
import type { ClassCommand } from "#shared/model/classroom.ts";
import {
  CLASS_MESSAGES,
  CLASS_ROLES,
  type ClassMessageName,
  type ClassReply,
  type ClassRole,
} from "#shared/protocol/classMessages.ts";
import { CLIENT_MESSAGES, type ClientMessageName, type Reply } from "#shared/protocol/messages.ts";
import type { Classes } from "#server/classes/Classes.ts";
import type { ClassController } from "#server/classes/ClassController.ts";
import { done, no } from "#server/classes/answers.ts";
import type { HostActName, HostTools } from "#server/classes/hostActs.ts";
import { factsOf } from "#server/classes/views.ts";
import type { Log } from "#server/lib/log.ts";
import { FAULT, illegal, malformed, refused, TOO_MANY_MESSAGES } from "#server/lib/refusals.ts";
import { sayIssues } from "#server/lib/sayIssues.ts";
import type { Clock, Timers } from "#server/lib/time.ts";
import { TokenBuckets } from "#server/lib/tokenBuckets.ts";
import { FLOOD, RATE } from "./MatchRoom.ts";
import { SafeRoom, SUPERSEDED } from "./SafeRoom.ts";
import { type Staff, StaffLine } from "./StaffLine.ts";
import { isStudentAct, type LineDeps, StudentLine } from "./StudentLine.ts";
import { concerned } from "./concerned.ts";

export interface ClassRoomDeps {
  readonly classes: Classes;
  readonly tools: HostTools;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

/** What a place on a class's line is reserved with; set by the server, never by a client. */
export type ClassTicket =
  | { readonly kind: "student"; readonly person: PersonId }
  | ({ readonly kind: "staff" } & Staff);

/** Close code of a connection whose key has ended. */
const KEY_ENDED = 4101;
/** Milliseconds in which changes gather: at a table · for instructors, and students whom they concern · for all other students. */
const TABLE_GATHER = 50;
const GATHER = 100;
const SLOW_GATHER = 3_000;

type Line = StudentLine | StaffLine;

/** The live end of a class: every student, instructor and projector of it. Lifecycle and the message table, nothing else. */
export abstract class ClassRoom extends SafeRoom<object> {
  protected abstract readonly deps: ClassRoomDeps;
  #class: ClassController | null = null;
  #unsubscribe: () => void = () => undefined;
  #limits: TokenBuckets | null = null;
  readonly #lines = new Map<string, Line>();
  /** The connection of each student. */
  readonly #clients = new Map<PersonId, Client>();
  readonly #timers = new Map<"tables" | "staff" | "students" | "everyone", () => void>();
  /** Matches that changed since students at them, and since staff, were shown. */
  #changed = new Set<MatchId>();
  #changedForStaff = new Set<MatchId>();
  /** Students whom something concerns; null = all. */
  #concerned: Set<PersonId> | null = new Set();

  protected get log(): Log {
    return this.deps.log;
  }

  override async onCreate(options: { readonly class: string }): Promise<void> {
    this.roomId = options.class;
    this.maxMessagesPerSecond = FLOOD;
    this.#limits = new TokenBuckets(this.deps.clock, RATE);
    this.#listen();
    this.#class = await this.deps.classes.get(classId(options.class));
    if (!this.#class) throw new Error("no such class");
    this.#unsubscribe = this.#class.subscribe({
      changed: (commands) => this.#classChanged(commands),
      tableChanged: (match) => this.#tableChanged(match),
      keysEnded: (label) => this.#dismiss(label),
      lost: () => void this.disconnect(),
    });
  }

  override onJoin(client: Client): void {
    const room = this.#class;
    if (!room) return;
    const ticket = ticketOf(client);
    if (ticket.kind === "student") this.#supersede(client, ticket.person);
    const { clock } = this.deps;
    const send = (name: string, body: unknown): void => client.send(name, body);
    const deps: LineDeps = { room, session: client.sessionId, send, clock, log: this.log };
    const line = ticket.kind === "student" ? new StudentLine(ticket.person, deps) : new StaffLine(ticket, deps);
    this.#lines.set(client.sessionId, line);
    line.enter(factsOf(room));
  }

  override onLeave(client: Client): void {
    this.#drop(client);
  }

  #drop(client: Client): void {
    const ticket = ticketOf(client);
    this.#lines.get(client.sessionId)?.leave();
    this.#lines.delete(client.sessionId);
    if (ticket.kind === "student" && this.#clients.get(ticket.person) === client) this.#clients.delete(ticket.person);
  }

  override async onDispose(): Promise<void> {
    this.#unsubscribe();
    for (const cancel of this.#timers.values()) cancel();
    if (this.#class) await this.deps.classes.release(this.#class);
  }

  #listen(): void {
    // The library sends what the promise resolves with as the reply; its types know only `void` here.
    for (const name of Object.keys(CLIENT_MESSAGES) as ClientMessageName[])
      this.onMessage(name, (client: Client, body: unknown): unknown => this.#play(client, name, body));
    for (const name of Object.keys(CLASS_MESSAGES) as ClassMessageName[])
      this.onMessage(name, (client: Client, body: unknown): unknown => this.#answer(client, name, body));
    // Unknown names: not worth a connection, as the library would have it.
    this.onMessage("*", (client: Client, name: string | number) => {
      this.log.debug(
        { room: this.roomId, session: client.sessionId, name: String(name).slice(0, 40) },
        "unknown message",
      );
    });
  }

  /** A message of the match a student sits at. */
  async #play(client: Client, name: ClientMessageName, body: unknown): Promise<Reply> {
    const line = this.#lines.get(client.sessionId);
    if (!line) return refused(FAULT);
    if (!this.#limits?.take(client.sessionId)) return refused(TOO_MANY_MESSAGES);
    if (line instanceof StaffLine) return refused(notFor(line.staff.role));
    return line.play(name, body);
  }

  async #answer(client: Client, name: ClassMessageName, body: unknown): Promise<ClassReply> {
    const line = this.#lines.get(client.sessionId);
    const room = this.#class;
    if (!line || !room) return no(FAULT);
    if (!this.#limits?.take(client.sessionId)) return no(TOO_MANY_MESSAGES);
    const role = line instanceof StaffLine ? line.staff.role : "student";
    const roles: readonly ClassRole[] = CLASS_ROLES[name];
    if (!roles.includes(role)) return no(notFor(role));
    const parsed = CLASS_MESSAGES[name].safeParse(body);
    if (!parsed.success) return no(malformed(`${name}.malformed`, sayIssues(parsed.error)));
    try {
      const reply = await this.#act(line, name, parsed.data);
      // Whoever asks for something sees what came of it before the answer.
      if (name !== "classPing") line.show(name === "classResync" ? "view" : "change", factsOf(room));
      return reply;
    } catch (error) {
      this.log.error(
        { room: this.roomId, name, error: error instanceof Error ? error.stack : String(error) },
        "a message failed",
      );
      return no(FAULT);
    }
  }

  /** The role has been checked; each name is answered by whose it is. */
  async #act(line: Line, name: ClassMessageName, body: object): Promise<ClassReply> {
    if (name === "classResync" || name === "classPing") return done;
    // The body has been parsed by the schema of this very name; a union of names loses that.
    if (line instanceof StudentLine) return isStudentAct(name) ? line.act(name, body as never) : no(FAULT);
    if (name === "watch") return line.watch(body as never);
    return line.act(name as HostActName, body as never, this.deps.tools);
  }

  /** One connection per student: the newest. */
  #supersede(newcomer: Client, person: PersonId): void {
    const older = this.#clients.get(person);
    if (older) {
      this.#drop(older);
      older.send("superseded", {});
      older.leave(SUPERSEDED, "opened elsewhere");
    }
    this.#clients.set(person, newcomer);
  }

  #dismiss(label: string): void {
    for (const client of this.clients) {
      const ticket = ticketOf(client);
      if (ticket.kind === "staff" && ticket.label === label) client.leave(KEY_ENDED, "this key has ended");
    }
  }

  // Who is shown what, and when.

  #classChanged(commands: readonly ClassCommand[]): void {
    const who = concerned(commands, this.#class?.session ?? null);
    if (who === "all") this.#concerned = null;
    else who.forEach((member) => this.#concerned?.add(member));
    if (who === "all" || who.length > 0) this.#later("students", GATHER, () => this.#showConcerned());
    this.#later("staff", GATHER, () => this.#showStaff());
    this.#later("everyone", SLOW_GATHER, () => this.#showStudents(() => true));
  }

  #tableChanged(match: MatchId): void {
    this.#changed.add(match);
    this.#changedForStaff.add(match);
    this.#later("tables", TABLE_GATHER, () => this.#showTables());
    this.#later("staff", GATHER, () => this.#showStaff());
  }

  #later(what: "tables" | "staff" | "students" | "everyone", delay: number, show: () => void): void {
    if (this.#timers.has(what)) return;
    const cancel = this.deps.timers.after(delay, () => {
      this.#timers.delete(what);
      show();
    });
    this.#timers.set(what, cancel);
  }

  get #students(): readonly StudentLine[] {
    return [...this.#lines.values()].flatMap((line) => (line instanceof StudentLine ? [line] : []));
  }

  #showTables(): void {
    const changed = this.#changed;
    this.#changed = new Set();
    if (!this.#class) return;
    const facts = factsOf(this.#class);
    for (const line of this.#students) {
      if (line.match === null) line.settle(facts);
      else if (changed.has(line.match)) line.showTable();
    }
  }

  #showConcerned(): void {
    const who = this.#concerned;
    this.#concerned = new Set();
    this.#showStudents(({ member }) => who === null || who.has(member));
  }

  #showStudents(which: (line: StudentLine) => boolean): void {
    if (!this.#class) return;
    const facts = factsOf(this.#class);
    for (const line of this.#students) {
      if (!which(line)) continue;
      line.show("change", facts);
      line.settle(facts);
    }
  }

  #showStaff(): void {
    const changed = this.#changedForStaff;
    this.#changedForStaff = new Set();
    if (!this.#class) return;
    const facts = factsOf(this.#class);
    for (const line of this.#lines.values()) if (line instanceof StaffLine) line.show("change", facts, changed);
  }
}

function notFor(role: ClassRole): ReturnType<typeof illegal> {
  if (role === "student") return illegal("role.host", "Only an instructor can do this.");
  if (role === "screen") return illegal("role.screen", "A projector only shows the class.");
  return illegal("role.staff", "This is not for you to do: only the owner of the class, or its students, can.");
}

/** Only `reserveSeatFor` with a ticket leads here: the library's own matchmaking is closed. */
const ticketOf = (client: Client): ClassTicket => client.auth as ClassTicket;

/** The room class of one server, bound to its classes. */
export function classRoomOf(deps: ClassRoomDeps): new () => ClassRoom {
  return class extends ClassRoom {
    protected override readonly deps = deps;
  };
}
