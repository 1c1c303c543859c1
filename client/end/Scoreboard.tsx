import type { VNode } from "preact";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import { t } from "../i18n/t.ts";
import { ambitionBand } from "../viewmodel/ambition.ts";
import { onePlace, signed, twoPlaces } from "../viewmodel/numbers.ts";
import { standings, type StandingRow } from "./model/standings.ts";

/** Who did how well, with the parts of each score and the cards nobody could see until now. */
export function Scoreboard({ board, view }: { readonly board: Board; readonly view: PlayerView }): VNode {
  const rows = standings(view);
  const you = view.you === null ? -1 : board.indexOf.get(view.you);
  const most = board.parameters.score;
  // A column only where the scenario makes up for where somebody sits.
  const handicapped = rows.some(({ score }) => score.handicap !== 0);
  return (
    <section class="end-card" aria-labelledby="end-scores">
      <header class="end-card-head">
        <h2 class="h3" id="end-scores">
          {t("end.scores.title")}
        </h2>
        <p class="note">
          {t("end.scores.class", {
            total: onePlace(view.classScore.total),
            wars: view.classScore.wars,
            alive: view.classScore.alive,
            countries: view.classScore.countries,
          })}
        </p>
      </header>
      <div class="end-scroll" tabIndex={0} role="group" aria-label={t("end.scores.title")}>
        <table class="end-table scores-table">
          <thead>
            <tr>
              <th scope="col">{t("end.scores.country")}</th>
              <th scope="col" class="num">
                {t("end.scores.total")}
              </th>
              <th scope="col" class="num">
                {t("end.scores.home", { most: most.home })}
              </th>
              <th scope="col" class="num">
                {t("end.scores.security", { most: most.security })}
              </th>
              <th scope="col" class="num">
                {t("end.scores.sovereign", { most: most.sovereign })}
              </th>
              <th scope="col" class="num">
                {t("end.scores.aim", { most: most.aim })}
              </th>
              {handicapped && (
                <th scope="col" class="num">
                  {t("end.scores.handicap")}
                </th>
              )}
              <th scope="col">{t("end.scores.secret")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.country} class={row.country === you ? "mine" : undefined}>
                <th scope="row" class="holder">
                  <span class="num place">{row.place}</span> <span class="lead">{board.names[row.country]}</span>
                  <span class="note who">{row.person ? row.name : computerText(view, row.country)}</span>
                </th>
                <td class="num strong">{Math.round(row.score.total)}</td>
                <td class="num">{onePlace(row.score.home)}</td>
                <td class="num">{onePlace(row.score.security)}</td>
                <td class="num">{onePlace(row.score.sovereign)}</td>
                <td class="num">{onePlace(row.score.aim)}</td>
                {handicapped && <td class="num">{signed(row.score.handicap)}</td>}
                <td class="secret">
                  <Secret row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {/* A phone has no room for the last column: there the same stands below the table. */}
      <div class="end-secrets">
        <h3 class="label">{t("end.scores.secret")}</h3>
        <dl class="small">
          {rows.map((row) => (
            <div key={row.country} class="secret">
              <dt class="serif">{board.names[row.country]}</dt>
              <dd>
                <Secret row={row} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}

/** The aim that was secret, whether it was met, and the ambition behind it. */
function Secret({ row }: { readonly row: StandingRow }): VNode {
  return (
    <>
      {row.aim} <b>{t(row.met ? "end.scores.met" : "end.scores.missed")}</b>
      <span class="note">
        {t("end.scores.ambition", {
          r: twoPlaces(row.revisionism),
          band: t(`end.band.${ambitionBand(row.revisionism)}`),
        })}
      </span>
    </>
  );
}

/** "computer: Wolf, hot, plays well"; records from before tempers name the character alone. */
function computerText({ outcome }: PlayerView, country: CountryIndex): string {
  const character = t(`character.personality.${outcome?.personalities[country] ?? "theorist"}`);
  const manner = outcome?.manners?.[country];
  if (!manner) return t("end.computer", { character });
  return t("end.computerManner", {
    character,
    temper: t(`end.temper.${manner.temper}`),
    difficulty: t(`end.difficulty.${manner.difficulty}`),
  });
}
