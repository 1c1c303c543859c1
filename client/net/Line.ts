import { signal } from "@preact/signals";
import type { Refusal } from "#shared/model/refusal.ts";
import type { ClassReply } from "#shared/protocol/classMessages.ts";
import type { ConnectionStatus } from "./connection.ts";
import type { AskedName, Handlers, Link, LinkEvents, OpenLink } from "./link.ts";
import { retryDelay } from "./retryDelay.ts";

/** The outside world of a line, so that tests can hold its strings. */
export interface LineTools {
  readonly open: OpenLink;
  /** A number in [0, 1). */
  readonly draw: () => number;
  /** Calls back after some milliseconds; the answer cancels. */
  readonly after: (milliseconds: number, action: () => void) => () => void;
  readonly words: { readonly offline: string; readonly timedOut: string };
}

/** Whose line it is. */
interface LineOwner {
  readonly handlers: Handlers;
  /** The link is let go: what was asked on it will not be answered. */
  readonly relinked: () => void;
  /** Whether there is something to see meanwhile: then a broken line is retried in the open. */
  readonly hasView: () => boolean;
  /** The message that only asks whether anyone is there. */
  readonly ping: AskedName;
}

/** Milliseconds a request may take before the line counts as broken. */
const PATIENCE = 10_000;
/** On waking, silence for this long means that the socket died in our sleep. */
const WAKE_PATIENCE = 4_000;

/** Keeps the holder of a token or key connected: opens links one after another, for as long as the page is open. */
export class Line {
  readonly status = signal<ConnectionStatus>("connecting");
  readonly refusal = signal<Refusal | null>(null);
  readonly #secret: string;
  readonly #tools: LineTools;
  readonly #owner: LineOwner;
  #link: Link | null = null;
  #attempt = 0;
  /** Counts the openings: what an older link still reports is no longer news. */
  #generation = 0;
  #cancelRetry = (): void => undefined;

  constructor(secret: string, tools: LineTools, owner: LineOwner) {
    this.#secret = secret;
    this.#tools = tools;
    this.#owner = owner;
  }

  readonly wake = (): void => {
    if (this.status.value === "live") void this.ask(this.#owner.ping, {}, WAKE_PATIENCE);
    else if (this.status.value === "connecting" || this.status.value === "retrying") this.takeBack();
  };

  readonly takeBack = (): void => {
    this.close();
    this.refusal.value = null;
    this.status.value = this.#waiting();
    void this.open();
  };

  /** Lets go of the present link and of any plan to open another. */
  readonly close = (): void => {
    this.#cancelRetry();
    this.#generation += 1;
    this.#owner.relinked();
    this.#link?.close();
    this.#link = null;
  };

  async open(): Promise<void> {
    this.#generation += 1;
    const mine = this.#generation;
    const whenMine = (action: () => void): void => {
      if (mine === this.#generation) action();
    };
    const events: LinkEvents = {
      onMessage: (name, body) => whenMine(() => this.#owner.handlers[name]?.(body)),
      onClose: () => whenMine(() => this.lost()),
    };
    const opened = await this.#tools.open(this.#secret, events);
    if (mine !== this.#generation) {
      if (opened.ok) opened.value.close();
    } else if (opened.ok) this.#link = opened.value;
    else if (opened.error.kind === "refused") this.stop("refused", opened.error.refusal);
    else this.lost();
  }

  /** What came can be shown. */
  live(): void {
    this.#attempt = 0;
    this.status.value = "live";
  }

  /** Stops until the person asks for more. */
  stop(status: "superseded" | "refused", why: Refusal | null): void {
    this.close();
    this.refusal.value = why;
    this.status.value = status;
  }

  lost(): void {
    this.close();
    this.#attempt += 1;
    this.status.value = this.#waiting();
    this.#cancelRetry = this.#tools.after(retryDelay(this.#attempt, this.#tools.draw()), () => void this.open());
  }

  async ask(name: AskedName, body: object, patience: number = PATIENCE): Promise<ClassReply> {
    const link = this.#link;
    if (!link || this.status.value !== "live") return this.offline();
    try {
      return await link.request(name, body, patience);
    } catch {
      // The line is dead or as good as dead. Whether what was asked has arrived, the next view will tell.
      if (this.#link === link) this.lost();
      return refuse("net.timedOut", this.#tools.words.timedOut);
    }
  }

  /** Asks for everything anew, live or not. Refused or unanswered: a new link begins with a view. False without a link. */
  askAnew(name: AskedName, body: object): boolean {
    const link = this.#link;
    if (!link) return false;
    const failed = (): void => {
      if (this.#link === link) this.lost();
    };
    link.request(name, body, PATIENCE).then((reply) => reply.ok || failed(), failed);
    return true;
  }

  offline(): ClassReply {
    return refuse("net.offline", this.#tools.words.offline);
  }

  #waiting(): "retrying" | "connecting" {
    return this.#owner.hasView() ? "retrying" : "connecting";
  }
}

const refuse = (code: string, text: string): ClassReply => ({ ok: false, refusal: { kind: "illegal", code, text } });
