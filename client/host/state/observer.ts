import { computed, signal } from "@preact/signals";
import type { MatchId } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { t } from "../../i18n/t.ts";
import type { Connection } from "../../net/connection.ts";
import type { Host } from "./hostState.ts";

/** A table as its panels want it: an observer's line that only looks. What changes a table goes through the class. */
export function observerOf(host: Host, match: MatchId): Connection {
  const { connection } = host;
  const watched = computed(() => connection.tables.value.get(match) ?? null);
  const onlyWatches = (): Refusal => ({ kind: "illegal", code: "host.onlyWatches", text: t("hostTable.onlyWatches") });
  return {
    view: computed(() => watched.value?.view ?? null),
    board: computed(() => watched.value?.board ?? null),
    status: connection.status,
    refusal: connection.refusal,
    unsaved: signal(null),
    now: connection.now,
    send: () => Promise.resolve({ ok: false, refusal: onlyWatches() }),
    takeBack: connection.wake,
    wake: connection.wake,
    close: () => undefined,
  };
}
