import type { VNode } from "preact";
import type { Signal } from "@preact/signals";
import type { LensRow, PlayerView } from "#shared/model/view.ts";
import { LENSES } from "#shared/model/lens.ts";
import { t } from "../i18n/t.ts";
import { CaseLink } from "../panels/CaseLink.tsx";
import { percent, twoPlaces } from "../viewmodel/numbers.ts";

export type Who = LensRow["who"];

interface Props {
  readonly view: PlayerView;
  readonly who: Signal<Who>;
}

/** "Which theory foresaw your choices?": hit rates with n and 95 % intervals, against always guessing the commonest play. */
export function LensChart({ view, who }: Props): VNode {
  const rows = LENSES.flatMap(
    (lens) => view.outcome?.lensTable.find((row) => row.lens === lens && row.who === who.value) ?? [],
  );
  const n = Math.max(0, ...rows.map((row) => row.n));
  const base = rows[0]?.baseRate ?? null;
  return (
    <section class="end-card" aria-labelledby="end-lenses">
      <header class="end-card-head">
        <h2 class="h3" id="end-lenses">
          {t("end.lenses.title")}
        </h2>
        <p class="note">{t("end.lenses.n", { count: n })}</p>
      </header>
      <WhoSwitch who={who} />
      {n === 0 ? (
        <p class="small">{t(who.value === "people" ? "end.lenses.nobody" : "end.lenses.none")}</p>
      ) : (
        <>
          {base !== null && <p class="note lens-base">{t("end.lenses.base", { share: percent(base) })}</p>}
          <div class="lens-rows">
            {rows.map((row) => (
              <LensLine key={row.lens} row={row} best={row === bestOf(rows)} base={base} />
            ))}
            <div class="lens-axis num" aria-hidden="true">
              {[0, 25, 50, 75, 100].map((at) => (
                <span key={at} style={{ left: `${at}%` }}>
                  {at}
                  {at === 100 ? " %" : ""}
                </span>
              ))}
            </div>
          </div>
          <p class="small">{n < FEW ? t("end.lenses.few", { count: n }) : verdict(rows)}</p>
        </>
      )}
      <p class="note">
        {t("end.lenses.caveat")} <CaseLink chapter="lenses" />
      </p>
    </section>
  );
}

function WhoSwitch({ who }: { readonly who: Signal<Who> }): VNode {
  return (
    <div class="segments" role="group" aria-label={t("end.lenses.who")}>
      {(["people", "everyone"] as const).map((one) => (
        <button
          key={one}
          type="button"
          class="segment"
          aria-pressed={who.value === one}
          onClick={() => (who.value = one)}
        >
          {t(`end.lenses.${one}`)}
        </button>
      ))}
    </div>
  );
}

function LensLine({
  row,
  best,
  base,
}: {
  readonly row: LensRow;
  readonly best: boolean;
  readonly base: number | null;
}): VNode {
  if (row.n === 0) {
    return (
      <div class="lens-row">
        <span class="lead">{t(`end.lens.${row.lens}`)}</span>
        <span class="note lens-silent">{t("end.lenses.silent")}</span>
      </div>
    );
  }
  const rate = percent(row.rate ?? 0);
  const [low, high] = (row.interval ?? [0, 1]).map(percent);
  const score = row.meanLogScore === null ? "" : t("end.lenses.logScore", { score: twoPlaces(row.meanLogScore) });
  return (
    <div class="lens-row">
      <span class="lead">{t(`end.lens.${row.lens}`)}</span>
      <span class="lens-plot" aria-hidden="true">
        {base !== null && <span class="lens-baseline" style={{ left: `${percent(base)}%` }} />}
        <span class="lens-interval" style={{ left: `${low}%`, width: `${(high ?? 0) - (low ?? 0)}%` }} />
        <span class={best ? "lens-dot best" : "lens-dot"} style={{ left: `${rate}%` }} />
      </span>
      <span class="num lens-figure" title={score}>
        <b>{rate} %</b> ({low}–{high})
        <span class="visually-hidden"> {t("end.lenses.hits", { hits: row.hits, n: row.n })}</span>
      </span>
      <span class="note num lens-hits">
        {row.hits}/{row.n}
        {score && ` · ${score}`}
      </span>
    </div>
  );
}

/** The one theory ahead of all others; none when several share the lead. */
function bestOf(rows: readonly LensRow[]): LensRow | undefined {
  const most = Math.max(...rows.map((row) => row.rate ?? 0));
  const leaders = rows.filter((row) => row.rate === most);
  return leaders.length === 1 ? leaders[0] : undefined;
}

/** With fewer choices no interval tells two theories apart, and the page says so instead of naming one. */
const FEW = 10;

/** Under about ten points apart there is no difference to speak of (theory.md 6). */
const NO_DIFFERENCE = 0.1;

function verdict(rows: readonly LensRow[]): string {
  const [first, second] = rows.filter((row) => row.n > 0).sort((a, b) => (b.rate ?? 0) - (a.rate ?? 0));
  if (!first || !second) return "";
  const apart = (first.rate ?? 0) - (second.rate ?? 0);
  const names = {
    first: t(`end.lens.${first.lens}`),
    second: t(`end.lens.${second.lens}`),
    points: Math.round(100 * apart),
  };
  return t(apart < NO_DIFFERENCE ? "end.lenses.noDifference" : "end.lenses.difference", names);
}
