import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Refusal } from "#shared/model/refusal.ts";
import { t } from "../i18n/t.ts";
import { isOnlyWatched } from "../viewmodel/seats.ts";
import { nameOfId, usePlay } from "./state/playState.ts";
import { moveText } from "./moveText.ts";
import { RefusalText } from "./RefusalText.tsx";

/** In place of the orders, while a computer player plays the seat. */
export function HandedOverNote() {
  const play = usePlay();
  const { you } = play.view.value;
  return (
    <section class="column-body" aria-labelledby="handed-over-title">
      <h2 id="handed-over-title" class="h3" tabIndex={-1}>
        {t("seat.away", { country: you === null ? "" : nameOfId(play.board, you) })}
      </h2>
      <p>{t("seat.awayText")}</p>
      <ItsOrders />
    </section>
  );
}

/** What it has handed in this turn: the seat's own secret, which its owner may read. */
function ItsOrders() {
  const play = usePlay();
  const { orders, phase } = play.view.value;
  if (phase !== "orders") return null;
  if (orders.state !== "submitted" || !orders.sheet) return <p class="quiet">{t("seat.thinking")}</p>;
  const { alignment, moves } = orders.sheet;
  const target =
    alignment.kind === "hide"
      ? ""
      : nameOfId(play.board, alignment.kind === "balance" ? alignment.against : alignment.with);
  return (
    <>
      <h3 class="label">{t("seat.itsOrders")}</h3>
      <ul class="plain-list">
        <li>{t(`seat.itAligns.${alignment.kind}`, { target })}</li>
        {moves.map((move, at) => (
          <li key={at}>{moveText(play, move)}</li>
        ))}
      </ul>
    </>
  );
}

/** What is left to do with a seat handed over: take it back; and say when to go on, if nobody who plays is there. */
export function TakeBackBar() {
  const play = usePlay();
  const view = play.view.value;
  const { you, phase } = view;
  // In the phases of news the column itself does not say it.
  const said = phase === "diplomacy" || phase === "orders";
  return (
    <div class="pinned">
      {!said && <p class="small">{t("seat.away", { country: you === null ? "" : nameOfId(play.board, you) })}</p>}
      <TakeBack size="big">{isOnlyWatched(view) && <GoOn />}</TakeBack>
    </div>
  );
}

function GoOn() {
  const play = usePlay();
  const { turn, phase, you, seats } = play.view.value;
  const ready = seats.some((seat) => seat.country === you && seat.ready);
  return (
    <button
      type="button"
      class={ready ? "button big-button button-primary" : "button big-button"}
      aria-pressed={ready}
      onClick={() => void play.connection.send("ready", { turn, phase, ready: !ready })}
    >
      {t(ready ? "seat.goOnDone" : "seat.goOn")}
    </button>
  );
}

interface TakeBackProps {
  readonly size?: "small" | "big";
  /** What stands beside it. */
  readonly children?: ComponentChildren;
}

export function TakeBack({ size = "small", children }: TakeBackProps) {
  const play = usePlay();
  const refusal = useSignal<Refusal | null>(null);
  const busy = useSignal(false);
  const press = async (): Promise<void> => {
    if (busy.peek()) return;
    busy.value = true;
    const reply = await play.connection.send("takeBack", {});
    busy.value = false;
    refusal.value = reply.ok ? null : reply.refusal;
  };
  return (
    <>
      <RefusalText refusal={refusal.value} />
      <div class={size === "big" ? "pinned-row" : "button-row"}>
        <button
          type="button"
          class={size === "big" ? "button big-button button-strong" : "button button-strong"}
          aria-disabled={busy.value}
          onClick={() => void press()}
        >
          {t("seat.takeBack")}
        </button>
        {children}
      </div>
    </>
  );
}
