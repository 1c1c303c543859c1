import { betrayals } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import { closeSheet, usePlay } from "./state/playState.ts";
import { sheetOf } from "../viewmodel/orderDraft.ts";
import { Dialog } from "./Dialog.tsx";
import { handIn } from "./SubmitBar.tsx";

/** "You are about to act against an ally – intended?": asked once, before the sheet is handed in. */
export function BetrayalSheet() {
  const play = usePlay();
  const me = play.me.value;
  const sheet = sheetOf(play.book.draft.value);
  if (me === null || !sheet) return null;
  const confirm = (): void => {
    closeSheet(play);
    void handIn(play);
  };
  const warnings = betrayals(play.board, play.view.value.world, me, sheet);
  const own = warnings.every(({ kind }) => kind === "loseHome");
  const means = own ? "meansOwn" : play.board.modules.includes("reliability") ? "means" : "meansUncounted";
  return (
    <Dialog
      title={t(own ? "orderSheet.betrayal.titleOwn" : "orderSheet.betrayal.title")}
      onClose={() => closeSheet(play)}
    >
      <ul class="events">
        {warnings.map((warning, at) => (
          <li key={at} class="event event-mine">
            {warning.text}
          </li>
        ))}
      </ul>
      <p>{t(`orderSheet.betrayal.${means}`)}</p>
      <p class="button-row">
        <button type="button" class="button button-strong" onClick={() => closeSheet(play)}>
          {t("orderSheet.betrayal.back")}
        </button>
        <button type="button" class="button" onClick={confirm}>
          {t("orderSheet.betrayal.intended")}
        </button>
      </p>
    </Dialog>
  );
}
