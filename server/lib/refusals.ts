import type { Refusal } from "#shared/model/refusal.ts";
import type { Reply } from "#shared/protocol/messages.ts";

type Numbers = NonNullable<Refusal["numbers"]>;

/** Not allowed now. */
export const illegal = (code: string, text: string, numbers?: Numbers): Refusal =>
  numbers ? { kind: "illegal", code, text, numbers } : { kind: "illegal", code, text };
/** Refers to nothing. */
export const invalid = (code: string, text: string): Refusal => ({ kind: "invalid", code, text });
/** Does not parse. */
export const malformed = (code: string, text: string): Refusal => ({ kind: "malformed", code, text });

export const STOPPING = illegal(
  "server.stopping",
  "The server is restarting. What was saved is kept; try again in a moment.",
);
export const NOT_SAVED = illegal(
  "server.notSaved",
  "This could not be saved just now and was not done. Try again in a moment.",
);
export const FAULT = illegal(
  "server.fault",
  "Something went wrong on the server, and nothing was changed. Try again in a moment.",
);

export const TOO_MANY_MESSAGES = illegal("rate.tooMany", "Too many messages at once. Wait a second and try again.");

export const granted: Reply = { ok: true };
export const refused = (refusal: Refusal): Reply => ({ ok: false, refusal });
