import { useSignal } from "@preact/signals";
import { DIFFICULTIES, PERSONALITIES, TEMPERS } from "#shared/model/match.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { t } from "../i18n/t.ts";
import { closeSheet, nameOfId, usePlay } from "./state/playState.ts";
import { isHandedOver } from "../viewmodel/seats.ts";
import { Choice } from "./Choice.tsx";
import { TakeBack } from "./HandedOver.tsx";
import { RefusalText } from "./RefusalText.tsx";

/** Lets a computer player of a chosen character play one's seat: somebody is called away, and the table need not wait. Or takes it back. */
export function HandOver() {
  const play = usePlay();
  const view = play.view.value;
  const personality = useSignal<(typeof PERSONALITIES)[number]>("theorist");
  const temper = useSignal<(typeof TEMPERS)[number]>("steady");
  const difficulty = useSignal<(typeof DIFFICULTIES)[number]>("normal");
  const refusal = useSignal<Refusal | null>(null);
  const busy = useSignal(false);
  if (view.you === null) return null;
  // Not under the finger that has just pressed: the sheet closes first.
  if (isHandedOver(view) && !busy.value) return <TakeBack />;
  const handOver = async (): Promise<void> => {
    if (busy.peek()) return;
    busy.value = true;
    const reply = await play.connection.send("handOver", {
      personality: personality.peek(),
      temper: temper.peek(),
      difficulty: difficulty.peek(),
    });
    if (reply.ok) return closeSheet(play);
    busy.value = false;
    refusal.value = reply.refusal;
  };
  return (
    <details class="hand-over">
      <summary>{t("seat.handOver")}</summary>
      <p class="small">{t("seat.handOverText", { country: nameOfId(play.board, view.you) })}</p>
      <Choice
        label={t("seat.character")}
        words="character.personality"
        values={PERSONALITIES}
        chosen={personality.value}
        onChoose={(value) => (personality.value = value)}
      />
      <Choice
        label={t("seat.temper")}
        words="character.temper"
        values={TEMPERS}
        chosen={temper.value}
        onChoose={(value) => (temper.value = value)}
      />
      <Choice
        label={t("seat.difficulty")}
        words="character.difficulty"
        values={DIFFICULTIES}
        chosen={difficulty.value}
        onChoose={(value) => (difficulty.value = value)}
      />
      <RefusalText refusal={refusal.value} />
      <button type="button" class="button button-strong" aria-disabled={busy.value} onClick={() => void handOver()}>
        {t("seat.confirm")}
      </button>
    </details>
  );
}
