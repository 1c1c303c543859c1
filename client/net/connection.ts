import type { ReadonlySignal } from "@preact/signals";
import type { OrderSheet } from "#shared/model/order.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import type { ClientMessage, ClientMessageName, Reply } from "#shared/protocol/messages.ts";
import type { UnsavedDraft } from "./drafts.ts";

/**
 * connecting: not yet in · live · retrying: was in, trying to get back, for as long as the page is open ·
 * superseded: the seat was opened elsewhere; `takeBack` brings it here · refused: the server will not have us, `refusal` says why.
 */
export type ConnectionStatus = "connecting" | "live" | "retrying" | "superseded" | "refused";

/** A seat's line to its match. Safe to take apart: the functions need no `this`. */
export interface Connection {
  /** What this seat may see; null until the first view arrives. Kept while retrying, so that the page stays readable. */
  readonly view: ReadonlySignal<PlayerView | null>;
  /** The match's board, there with the first view. */
  readonly board: ReadonlySignal<Board | null>;
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

/** A message's body as the model writes it: deep readonly, where the schema's own type is not, and an order sheet in full. */
export type Body<N extends ClientMessageName> = N extends "draft" | "submit"
  ? { readonly turn: number; readonly sheet: OrderSheet }
  : DeepReadonly<ClientMessage<N>>;
export type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Element)[]
    ? readonly DeepReadonly<Element>[]
    : { readonly [Key in keyof T]: DeepReadonly<T[Key]> };
