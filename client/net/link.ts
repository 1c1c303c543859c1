import type { Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { ClassMessageName, ClassReply, ClassServerMessages } from "#shared/protocol/classMessages.ts";
import type { ClientMessageName, ServerMessages } from "#shared/protocol/messages.ts";

/** Everything that may come over a line: of one's match, of one's class, or of both. */
export type Received = ServerMessages & ClassServerMessages;
export type ReceivedName = keyof Received;
/** What to do with what comes, by name; what is not named is not heeded. */
export type Handlers = { readonly [N in ReceivedName]?: (body: Received[N]) => void };
export type AskedName = ClientMessageName | ClassMessageName;

/** One live socket (or whatever carries the same messages) to one seat or class. It never comes back to life: after `onClose`, open another. */
export interface Link {
  /** Rejects when the link breaks or no reply comes in time. */
  readonly request: (name: AskedName, body: object, patience: number) => Promise<ClassReply>;
  readonly close: () => void;
}

/** What a link tells its owner. `onClose` comes once, and not after the owner's own `close`. */
export interface LinkEvents {
  readonly onMessage: <N extends ReceivedName>(name: N, body: Received[N]) => void;
  readonly onClose: () => void;
}

/** A failure to open: the server said no (with a sentence), or nobody answered. */
export type OpenFailure = { readonly kind: "refused"; readonly refusal: Refusal } | { readonly kind: "unreachable" };

/** Opens a link for the holder of a seat token or of a key. */
export type OpenLink = (token: string, events: LinkEvents) => Promise<Result<Link, OpenFailure>>;
