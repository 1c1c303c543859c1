import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Refusal } from "#shared/model/refusal.ts";
import { t } from "../i18n/t.ts";
import { nameOfId, openSheet, usePlay } from "./state/playState.ts";
import { waitingFor } from "../viewmodel/seats.ts";
import { RefusalText } from "./RefusalText.tsx";

/** "I am done" for the phases without orders, and for whom the table waits. The phase ends when every connected person is ready. */
export function ReadyBar({ children }: { readonly children?: ComponentChildren }) {
  const play = usePlay();
  const view = play.view.value;
  const refusal = useSignal<Refusal | null>(null);
  const busy = useSignal(false);
  const seat = view.seats.find((each) => each.country === view.you);
  if (!seat || (view.phase !== "dispatches" && view.phase !== "diplomacy" && view.phase !== "reveal")) return null;
  // Who has handed the sheet in early has one thing left to do: take it back.
  const handedIn = view.phase === "diplomacy" && seat.ready && view.orders.state === "submitted";
  const press = async (): Promise<void> => {
    if (busy.peek()) return;
    busy.value = true;
    const reply = await play.connection.send("ready", { turn: view.turn, phase: view.phase, ready: !seat.ready });
    busy.value = false;
    refusal.value = reply.ok ? null : reply.refusal;
  };
  return (
    <div class="pinned">
      <RefusalText refusal={refusal.value} />
      <WaitingLine />
      <div class="pinned-row">
        {children}
        {!handedIn && (
          <button
            type="button"
            class={seat.ready ? "button big-button button-primary" : "button big-button button-strong"}
            aria-pressed={seat.ready}
            onClick={() => void press()}
          >
            {t(seat.ready ? `play.ready.${view.phase}Done` : `play.ready.${view.phase}`)}
          </button>
        )}
      </div>
    </div>
  );
}

/** Who is still awaited, by name while they are few. Who plays alone awaits nobody. */
export function WaitingLine() {
  const play = usePlay();
  const view = play.view.value;
  if (!view.seats.some((seat) => seat.occupant === "person" && seat.country !== view.you)) return null;
  const waiting = waitingFor(view.seats, view.phase).filter((seat) => seat.country !== view.you);
  const names = waiting.map((seat) => nameOfId(play.board, seat.country)).join(", ");
  return (
    <p class="waiting note">
      <span>
        {waiting.length === 0
          ? t("play.ready.onlyYou")
          : waiting.length <= 3
            ? t("play.ready.waitingFor", { names })
            : t("play.ready.waitingCount", { count: waiting.length })}
      </span>
      <button type="button" class="button-text" onClick={() => openSheet(play, { kind: "seats" })}>
        {t("play.ready.who")}
      </button>
    </p>
  );
}
