import type { EventOf } from "#shared/model/event.ts";
import { t } from "../i18n/t.ts";
import { oddsText } from "../viewmodel/odds.ts";

/** Where a die decided: how likely the win was, and where the die fell. Below the chance the attack wins. */
export function BattleOdds({ chance }: { readonly chance: NonNullable<EventOf<"battle">["chance"]> }) {
  return (
    <span class="odds">
      <svg class="odds-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="odds-all" width="100" height="10" />
        <rect class="odds-win" width={chance.win * 100} height="10" />
        <rect class="odds-die-case" x={chance.thrown * 98 - 0.6} width="3.2" height="10" />
        <rect class="odds-die" x={chance.thrown * 98 + 0.2} width="1.6" height="10" />
      </svg>
      <span class="note num">{t("statecraft.news.odds", oddsText(chance.win, chance.thrown))}</span>
    </span>
  );
}
