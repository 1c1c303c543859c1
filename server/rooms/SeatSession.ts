import type { PersonId } from "#shared/model/ids.ts";
import {
  CLIENT_MESSAGES,
  type ClientMessageName,
  type Reply,
  type ServerMessageName,
  type ServerMessages,
} from "#shared/protocol/messages.ts";
import type { Log } from "#server/lib/log.ts";
import { FAULT, malformed, refused } from "#server/lib/refusals.ts";
import { sayIssues } from "#server/lib/sayIssues.ts";
import type { Clock } from "#server/lib/time.ts";
import type { MatchController } from "#server/match/MatchController.ts";
import { answer } from "#server/match/requests.ts";
import { SeatFeed } from "./SeatFeed.ts";

export type SeatSend = <N extends ServerMessageName>(name: N, body: ServerMessages[N]) => void;

interface SeatSessionDeps {
  readonly controller: MatchController;
  readonly person: PersonId;
  /** Of the connection, for the count of who is there. */
  readonly session: string;
  readonly send: SeatSend;
  readonly clock: Clock;
  readonly log: Log;
}

/** One connected person at one match: what they are shown of it, and the answers to what they ask. */
export class SeatSession {
  readonly controller: MatchController;
  readonly #deps: SeatSessionDeps;
  readonly #feed: SeatFeed;

  constructor(deps: SeatSessionDeps) {
    this.controller = deps.controller;
    this.#deps = deps;
    this.#feed = new SeatFeed(deps.controller.state.board, deps.send);
  }

  /** Counts as there from now on, and sees the table. */
  enter(): void {
    const { controller, person, session } = this.#deps;
    controller.enter(person, session);
    this.show("view");
  }

  leave(): void {
    const { controller, person, session } = this.#deps;
    controller.leave(person, session);
  }

  /** Parses here rather than by the library's `format`, so that the sender hears a code and a sentence and stays connected. */
  async answer(name: ClientMessageName, body: unknown): Promise<Reply> {
    const { controller, person, log } = this.#deps;
    const parsed = CLIENT_MESSAGES[name].safeParse(body);
    if (!parsed.success) return refused(malformed(`${name}.malformed`, sayIssues(parsed.error)));
    try {
      const reply = await answer(controller, person, name, parsed.data);
      this.show(name === "resync" && reply.ok ? resyncIn(parsed.data) : "change");
      return reply;
    } catch (error) {
      log.error(
        { match: controller.match, name, error: error instanceof Error ? error.stack : String(error) },
        "a message failed",
      );
      return refused(FAULT);
    }
  }

  /** Whoever asks for something sees what came of it before the answer, and need not wait until changes have gathered. */
  show(what: "change" | "view" | "whole"): void {
    const { controller, person, clock } = this.#deps;
    const view = controller.viewFor(person);
    const now = clock.now();
    if (what === "change") this.#feed.sendChange(view, now);
    else if (what === "view") this.#feed.sendView(view, now);
    else this.#feed.sendWhole(view, now);
  }
}

const resyncIn = (body: object): "view" | "whole" => ("whole" in body && body.whole === true ? "whole" : "view");
