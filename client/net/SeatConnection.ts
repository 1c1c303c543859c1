import { signal } from "@preact/signals";
import { applyPatch, type Json } from "#shared/lib/diff.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { ClientMessageName, Entry, Reply, ServerMessageName, ServerMessages } from "#shared/protocol/messages.ts";
import { createServerClock } from "./clock.ts";
import type { Body, Connection, ConnectionStatus } from "./connection.ts";
import type { Drafts, UnsavedDraft } from "./drafts.ts";
import type { Link, LinkEvents, OpenLink } from "./link.ts";
import { retryDelay } from "./retryDelay.ts";

/** The outside world of a connection, so that tests can hold its strings. */
export interface ConnectionTools {
  readonly open: OpenLink;
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
  readonly status = signal<ConnectionStatus>("connecting");
  readonly refusal = signal<Refusal | null>(null);
  readonly unsaved;
  readonly now;
  readonly #entry: Entry;
  readonly #tools: ConnectionTools;
  readonly #clock;
  #link: Link | null = null;
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
    const reply = await this.#ask(name, body, PATIENCE);
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
    else if (name === "patch") this.#receivePatch(body as ServerMessages["patch"]);
    else this.#stop("superseded", null);
  }

  #receiveView(message: ServerMessages["view"]): void {
    this.#clock.sample(message.now);
    this.#rev = message.rev;
    this.#attempt = 0;
    this.#resyncing = false;
    this.view.value = message.view;
    this.status.value = "live";
    this.#saveAgain();
  }

  #receivePatch(message: ServerMessages["patch"]): void {
    this.#clock.sample(message.now);
    const view = this.view.value;
    if (!view || message.rev <= this.#rev) return;
    if (message.rev !== this.#rev + 1) {
      if (!this.#resyncing) void this.#ask("resync", {}, PATIENCE);
      this.#resyncing = true;
      return;
    }
    this.#rev = message.rev;
    // A view is JSON by definition (shared/model/view.ts), and stays one under its server's patches.
    this.view.value = applyPatch(view as unknown as Json, message.patch) as unknown as PlayerView;
  }

  async #ask(name: ClientMessageName, body: object, patience: number): Promise<Reply> {
    const link = this.#link;
    if (!link || this.status.value !== "live") return refuse("net.offline", this.#tools.words.offline);
    try {
      return await link.request(name, body, patience);
    } catch {
      // The line is dead or as good as dead. Whether what was asked has arrived, the next view will tell.
      if (this.#link === link) this.#lost();
      return refuse("net.timedOut", this.#tools.words.timedOut);
    }
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
