import { t } from "../i18n/t.ts";
import { closeSheet, usePlay } from "./state/playState.ts";
import { onePlace, signed } from "../viewmodel/numbers.ts";
import { Dialog } from "./Dialog.tsx";

/** The score in its parts, and the class's. The private aim counts at the end only. */
export function ScoreSheet() {
  const play = usePlay();
  const view = play.view.value;
  const most = play.board.parameters.score;
  const { score, classScore } = view;
  const handicap = play.board.scenario.countries.find(({ id }) => id === view.you)?.handicap ?? 0;
  return (
    <Dialog title={t("play.score.title")} onClose={() => closeSheet(play)}>
      {score && (
        <table class="plain-table">
          <caption class="visually-hidden">{t("play.score.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("play.score.part")}</th>
              <th scope="col" class="num">
                {t("play.score.points")}
              </th>
              <th scope="col" class="num">
                {t("play.score.most")}
              </th>
            </tr>
          </thead>
          <tbody>
            {(["home", "security", "sovereign", "aim"] as const).map((part) => (
              <tr key={part}>
                <th scope="row">
                  {t(`play.score.${part}`)}
                  <span class="note">{t(`play.score.${part}Means`)}</span>
                </th>
                <td class="num">{part === "aim" && !view.outcome ? "–" : onePlace(score[part])}</td>
                <td class="num">{most[part]}</td>
              </tr>
            ))}
            {handicap !== 0 && (
              <tr>
                <th scope="row">
                  {t("play.score.handicap")}
                  <span class="note">{t("play.score.handicapMeans")}</span>
                </th>
                <td class="num">{view.outcome ? signed(score.handicap) : "–"}</td>
                <td class="num">{signed(handicap)}</td>
              </tr>
            )}
            <tr class="total">
              <th scope="row">{t("play.score.total")}</th>
              <td class="num">{onePlace(score.total)}</td>
              <td class="num">100</td>
            </tr>
          </tbody>
        </table>
      )}
      <p class="small">{t("play.score.conquest")}</p>
      <h3 class="h3">{t("play.score.class", { total: onePlace(classScore.total) })}</h3>
      <p class="small">
        {t("play.score.classMeans", {
          wars: classScore.wars,
          turns: classScore.turns,
          alive: classScore.alive,
          countries: classScore.countries,
        })}
      </p>
    </Dialog>
  );
}
