import { diff, type Json, type Patch } from "#shared/lib/diff.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import { publicScenario } from "#shared/projection/publicScenario.ts";
import { flipIn } from "#shared/projection/wire/flags.ts";
import { toWire } from "#shared/projection/wire/view.ts";
import type { ServerMessageName, ServerMessages } from "#shared/protocol/messages.ts";
import type { WireView } from "#shared/protocol/wire.ts";

type Send = <N extends ServerMessageName>(name: N, body: ServerMessages[N]) => void;

/** What the reader holds: the view as it travels, or in full where its own reckoning came out otherwise. */
type Shown = { readonly kind: "wire"; readonly view: WireView } | { readonly kind: "whole"; readonly view: PlayerView };

/**
 * What one connection has been shown: everything once, then only differences. They are taken between finished
 * views, after secrets were removed; when nothing visible changed, nothing is sent.
 */
export class SeatFeed {
  readonly #board: Board;
  readonly #send: Send;
  #rev = 0;
  #shown: Shown | null = null;

  constructor(board: Board, send: Send) {
    this.#board = board;
    this.#send = send;
  }

  /** `now`: the server's clock. */
  sendView(view: PlayerView, now: number): void {
    const wire = toWire(this.#board, view);
    this.#shown = { kind: "wire", view: wire };
    this.#rev += 1;
    this.#send("view", { rev: this.#rev, now, view: wire });
  }

  /** In full, from now on. */
  sendWhole(view: PlayerView, now: number): void {
    this.#shown = { kind: "whole", view };
    this.#rev += 1;
    this.#send("whole", { rev: this.#rev, now, view, scenario: publicScenario(this.#board.scenario) });
  }

  sendChange(view: PlayerView, now: number): void {
    const before = this.#shown;
    if (before === null) return;
    // A match that was led back is another story from there on: it is told anew.
    if (before.view.hosted?.epoch !== view.hosted?.epoch)
      return before.kind === "whole" ? this.sendWhole(view, now) : this.sendView(view, now);
    const after: Shown =
      before.kind === "whole" ? { kind: "whole", view } : { kind: "wire", view: toWire(this.#board, view) };
    const patch = diff(asJson(before.view), asJson(after.view));
    if (!patch) return;
    this.#shown = after;
    this.#rev += 1;
    const isNew = view.deadline !== null && view.deadline !== deadlineOf(before);
    this.#send("p", briefly(before, patch) ?? this.#numbered(patch, isNew ? view.deadline - now : null));
  }

  #numbered(patch: Patch, left: number | null): ServerMessages["p"] {
    return left === null ? [this.#rev, patch] : [this.#rev, patch, left];
  }
}

const briefly = (before: Shown, patch: Patch): number | null =>
  before.kind === "wire" ? flipIn(before.view, patch) : null;
const deadlineOf = (shown: Shown): number | null => (shown.kind === "wire" ? shown.view.due : shown.view.deadline);

/** Views are plain JSON by their types' contract; interfaces without index signature need to be told. */
const asJson = (view: PlayerView | WireView): Json => view as unknown as Json;
