import { t } from "../i18n/t.ts";
import type { ClassLineTools } from "./ClassLineConnection.ts";
import { openReader } from "./openReader.ts";

/** What every line needs of a real browser. */
export const browserTools = (): Omit<ClassLineTools, "open"> => ({
  openReader,
  localNow: () => Date.now(),
  draw: () => Math.random(),
  after: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
  words: { offline: t("net.offline"), timedOut: t("net.timedOut") },
});

/** The same connection, waking with the page and with the network until it is closed. */
export function wakingWithPage<T extends { readonly wake: () => void; readonly close: () => void }>(connection: T): T {
  const watch = new AbortController();
  window.addEventListener("online", connection.wake, { signal: watch.signal });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && connection.wake(), {
    signal: watch.signal,
  });
  return {
    ...connection,
    close: () => {
      watch.abort();
      connection.close();
    },
  };
}
