import type { VNode } from "preact";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { Perceptions } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import { t } from "../i18n/t.ts";
import { farthestApart } from "./model/perceptions.ts";
import { percent, twoPlaces } from "../viewmodel/numbers.ts";

interface Props {
  readonly board: Board;
  readonly perceptions: Perceptions;
  /** Whose ratings are shown one by one. */
  readonly observer: CountryIndex;
}

/** What a player thought of the others, what their acts said, and what they wanted: where the three differ is what to talk about. */
export function PerceptionTable({ board, perceptions, observer }: Props): VNode {
  const own = perceptions.pairs.filter((pair) => pair.observer === observer);
  const last = Math.max(0, ...own.map(({ turn }) => turn));
  const rows = own.filter(({ turn }) => turn === last).toSorted((a, b) => b.rated - a.rated);
  const farthest = farthestApart(rows);
  const name = { observer: board.names[observer] ?? "" };
  return (
    <section class="end-card" aria-labelledby="end-perceptions">
      <header class="end-card-head">
        <h2 class="h3" id="end-perceptions">
          {t("perceptions.title")}
        </h2>
        <p class="note">{t("perceptions.n", { count: perceptions.pairs.length })}</p>
      </header>
      <p class="small">{t(rows.length === 0 ? "perceptions.nobody" : "perceptions.lead", name)}</p>
      {rows.length > 0 && (
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("perceptions.country")}</th>
              <th scope="col" class="num">
                {t("perceptions.rated")}
              </th>
              <th scope="col" class="num">
                {t("perceptions.reckoned")}
              </th>
              <th scope="col" class="num">
                {t("perceptions.truth")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ country, rated, reckoned, ambition }) => (
              <tr key={country}>
                <th scope="row">{board.names[country]}</th>
                <td class="num">{percent(rated)}</td>
                <td class="num">{percent(reckoned)}</td>
                <td class="num">{ambition.toFixed(1).replace("-", "−")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {farthest && (
        <p>
          {t(farthest.rated > farthest.reckoned ? "perceptions.farOver" : "perceptions.farUnder", {
            ...name,
            country: board.names[farthest.country] ?? "",
            rated: percent(farthest.rated),
            reckoned: percent(farthest.reckoned),
          })}
        </p>
      )}
      <p class="small">{gapText(perceptions.meanGap)}</p>
      <p class="small">
        {t("perceptions.rho", {
          ratedByRecord: rho(perceptions.ratedByRecord),
          ratedByAmbition: rho(perceptions.ratedByAmbition),
          recordByAmbition: rho(perceptions.recordByAmbition),
        })}
      </p>
      <p class="note">{t("perceptions.note")}</p>
    </section>
  );
}

function gapText(gap: number): string {
  const points = Math.round(100 * Math.abs(gap));
  if (points === 0) return t("perceptions.gapNone");
  return t(gap > 0 ? "perceptions.gapOver" : "perceptions.gapUnder", { gap: points });
}

const rho = (value: number | null): string =>
  value === null ? t("perceptions.unknown") : twoPlaces(value).replace("-", "−");
