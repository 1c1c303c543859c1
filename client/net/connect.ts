import type { Entry } from "#shared/protocol/messages.ts";
import { t } from "../i18n/t.ts";
import type { Connection } from "./connection.ts";
import { createDrafts } from "./drafts.ts";
import { openColyseusLink } from "./openColyseusLink.ts";
import { openReader } from "./openReader.ts";
import { SeatConnection } from "./SeatConnection.ts";
import { browserShelf } from "./storage.ts";

/** A seat's connection in a real browser: it wakes with the page and with the network. */
export function connect(entry: Entry): Connection {
  const connection = new SeatConnection(entry, {
    open: openColyseusLink,
    openReader,
    drafts: createDrafts(browserShelf()),
    localNow: () => Date.now(),
    draw: () => Math.random(),
    after: (milliseconds, action) => {
      const timer = setTimeout(action, milliseconds);
      return () => clearTimeout(timer);
    },
    words: { offline: t("net.offline"), timedOut: t("net.timedOut") },
  });
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
