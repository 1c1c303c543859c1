import { diff, type Json } from "#shared/lib/diff.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { ServerMessageName, ServerMessages } from "#shared/protocol/messages.ts";

type Send = <N extends ServerMessageName>(name: N, body: ServerMessages[N]) => void;

/**
 * What one connection has been shown: the whole view once, then only differences. They are taken between
 * finished views, after secrets were removed; when nothing visible changed, nothing is sent.
 */
export class SeatFeed {
  readonly #send: Send;
  #rev = 0;
  #shown: Json | undefined;

  constructor(send: Send) {
    this.#send = send;
  }

  /** `now`: the server's clock. */
  sendWhole(view: PlayerView, now: number): void {
    this.#shown = asJson(view);
    this.#rev += 1;
    this.#send("view", { rev: this.#rev, now, view });
  }

  sendChange(view: PlayerView, now: number): void {
    if (this.#shown === undefined) return;
    const next = asJson(view);
    const patch = diff(this.#shown, next);
    if (!patch) return;
    this.#shown = next;
    this.#rev += 1;
    this.#send("patch", { rev: this.#rev, now, patch });
  }
}

/** A view is plain JSON by its type's contract; interfaces without index signature need to be told. */
const asJson = (view: PlayerView): Json => view as unknown as Json;
