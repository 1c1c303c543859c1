import { computed, signal } from "@preact/signals";
import type { HostView, ScreenView } from "#shared/model/classView.ts";
import type { MatchId } from "#shared/model/ids.ts";
import type { ClassConnection } from "./classConnection.ts";
import type { Connection } from "./connection.ts";

/** A table of a class as its panels want it: an observer's line that only looks. `why` = what is answered to whatever it is asked to do. */
export function watchOnly<View extends HostView | ScreenView>(
  connection: ClassConnection<View>,
  match: MatchId,
  why: string,
): Connection {
  const watched = computed(() => connection.tables.value.get(match) ?? null);
  return {
    view: computed(() => watched.value?.view ?? null),
    board: computed(() => watched.value?.board ?? null),
    status: connection.status,
    refusal: connection.refusal,
    unsaved: signal(null),
    now: connection.now,
    send: () => Promise.resolve({ ok: false, refusal: { kind: "illegal", code: "host.onlyWatches", text: why } }),
    takeBack: connection.wake,
    wake: connection.wake,
    close: () => undefined,
  };
}
