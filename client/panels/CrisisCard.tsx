import { sentence } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import type { CrisisNews } from "../viewmodel/news.ts";
import { RuleLink } from "./RuleLink.tsx";
import { nameOfId, usePlay, type Play } from "./state/playState.ts";

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
            <li key={at}>{effectText(play, effect)}</li>
          ))}
        </ul>
      )}
    </article>
  );
}

/** What it changes, or as whose act it is felt. */
function effectText(play: Play, event: CrisisNews["effects"][number]): string {
  const { effect } = event;
  if (effect.kind !== "act") return sentence(play.board, event);
  const deed = t(`statecraft.deed.${effect.act}`, { target: nameOfId(play.board, effect.target) });
  return t("statecraft.news.actEffect", { by: nameOfId(play.board, effect.by), deed });
}
