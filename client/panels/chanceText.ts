import { printedPercent } from "#shared/lib/percent.ts";
import { t } from "../i18n/t.ts";

/** "42 %"; "over 99 %" and "under 1 %" of what is likely, not certain. `share` from 0 to 1. */
export function chanceText(share: number): string {
  const { bound, percent } = printedPercent(share);
  return t(`play.chance.${bound ?? "about"}`, { percent });
}
