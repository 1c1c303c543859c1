import { t } from "../i18n/t.ts";
import { closeSheet, nameOf, usePlay } from "./state/playState.ts";
import { ambitionBand } from "../viewmodel/ambition.ts";
import { signed } from "../viewmodel/numbers.ts";
import { Dialog } from "./Dialog.tsx";

/** My own secret: an aim, and how far I want to change the order of things, in words. */
export function AmbitionCard() {
  const play = usePlay();
  const { card } = play.view.value;
  if (!card) return null;
  return (
    <section class="ambition" aria-labelledby="ambition-title">
      <h3 id="ambition-title" class="label">
        {t("play.ambition.secret")}
      </h3>
      <p class="ambition-aim">{card.aim.text}</p>
      <p class="small">
        {t(`play.ambition.${ambitionBand(card.revisionism)}`)}{" "}
        <span class="quiet num">{t("play.ambition.r", { r: signed(Number(card.revisionism.toFixed(1))) })}</span>
      </p>
      <p class="note">{t("play.ambition.worth", { points: play.board.parameters.score.aim })}</p>
    </section>
  );
}

export function AmbitionSheet() {
  const play = usePlay();
  const me = play.me.value;
  const country = play.board.scenario.countries.find((each) => each.id === play.view.value.you);
  return (
    <Dialog title={me === null ? "" : nameOf(play.board, me)} onClose={() => closeSheet(play)}>
      <p>{country?.brief}</p>
      <AmbitionCard />
    </Dialog>
  );
}
