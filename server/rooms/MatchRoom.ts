import type { Client } from "@colyseus/core";
import type { PersonId } from "#shared/model/ids.ts";
import { CLIENT_MESSAGES, type ClientMessageName, type Reply } from "#shared/protocol/messages.ts";
import { MatchSchema } from "#shared/schema/MatchSchema.ts";
import type { Log } from "#server/lib/log.ts";
import { FAULT, refused, TOO_MANY_MESSAGES } from "#server/lib/refusals.ts";
import type { Clock, Timers } from "#server/lib/time.ts";
import { TokenBuckets } from "#server/lib/tokenBuckets.ts";
import type { MatchController } from "#server/match/MatchController.ts";
import { SafeRoom, SUPERSEDED } from "./SafeRoom.ts";
import { type SeatSend, SeatSession } from "./SeatSession.ts";
import { writeSchema } from "./writeSchema.ts";

export interface RoomDeps {
  readonly controller: (match: string) => Promise<MatchController | null>;
  readonly release: (controller: MatchController) => Promise<void>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

/** What `/api/enter` reserves a place with; set by the server, never by a client. */
export interface RoomTicket {
  readonly person: PersonId;
}

/** Milliseconds in which changes gather before they are shown, so that sixteen people who submit at once are one patch. */
const GATHER = 50;
/** Messages a person may send: a quick hand passes, a script does not. */
export const RATE = { burst: 60, perSecond: 15 };
/** Frames a second after which a connection is dropped without an answer. */
export const FLOOD = 200;

/**
 * The live end of a match: lifecycle and the message table, nothing else. It comes into being when someone
 * enters and goes when the last one leaves; the match itself lives in its controller.
 */
export abstract class MatchRoom extends SafeRoom<MatchSchema> {
  protected abstract readonly deps: RoomDeps;
  #controller: MatchController | null = null;
  #unsubscribe: () => void = () => undefined;
  #limits: TokenBuckets | null = null;
  readonly #seats = new Map<string, SeatSession>();
  /** Cancels the showing of changes that are gathering; null when everyone has seen everything. */
  #gathering: (() => void) | null = null;

  protected get log(): Log {
    return this.deps.log;
  }

  override async onCreate(options: { readonly match: string }): Promise<void> {
    this.roomId = options.match;
    this.patchRate = 200;
    this.maxMessagesPerSecond = FLOOD;
    this.#limits = new TokenBuckets(this.deps.clock, RATE);
    this.state = new MatchSchema();
    this.#listen();
    this.#controller = await this.deps.controller(options.match);
    if (!this.#controller) throw new Error("no such match");
    writeSchema(this.state, this.#controller.publicView());
    this.#unsubscribe = this.#controller.subscribe({
      changed: () => this.#gather(),
      lost: () => void this.disconnect(),
    });
  }

  override onJoin(client: Client): void {
    const controller = this.#controller;
    if (!controller) return;
    const { person } = ticketOf(client);
    this.#supersede(client, person);
    const { clock } = this.deps;
    const send: SeatSend = (name, body) => client.send(name, body);
    const seat = new SeatSession({ controller, person, session: client.sessionId, send, clock, log: this.log });
    this.#seats.set(client.sessionId, seat);
    seat.enter();
  }

  override onLeave(client: Client): void {
    this.#seats.delete(client.sessionId);
    this.#controller?.leave(ticketOf(client).person, client.sessionId);
  }

  override async onDispose(): Promise<void> {
    this.#unsubscribe();
    this.#gathering?.();
    if (this.#controller) await this.deps.release(this.#controller);
  }

  #listen(): void {
    for (const name of Object.keys(CLIENT_MESSAGES) as ClientMessageName[]) {
      // The library sends what the promise resolves with as the reply; its types know only `void` here.
      this.onMessage(name, (client: Client, body: unknown): unknown => this.#answer(client, name, body));
    }
    // Unknown names: not worth a connection, as the library would have it.
    this.onMessage("*", (client: Client, name: string | number) => {
      this.log.debug(
        { room: this.roomId, session: client.sessionId, name: String(name).slice(0, 40) },
        "unknown message",
      );
    });
  }

  async #answer(client: Client, name: ClientMessageName, body: unknown): Promise<Reply> {
    const seat = this.#seats.get(client.sessionId);
    if (!seat) return refused(FAULT);
    if (!this.#limits?.take(ticketOf(client).person)) return refused(TOO_MANY_MESSAGES);
    return seat.answer(name, body);
  }

  /** One connection per person: the newest. */
  #supersede(newcomer: Client, person: PersonId): void {
    const older = this.clients.filter(
      (client) => client.sessionId !== newcomer.sessionId && ticketOf(client).person === person,
    );
    for (const client of older) {
      this.#seats.delete(client.sessionId);
      client.send("superseded", {});
      client.leave(SUPERSEDED, "opened elsewhere");
    }
  }

  #gather(): void {
    this.#gathering ??= this.deps.timers.after(GATHER, () => this.#publish());
  }

  #publish(): void {
    this.#gathering = null;
    if (this.#controller) writeSchema(this.state, this.#controller.publicView());
    for (const seat of this.#seats.values()) seat.show("change");
  }
}

/** Only `reserveSeatFor` with a ticket leads here: the library's own matchmaking is closed. */
const ticketOf = (client: Client): RoomTicket => client.auth as RoomTicket;

/** The room class of one server, bound to its matches. */
export function matchRoomOf(deps: RoomDeps): new () => MatchRoom {
  return class extends MatchRoom {
    protected override readonly deps = deps;
  };
}
