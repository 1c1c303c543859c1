import { t } from "../i18n/t.ts";

/** The chapters of /learn/cases that the game's own working leads to. */
export const CASE_CHAPTERS = [
  "power",
  "sources",
  "intentions",
  "threat",
  "decomposition",
  "lenses",
  "coding",
  "ratings",
] as const;
export type CaseChapter = (typeof CASE_CHAPTERS)[number];

/** To the worked cases of a formula, in a tab of their own so that the match stays open. */
export function CaseLink({ chapter }: { readonly chapter: CaseChapter }) {
  return (
    <a class="note" href={`/learn/cases#${chapter}`} target="_blank" rel="noopener">
      {t(`formula.cases.${chapter}`)}
    </a>
  );
}
