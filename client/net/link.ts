import type { Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { ClientMessageName, Reply, ServerMessageName, ServerMessages } from "#shared/protocol/messages.ts";

/** One live socket (or whatever carries the same messages) to one seat. It never comes back to life: after `onClose`, open another. */
export interface Link {
  /** Rejects when the link breaks or no reply comes in time. */
  readonly request: (name: ClientMessageName, body: object, patience: number) => Promise<Reply>;
  readonly close: () => void;
}

/** What a link tells its owner. `onClose` comes once, and not after the owner's own `close`. */
export interface LinkEvents {
  readonly onMessage: <N extends ServerMessageName>(name: N, body: ServerMessages[N]) => void;
  readonly onClose: () => void;
}

/** A failure to open: the server said no (with a sentence), or nobody answered. */
export type OpenFailure = { readonly kind: "refused"; readonly refusal: Refusal } | { readonly kind: "unreachable" };

/** Opens a link for the holder of a seat token. */
export type OpenLink = (token: string, events: LinkEvents) => Promise<Result<Link, OpenFailure>>;
