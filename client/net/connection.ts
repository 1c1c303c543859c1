import { signal, type ReadonlySignal } from "@preact/signals";
import { applyPatch, type Json } from "#shared/lib/diff.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { ClientMessage, ClientMessageName, Entry, Reply, ServerMessages } from "#shared/protocol/messages.ts";
import { createServerClock } from "./clock.ts";
import type { Drafts, UnsavedDraft } from "./drafts.ts";
import type { Link, LinkEvents, OpenLink } from "./link.ts";
import { retryDelay } from "./retryDelay.ts";

/**
 * connecting: not yet in · live · retrying: was in, trying to get back, for as long as the page is open ·
 * superseded: the seat was opened elsewhere; `takeBack` brings it here · refused: the server will not have us, `refusal` says why.
 */
export type ConnectionStatus = "connecting" | "live" | "retrying" | "superseded" | "refused";

/** A seat's line to its match. All signals change together, once per message. */
export interface Connection {
  /** What this seat may see; null until the first view arrives. Kept while retrying, so that the page stays readable. */
  readonly view: ReadonlySignal<PlayerView | null>;
  readonly status: ReadonlySignal<ConnectionStatus>;
  /** Why, when `status` is refused. */
  readonly refusal: ReadonlySignal<Refusal | null>;
  /** A draft that is on this device only, waiting for the server. */
  readonly unsaved: ReadonlySignal<UnsavedDraft | null>;
  /** Epoch ms on the server's clock. */
  readonly now: () => number;
  /**
   * Asks the match for something. `ok: true` means that it is durably in the record. Never rejects: without a connection the answer is a
   * refusal `net.offline`, without an answer `net.timedOut`; nothing is sent later behind the player's back, but the sheet of a `draft` or
   * `submit` is kept on this device and saved again as a draft once the connection is back.
   */
  readonly send: <N extends ClientMessageName>(name: N, body: Body<N>) => Promise<Reply>;
  /** Takes the seat back from another tab, or tries again after a refusal. */
  readonly takeBack: () => void;
  /** Checks the line at once: after sleep, or when the network returns. */
  readonly wake: () => void;
  readonly close: () => void;
}

/** A message's body as the model writes it: deep readonly, where the schema's own type is not. */
export type Body<N extends ClientMessageName> = DeepReadonly<ClientMessage<N>>;
type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Element)[]
    ? readonly DeepReadonly<Element>[]
    : { readonly [Key in keyof T]: DeepReadonly<T[Key]> };

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

export function openConnection(entry: Entry, tools: ConnectionTools): Connection {
  const view = signal<PlayerView | null>(null);
  const status = signal<ConnectionStatus>("connecting");
  const refusal = signal<Refusal | null>(null);
  const unsaved = signal<UnsavedDraft | null>(tools.drafts.unsaved(entry.match));
  const clock = createServerClock(tools.localNow);
  let link: Link | null = null;
  let rev = -1;
  let attempt = 0;
  /** Counts the openings: what an older one still reports is no longer news. */
  let generation = 0;
  let cancelRetry = (): void => undefined;

  const start = async (): Promise<void> => {
    cancelRetry();
    generation += 1;
    const mine = generation;
    const events: LinkEvents = {
      onMessage: (name, body) => {
        if (mine === generation) receive(name, body);
      },
      onClose: () => {
        if (mine === generation) lost();
      },
    };
    const opened = await tools.open(entry.token, events);
    if (mine !== generation) {
      if (opened.ok) opened.value.close();
      return;
    }
    if (opened.ok) link = opened.value;
    else if (opened.error.kind === "refused") settle("refused", opened.error.refusal);
    else lost();
  };

  /** Stops for good, until the person asks for more. */
  const settle = (state: "superseded" | "refused", why: Refusal | null): void => {
    abandon();
    refusal.value = why;
    status.value = state;
  };
  const abandon = (): void => {
    cancelRetry();
    generation += 1;
    link?.close();
    link = null;
  };
  const lost = (): void => {
    abandon();
    attempt += 1;
    status.value = view.value ? "retrying" : "connecting";
    cancelRetry = tools.after(retryDelay(attempt, tools.draw()), () => void start());
  };

  const receive = (name: keyof ServerMessages, body: ServerMessages[keyof ServerMessages]): void => {
    // The table of ServerMessages ties each name to its body; the compiler loses the tie once both are variables.
    if (name === "view") receiveView(body as ServerMessages["view"]);
    else if (name === "patch") receivePatch(body as ServerMessages["patch"]);
    else settle("superseded", null);
  };
  const receiveView = (message: ServerMessages["view"]): void => {
    clock.sample(message.now);
    rev = message.rev;
    attempt = 0;
    view.value = message.view;
    status.value = "live";
    saveAgain();
  };
  const receivePatch = (message: ServerMessages["patch"]): void => {
    clock.sample(message.now);
    if (message.rev <= rev || !view.value) return;
    if (message.rev !== rev + 1) {
      void ask("resync", {});
      return;
    }
    rev = message.rev;
    // A view is JSON by definition (shared/model/view.ts), and stays one under its server's patches.
    view.value = applyPatch(view.value as unknown as Json, message.patch) as unknown as PlayerView;
  };

  const ask = async (name: ClientMessageName, body: object, patience: number = PATIENCE): Promise<Reply> => {
    const asked = link;
    if (!asked || status.value !== "live") return refuse("net.offline", tools.words.offline);
    try {
      return await asked.request(name, body, patience);
    } catch {
      // No answer: the line is dead or as good as dead. What was asked may or may not have arrived; the next view will tell.
      if (link === asked) lost();
      return refuse("net.timedOut", tools.words.timedOut);
    }
  };

  const send = async <N extends ClientMessageName>(name: N, body: Body<N>): Promise<Reply> => {
    const sheet = name === "draft" || name === "submit" ? (body as Body<"draft">) : null;
    if (!sheet) return ask(name, body);
    const draft: UnsavedDraft = { turn: sheet.turn, sheet: sheet.sheet };
    keep(draft);
    const reply = await ask(name, body);
    // Saved, or refused for good: either way the server has spoken, and the draft is not waiting for a connection.
    if (reply.ok || !reply.refusal.code.startsWith("net.")) forget(draft);
    return reply;
  };
  const keep = (draft: UnsavedDraft): void => {
    tools.drafts.keep(entry.match, draft);
    unsaved.value = draft;
  };
  const forget = (draft: UnsavedDraft): void => {
    tools.drafts.saved(entry.match, draft);
    unsaved.value = tools.drafts.unsaved(entry.match);
  };
  /** Back again: what was drafted meanwhile is saved, unless its turn is past or its orders are already in. */
  const saveAgain = (): void => {
    const draft = tools.drafts.unsaved(entry.match);
    const now = view.value;
    if (!draft || !now) return;
    if (draft.turn === now.turn && now.orders.state !== "submitted" && now.phase !== "reveal" && now.phase !== "ended") void send("draft", draft);
    else forget(draft);
  };

  const wake = (): void => {
    if (status.value === "live") void ask("ping", {}, WAKE_PATIENCE);
    else if (status.value !== "superseded" && status.value !== "refused") again();
  };
  const again = (): void => {
    abandon();
    refusal.value = null;
    status.value = view.value ? "retrying" : "connecting";
    void start();
  };

  void start();
  return { view, status, refusal, unsaved, now: clock.now, send, takeBack: again, wake, close: abandon };
}

const refuse = (code: string, text: string): Reply => ({ ok: false, refusal: { kind: "illegal", code, text } });
