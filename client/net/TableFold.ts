import { signal } from "@preact/signals";
import type { MatchId } from "#shared/model/ids.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import type { ClientMessage, ServerMessages } from "#shared/protocol/messages.ts";
import type { WireSheet } from "#shared/protocol/wire.ts";
import { deadlineIn, type Held, patched } from "./held.ts";
import type { OpenReader, Reader } from "./reader.ts";

interface FoldOwner {
  readonly openReader: OpenReader;
  /** A server time (epoch ms) that has just arrived. */
  readonly sample: (serverNow: number) => void;
  /** The view has changed. */
  readonly shown: () => void;
  /** Something is missing. False if nobody can be asked now. */
  readonly resync: (how: ClientMessage<"resync">) => boolean;
  /** What is needed to read cannot be fetched: worth another try on a new link. */
  readonly unreadable: () => void;
}

/** One match as it is told: views and patches as they are sent, folded into what a page reads. Follows from match to match. */
export class TableFold {
  readonly view = signal<PlayerView | null>(null);
  readonly board = signal<Board | null>(null);
  readonly #owner: FoldOwner;
  /** What the server has sent, as it was sent. */
  #held: Held | null = null;
  #reader: Reader | null = null;
  #readerOf: MatchId | null = null;
  #rev = -1;
  /** A whole view has been asked for: the patches until it comes are void. */
  #resyncing = false;
  /** Counts what readers were opened for: an older one is no longer wanted. */
  #opening = 0;

  constructor(owner: FoldOwner) {
    this.#owner = owner;
  }

  receiveView({ rev, now, view }: ServerMessages["view"]): void {
    this.#hold({ kind: "wire", view }, rev, now);
    if (this.#reader && this.#readerOf === view.match) this.#show();
    else void this.#openReader(null);
  }

  /** Comes with its own scenario: the board may have been made from another edition of it. */
  receiveWhole({ rev, now, view, scenario }: ServerMessages["whole"]): void {
    this.#hold({ kind: "whole", view }, rev, now);
    void this.#openReader(scenario);
  }

  receivePatch(patch: ServerMessages["p"]): void {
    const held = this.#held;
    const [rev, , left] = typeof patch === "number" ? [this.#rev + 1] : patch;
    if (!held || this.#resyncing || rev <= this.#rev) return;
    if (rev !== this.#rev + 1) return this.#resync({});
    this.#rev = rev;
    this.#held = patched(held, patch);
    const deadline = deadlineIn(this.#held);
    if (left !== undefined && deadline !== null) this.#owner.sample(deadline - left);
    if (this.#reader) this.#show();
  }

  /** The link is another: what was asked on the old one will not be answered. */
  relinked(): void {
    this.#resyncing = false;
    this.#opening += 1;
  }

  /** There is no match to see any more. */
  clear(): void {
    this.#opening += 1;
    this.#held = null;
    this.#rev = -1;
    this.view.value = null;
  }

  /** A sheet as it travels; null while the match cannot be read yet. */
  write(sheet: OrderSheet): WireSheet | null {
    return this.#reader?.write(sheet) ?? null;
  }

  #hold(held: Held, rev: number, now: number): void {
    this.#owner.sample(now);
    this.#held = held;
    this.#rev = rev;
    this.#resyncing = false;
  }

  async #openReader(scenario: Scenario | null): Promise<void> {
    const held = this.#held;
    if (!held) return;
    this.#opening += 1;
    const mine = this.#opening;
    this.#reader = null;
    const opened = await this.#owner.openReader(held.view.settings, scenario);
    if (mine !== this.#opening) return;
    if (opened.ok) {
      this.#reader = opened.value;
      this.#readerOf = held.view.match;
      this.#show();
    } else if (opened.error === "unknown" && scenario === null) this.#resync({ whole: true });
    else this.#owner.unreadable();
  }

  /** Lets the page see what is held: the board first, for the view is on it. */
  #show(): void {
    const view = this.#readable();
    if (!view || !this.#reader) return this.#resync({ whole: true });
    this.board.value = this.#reader.board;
    this.view.value = view;
    this.#owner.shown();
  }

  #readable(): PlayerView | null {
    if (this.#held?.kind === "whole") return this.#held.view;
    try {
      return (this.#held && this.#reader?.read(this.#held.view)) ?? null;
    } catch {
      // What throws here would throw again: as good as a view that does not add up.
      return null;
    }
  }

  #resync(how: ClientMessage<"resync">): void {
    if (!this.#resyncing) this.#resyncing = this.#owner.resync(how);
  }
}
