import { signal } from "@preact/signals";
import type { Refusal } from "#shared/model/refusal.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import type {
  ClientMessage,
  ClientMessageName,
  Entry,
  Reply,
  ServerMessageName,
  ServerMessages,
} from "#shared/protocol/messages.ts";
import { createServerClock } from "./clock.ts";
import type { Body, Connection, ConnectionStatus } from "./connection.ts";
import type { Drafts, UnsavedDraft } from "./drafts.ts";
import { deadlineIn, type Held, patched } from "./held.ts";
import type { Link, LinkEvents, OpenLink } from "./link.ts";
import type { OpenReader, Reader } from "./reader.ts";
import { retryDelay } from "./retryDelay.ts";

/** The outside world of a connection, so that tests can hold its strings. */
export interface ConnectionTools {
  readonly open: OpenLink;
  readonly openReader: OpenReader;
  readonly drafts: Drafts;
  readonly localNow: () => number;
  /** A number in [0, 1). */
  readonly draw: () => number;
  /** Calls back after some milliseconds; the answer cancels. */
  readonly after: (milliseconds: number, action: () => void) => () => void;
  readonly words: { readonly offline: string; readonly timedOut: string };
}

/** Milliseconds a request may take before the line counts as broken. */
const PATIENCE = 10_000;
/** On waking, silence for this long means that the socket died in our sleep. */
const WAKE_PATIENCE = 4_000;

/** Keeps one seat connected: opens links one after another, folds their messages into the view, and holds on to unsaved drafts. */
export class SeatConnection implements Connection {
  readonly view = signal<PlayerView | null>(null);
  readonly board = signal<Board | null>(null);
  readonly status = signal<ConnectionStatus>("connecting");
  readonly refusal = signal<Refusal | null>(null);
  readonly unsaved;
  readonly now;
  readonly #entry: Entry;
  readonly #tools: ConnectionTools;
  readonly #clock;
  #link: Link | null = null;
  /** What the server has sent, as it was sent. */
  #held: Held | null = null;
  #reader: Reader | null = null;
  #rev = -1;
  #attempt = 0;
  /** A whole view has been asked for: the patches until it comes are void. */
  #resyncing = false;
  /** Counts the openings: what an older link still reports is no longer news. */
  #generation = 0;
  #cancelRetry = (): void => undefined;

  constructor(entry: Entry, tools: ConnectionTools) {
    this.#entry = entry;
    this.#tools = tools;
    this.#clock = createServerClock(tools.localNow);
    this.now = this.#clock.now;
    this.unsaved = signal<UnsavedDraft | null>(tools.drafts.unsaved(entry.match));
    void this.#open();
  }

  readonly send = async <N extends ClientMessageName>(name: N, body: Body<N>): Promise<Reply> => {
    if (name !== "draft" && name !== "submit") return this.#ask(name, body, PATIENCE);
    // Both carry a turn and a sheet.
    const { turn, sheet } = body as Body<"draft" | "submit">;
    const draft: UnsavedDraft = { turn, sheet };
    this.#tools.drafts.keep(this.#entry.match, draft);
    this.unsaved.value = draft;
    const reader = this.#reader;
    const reply = reader ? await this.#ask(name, { turn, sheet: reader.write(sheet) }, PATIENCE) : this.#offline();
    // Saved, or refused by the server: either way it is not waiting for a connection.
    if (reply.ok || !reply.refusal.code.startsWith("net.")) this.#settleDraft(draft);
    return reply;
  };

  readonly wake = (): void => {
    if (this.status.value === "live") void this.#ask("ping", {}, WAKE_PATIENCE);
    else if (this.status.value === "connecting" || this.status.value === "retrying") this.takeBack();
  };

  readonly takeBack = (): void => {
    this.#abandon();
    this.refusal.value = null;
    this.status.value = this.view.value ? "retrying" : "connecting";
    void this.#open();
  };

  readonly close = (): void => this.#abandon();

  async #open(): Promise<void> {
    this.#generation += 1;
    const mine = this.#generation;
    const whenMine = (action: () => void): void => {
      if (mine === this.#generation) action();
    };
    const events: LinkEvents = {
      onMessage: (name, body) => whenMine(() => this.#receive(name, body)),
      onClose: () => whenMine(() => this.#lost()),
    };
    const opened = await this.#tools.open(this.#entry.token, events);
    if (mine !== this.#generation) {
      if (opened.ok) opened.value.close();
    } else if (opened.ok) this.#link = opened.value;
    else if (opened.error.kind === "refused") this.#stop("refused", opened.error.refusal);
    else this.#lost();
  }

  /** Lets go of the present link and of any plan to open another. */
  #abandon(): void {
    this.#cancelRetry();
    this.#generation += 1;
    this.#link?.close();
    this.#link = null;
  }

  /** Stops until the person asks for more. */
  #stop(status: "superseded" | "refused", why: Refusal | null): void {
    this.#abandon();
    this.refusal.value = why;
    this.status.value = status;
  }

