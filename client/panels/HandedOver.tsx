import { useSignal } from "@preact/signals";
import type { Refusal } from "#shared/model/refusal.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { t } from "../i18n/t.ts";
import { nameOfId, usePlay } from "./state/playState.ts";
import { RefusalText } from "./RefusalText.tsx";

/** Whether a computer player plays the reader's own seat. */
export const isHandedOver = ({ you, seats }: Pick<PlayerView, "you" | "seats">): boolean =>
  seats.some(({ country, occupant }) => country === you && occupant === "computer");

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
    </section>
  );
}

/** The one thing left to do with a seat handed over. */
export function TakeBackBar() {
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
    <div class="pinned">
      <RefusalText refusal={refusal.value} />
      <div class="pinned-row">
        <button type="button" class="button big-button button-strong" onClick={() => void press()}>
          {t("seat.takeBack")}
        </button>
      </div>
    </div>
  );
}
