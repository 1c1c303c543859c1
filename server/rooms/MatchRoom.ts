import type { Client } from "@colyseus/core";
import type { PersonId } from "#shared/model/ids.ts";
import { CLIENT_MESSAGES, type ClientMessageName, type Reply } from "#shared/protocol/messages.ts";
import { MatchSchema } from "#shared/schema/MatchSchema.ts";
import type { Log } from "#server/lib/log.ts";
import { FAULT, illegal, malformed, refused } from "#server/lib/refusals.ts";
import type { Clock, Timers } from "#server/lib/time.ts";
import { TokenBuckets } from "#server/lib/tokenBuckets.ts";
import type { MatchController } from "#server/match/MatchController.ts";
import { answer } from "#server/match/requests.ts";
import { SafeRoom, SUPERSEDED } from "./SafeRoom.ts";
import { SeatFeed } from "./SeatFeed.ts";
import { sayIssues } from "#server/lib/sayIssues.ts";
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
/** Messages a seat may send: a quick hand passes, a script does not. */
const RATE = { burst: 60, perSecond: 15 };
/** Frames a second after which a connection is dropped without an answer. */
const FLOOD = 200;

/**
 * The live end of a match: lifecycle and the message table, nothing else. It comes into being when someone
 * enters and goes when the last one leaves; the match itself lives in its controller.
 */
export abstract class MatchRoom extends SafeRoom<MatchSchema> {
  protected abstract readonly deps: RoomDeps;
  #controller: MatchController | null = null;
  #unsubscribe: () => void = () => undefined;
  #limits: TokenBuckets | null = null;
  readonly #feeds = new Map<string, SeatFeed>();
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
    const feed = new SeatFeed(controller.state.board, (name, body) => client.send(name, body));
    this.#feeds.set(client.sessionId, feed);
    controller.enter(person, client.sessionId);
    feed.sendView(controller.viewFor(person), this.deps.clock.now());
  }

  override onLeave(client: Client): void {
    this.#feeds.delete(client.sessionId);
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

  /** Parses here rather than by the library's `format`, so that the sender hears a code and a sentence and stays connected. */
  async #answer(client: Client, name: ClientMessageName, body: unknown): Promise<Reply> {
    const controller = this.#controller;
    const feed = this.#feeds.get(client.sessionId);
    if (!controller || !feed) return refused(FAULT);
    const { person } = ticketOf(client);
    if (!this.#limits?.take(person))
      return refused(illegal("rate.tooMany", "Too many messages at once. Wait a second and try again."));
    const parsed = CLIENT_MESSAGES[name].safeParse(body);
    if (!parsed.success) return refused(malformed(`${name}.malformed`, sayIssues(parsed.error)));
    try {
      const reply = await answer(controller, person, name, parsed.data);
      this.#show(feed, person, name === "resync" && reply.ok ? resyncIn(parsed.data) : "change");
      return reply;
    } catch (error) {
      this.log.error(
        { room: this.roomId, name, error: error instanceof Error ? error.stack : String(error) },
        "a message failed",
      );
      return refused(FAULT);
    }
  }

  /** One connection per person: the newest. */
  #supersede(newcomer: Client, person: PersonId): void {
    const older = this.clients.filter(
      (client) => client.sessionId !== newcomer.sessionId && ticketOf(client).person === person,
    );
    for (const client of older) {
      this.#feeds.delete(client.sessionId);
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
    for (const client of this.clients) {
      const feed = this.#feeds.get(client.sessionId);
      if (feed) this.#show(feed, ticketOf(client).person, "change");
    }
  }

  /** Whoever asks for something sees what came of it before the answer, and need not wait until changes have gathered. */
  #show(feed: SeatFeed, person: PersonId, what: "change" | "view" | "whole"): void {
    const view = this.#controller?.viewFor(person);
    const now = this.deps.clock.now();
    if (!view) return;
    if (what === "change") feed.sendChange(view, now);
    else if (what === "view") feed.sendView(view, now);
    else feed.sendWhole(view, now);
  }
}

const resyncIn = (body: object): "view" | "whole" => ("whole" in body && body.whole === true ? "whole" : "view");

/** Only `reserveSeatFor` with a ticket leads here: the library's own matchmaking is closed. */
const ticketOf = (client: Client): RoomTicket => client.auth as RoomTicket;

/** The room class of one server, bound to its matches. */
export function matchRoomOf(deps: RoomDeps): new () => MatchRoom {
  return class extends MatchRoom {
    protected override readonly deps = deps;
  };
}
