import { t } from "../i18n/t.ts";
import type { CrisisNews } from "../viewmodel/news.ts";
import { eventText } from "./eventText.ts";
import { RuleLink } from "./RuleLink.tsx";
import { usePlay } from "./state/playState.ts";

/** An event of the time, as a card: its date, what happened, and what it does to the table. */
export function CrisisCard({ crisis: { card, effects } }: { readonly crisis: CrisisNews }) {
  const play = usePlay();
  return (
    <article class="crisis" aria-label={card.title}>
      <p class="crisis-date label">
        {t("statecraft.news.crisis")} · {card.date}
      </p>
      <h3 class="h2">{card.title}</h3>
      <p class="crisis-text">{card.text}</p>
      <p class="label">
        {t("statecraft.news.effects")} <RuleLink rule={card.rule} />
      </p>
      {effects.length === 0 ? (
        <p class="small">{t("statecraft.news.noEffects")}</p>
      ) : (
        <ul class="crisis-effects small">
          {effects.map((effect, at) => (
            <li key={at}>{eventText(play, effect)}</li>
          ))}
        </ul>
      )}
    </article>
  );
}