  #lost(): void {
    this.#abandon();
    this.#attempt += 1;
    this.status.value = this.view.value ? "retrying" : "connecting";
    this.#cancelRetry = this.#tools.after(retryDelay(this.#attempt, this.#tools.draw()), () => void this.#open());
  }

  #receive<N extends ServerMessageName>(name: N, body: ServerMessages[N]): void {
    // ServerMessages ties each name to its body; the compiler loses the tie once both are variables.
    if (name === "view") this.#receiveView(body as ServerMessages["view"]);
    else if (name === "whole") this.#receiveWhole(body as ServerMessages["whole"]);
    else if (name === "p") this.#receivePatch(body as ServerMessages["p"]);
    else this.#stop("superseded", null);
  }

  #receiveView({ rev, now, view }: ServerMessages["view"]): void {
    this.#hold({ kind: "wire", view }, rev, now);
    if (this.#reader) this.#show();
    else void this.#openReader(null);
  }

  /** Comes with its own scenario: the board may have been made from another edition of it. */
  #receiveWhole({ rev, now, view, scenario }: ServerMessages["whole"]): void {
    this.#hold({ kind: "whole", view }, rev, now);
    void this.#openReader(scenario);
  }

  #receivePatch(patch: ServerMessages["p"]): void {
    const held = this.#held;
    const [rev, , left] = typeof patch === "number" ? [this.#rev + 1] : patch;
    if (!held || this.#resyncing || rev <= this.#rev) return;
    if (rev !== this.#rev + 1) return this.#resync({});
    this.#rev = rev;
    this.#held = patched(held, patch);
    const deadline = deadlineIn(this.#held);
    if (left !== undefined && deadline !== null) this.#clock.sample(deadline - left);
    if (this.#reader) this.#show();
  }

  #hold(held: Held, rev: number, now: number): void {
    this.#clock.sample(now);
    this.#held = held;
    this.#rev = rev;
    this.#resyncing = false;
  }

  async #openReader(scenario: Scenario | null): Promise<void> {
    const mine = this.#generation;
    const held = this.#held;
    if (!held) return;
    this.#reader = null;
    const opened = await this.#tools.openReader(held.view.settings, scenario);
    if (mine !== this.#generation) return;
    if (opened.ok) {
      this.#reader = opened.value;
      this.board.value = opened.value.board;
      this.#show();
    } else if (opened.error === "unknown" && scenario === null) this.#resync({ whole: true });
    else this.#lost();
  }

  /** Lets the page see what is held. */
  #show(): void {
    const view = this.#readable();
    if (!view) return this.#resync({ whole: true });
    this.view.value = view;
    if (this.status.value === "live") return;
    this.#attempt = 0;
    this.status.value = "live";
    this.#saveAgain();
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
    const link = this.#link;
    if (this.#resyncing || !link) return;
    this.#resyncing = true;
    const failed = (): void => {
      if (this.#link === link) this.#lost();
    };
    // Refused or unanswered: a new link begins with a view.
    link.request("resync", how, PATIENCE).then((reply) => reply.ok || failed(), failed);
  }

  async #ask(name: ClientMessageName, body: object, patience: number): Promise<Reply> {
    const link = this.#link;
    if (!link || this.status.value !== "live") return this.#offline();
    try {
      return await link.request(name, body, patience);
    } catch {
      // The line is dead or as good as dead. Whether what was asked has arrived, the next view will tell.
      if (this.#link === link) this.#lost();
      return refuse("net.timedOut", this.#tools.words.timedOut);
    }
  }

  #offline(): Reply {
    return refuse("net.offline", this.#tools.words.offline);
  }

  /** Back again: what was drafted meanwhile is saved, unless its turn is past or its orders are already in. */
  #saveAgain(): void {
    const draft = this.#tools.drafts.unsaved(this.#entry.match);
    const view = this.view.value;
    if (!draft || !view) return;
    const open = view.phase === "dispatches" || view.phase === "diplomacy" || view.phase === "orders";
    if (open && draft.turn === view.turn && view.orders.state !== "submitted") void this.send("draft", draft);
    else this.#settleDraft(draft);
  }

  #settleDraft(draft: UnsavedDraft): void {
    this.#tools.drafts.settle(this.#entry.match, draft);
    this.unsaved.value = this.#tools.drafts.unsaved(this.#entry.match);
  }
}

const refuse = (code: string, text: string): Reply => ({ ok: false, refusal: { kind: "illegal", code, text } });
