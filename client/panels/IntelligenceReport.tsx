import { sentence } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import type { IntelligenceNews } from "../viewmodel/news.ts";
import { percent } from "../viewmodel/numbers.ts";
import { namesOf, termsText } from "./ProposalCard.tsx";
import { RuleLink } from "./RuleLink.tsx";
import { nameOf, usePlay } from "./state/playState.ts";

/** What my own investigation brought home. Nobody else has it, not even the country that was looked into. */
export function IntelligenceReport({ news: { report, deeds } }: { readonly news: IntelligenceNews }) {
  const play = usePlay();
  const nothing = report.treaties.length === 0 && report.deeds === 0;
  const target = nameOf(play.board, report.target);
  return (
    <article class="report" aria-label={`${t("statecraft.news.intelligence")}: ${target}`}>
      <p class="report-head">
        <span class="label">{t("statecraft.news.intelligence")}</span>{" "}
        <span class="only-you">{t("statecraft.news.onlyYou")}</span> <RuleLink rule={report.rule} />
      </p>
      <h3 class="h3">{target}</h3>
      {report.treaties.length > 0 && (
        <>
          <p class="small">{t("statecraft.news.treatiesFound")}</p>
          <ul class="small report-list">
            {report.treaties.map((treaty) => (
              <li key={treaty.id}>
                {t("statecraft.news.foundTreaty", {
                  treaty: termsText(play, treaty),
                  parties: namesOf(play, treaty.parties),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {report.deeds > 0 && (
        <>
          <p class="small">{t("statecraft.news.deedsFound", { count: report.deeds })}</p>
          <ul class="small report-list">
            {deeds.map((deed, at) => (
              <li key={at}>{sentence(play.board, deed)}</li>
            ))}
          </ul>
        </>
      )}
      {nothing && <p class="small">{t("statecraft.news.nothingFound")}</p>}
      {report.ambition && (
        <p class="small">
          <b>{t(report.ambition.revisionist ? "statecraft.news.ambitionMore" : "statecraft.news.ambitionContent")}</b> (
          {t("statecraft.news.sure", { percent: percent(report.ambition.right) })}).
        </p>
      )}
    </article>
  );
}
