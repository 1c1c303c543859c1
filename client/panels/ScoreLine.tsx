import { t } from "../i18n/t.ts";
import { openSheet, usePlay } from "./state/playState.ts";

/** "security 54, score 71": opens the parts. */
export function ScoreLine() {
  const play = usePlay();
  const { score, world } = play.view.value;
  const me = play.me.value;
  if (!score || me === null) return null;
  return (
    <button type="button" class="button-bare note top-score num" onClick={() => openSheet(play, { kind: "score" })}>
      <span>{t("play.score.securityNow", { security: Math.round(world.countries[me]?.security ?? 0) })}</span>
      <span>
        {t("play.score.score")} <b>{Math.round(score.total)}</b>
      </span>
    </button>
  );
}
