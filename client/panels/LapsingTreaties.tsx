import { t } from "../i18n/t.ts";
import { lapsingTreaties } from "../viewmodel/news.ts";
import { namesOf, termsText } from "./ProposalCard.tsx";
import { openSheet, usePlay } from "./state/playState.ts";

/** A word in time: what binds for the last time this turn, and may be signed anew. */
export function LapsingTreaties() {
  const play = usePlay();
  const view = play.view.value;
  const lapsing = lapsingTreaties(view);
  if (lapsing.length === 0) return null;
  return (
    <>
      <h3 class="label">{t("statecraft.news.lapsing")}</h3>
      <ul class="events">
        {lapsing.map((treaty) => {
          const partners = treaty.parties.filter((party) => party !== view.you);
          return (
            <li key={treaty.id} class="event event-mine">
              <span>
                {t("statecraft.news.lapses", { treaty: termsText(play, treaty), parties: namesOf(play, partners) })}
              </span>{" "}
              <button
                type="button"
                class="button-text small"
                onClick={() => openSheet(play, { kind: "propose", with: partners, terms: treaty.kind })}
              >
                {t("treaty.renew")}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
