import { signal } from "@preact/signals";
import type { Refusal } from "#shared/model/refusal.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Connection, ConnectionStatus } from "../net/connection.ts";
import { NOW } from "./fixtures.ts";

interface Canned {
  readonly status?: ConnectionStatus;
  /** What every request is answered with; absent = yes. */
  readonly refusal?: Refusal;
}

/** A line that goes nowhere: it shows one view, answers at once, and stands still in time. Sheets sent come back as held. */
export function fakeConnection(first: PlayerView, { status = "live", refusal }: Canned = {}): Connection {
  const view = signal<PlayerView | null>(first);
  const change = (part: Partial<PlayerView>): void => {
    if (view.value) view.value = { ...view.value, ...part };
  };
  return {
    view,
    board: signal(null),
    status: signal(status),
    refusal: signal(null),
    unsaved: signal(null),
    now: () => NOW,
    send: (name, body) => {
      if (refusal) return Promise.resolve({ ok: false, refusal });
      if ("sheet" in body) change({ orders: { state: name === "submit" ? "submitted" : "draft", sheet: body.sheet } });
      if (name === "withdraw" && view.value) change({ orders: { ...view.value.orders, state: "draft" } });
      if ("ready" in body && view.value)
        change({
          seats: view.value.seats.map((seat) =>
            seat.country === view.value?.you ? { ...seat, ready: body.ready } : seat,
          ),
        });
      return Promise.resolve({ ok: true });
    },
    takeBack: () => undefined,
    wake: () => undefined,
    close: () => undefined,
  };
}
