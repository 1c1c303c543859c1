import type { Catalogue } from "../catalogue.ts";

/** What goes wrong between browser and server. */
export const net = {
  offline: "No connection just now. Nothing was sent; your draft is kept on this device.",
  timedOut: "The server did not answer in time. Your draft is kept on this device; we are trying again.",
  unexpected: "Something went wrong on the server. Try again in a moment.",
  unreachable: "The server cannot be reached. Check your connection and try again.",
} as const satisfies Catalogue;
