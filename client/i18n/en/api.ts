import type { Catalogue } from "../catalogue.ts";

/** Said when a request to the server fails before the server can say anything itself. Small: the home page loads it. */
export const api = {
  unreachable: "The server cannot be reached. Check your connection and try again.",
  unexpected: "Something went wrong on the server. Try again in a moment.",
} as const satisfies Catalogue;
