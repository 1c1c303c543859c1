import { t } from "../i18n/t.ts";
import { scoreShown } from "../viewmodel/scoreShown.ts";
import { isUntold } from "./state/mapNow.ts";
import { openSheet, usePlay } from "./state/playState.ts";

/** "security 54, score 71": opens the parts. */
export function ScoreLine() {
  const play = usePlay();
  const me = play.me.value;
  const shown = me === null ? null : scoreShown(play.board, play.view.value, { me, untold: isUntold(play) });
  if (!shown) return null;
  return (
    <button type="button" class="button-bare note top-score num" onClick={() => openSheet(play, { kind: "score" })}>
      <span>{t("play.score.securityNow", { security: Math.round(shown.security) })}</span>
      <span>
        {t("play.score.score")} <b>{Math.round(shown.total)}</b>
      </span>
    </button>
  );
}
