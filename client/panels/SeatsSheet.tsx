import type { PlayerView, SeatView } from "#shared/model/view.ts";
import { t } from "../i18n/t.ts";
import { closeSheet, indexOf, nameOfId, usePlay } from "./state/playState.ts";
import { seatMark, type SeatMark } from "../viewmodel/seats.ts";
import { Dialog } from "./Dialog.tsx";
import { HandOver } from "./HandOver.tsx";

const SIGN: Readonly<Record<SeatMark, string>> = { done: "✓", thinking: "", away: "", computer: "c", empty: "" };

/** A seat's square: tick done, half thinking, dashed away, c computer, crossed empty. Said in words beside or for screen readers. */
export const SeatSquare = ({ mark }: { readonly mark: SeatMark }) => (
  <span class={`seat-square seat-${mark}`} aria-hidden="true">
    {SIGN[mark]}
  </span>
);

export function SeatsSheet() {
  const play = usePlay();
  const view = play.view.value;
  return (
    <Dialog title={t("play.seats.title")} onClose={() => closeSheet(play)}>
      <ul class="seat-list">
        {view.seats.map((seat) => (
          <SeatRow key={seat.country} seat={seat} />
        ))}
      </ul>
      <HandOver />
      <p class="note">{t("play.seats.code", { code: view.code })}</p>
    </Dialog>
  );
}

function SeatRow({ seat }: { readonly seat: SeatView }) {
  const play = usePlay();
  const view = play.view.value;
  const mark = seatMark(seat, view.phase);
  return (
    <li class="seat-row">
      <SeatSquare mark={mark} />
      <button
        type="button"
        class="seat-country lead"
        onClick={() => {
          closeSheet(play);
          play.selected.value = indexOf(play.board, seat.country);
        }}
      >
        {nameOfId(play.board, seat.country)}
      </button>
      <span class="small quiet">
        {whoText(seat, view.you)} {t(`play.seats.${mark}`)}
      </span>
    </li>
  );
}

/** Who sits there, where it is a person: oneself by name, or that the seat is one's own though a computer player keeps it. */
function whoText(seat: SeatView, you: PlayerView["you"]): string {
  if (seat.country !== you) return seat.name;
  return seat.occupant === "computer" ? t("seat.kept") : t("play.seats.you", { name: seat.name });
}
