import { t } from "../i18n/t.ts";
import { openSheet, usePlay } from "./state/playState.ts";
import { headlines } from "../viewmodel/events.ts";
import { crisesIn, inCard, reportsFor } from "../viewmodel/news.ts";
import { isHandedOver } from "../viewmodel/seats.ts";
import { AmbitionCard } from "./AmbitionCard.tsx";
import { CrisisCard } from "./CrisisCard.tsx";
import { FromInstructor } from "./FromInstructor.tsx";
import { EventLine } from "./EventLine.tsx";
import { ForecastForm } from "./ForecastForm.tsx";
import { IntelligenceReport } from "./IntelligenceReport.tsx";
import { LapsingTreaties } from "./LapsingTreaties.tsx";
import { RatingPrompt } from "./Rating.tsx";
import { OtherUltimata, UltimataToMe } from "./Ultimata.tsx";

/** The turn's opening: first my brief and card, later what last turn brought; and the forecast, before any score of it is shown. */
export function Dispatches() {
  const play = usePlay();
  const view = play.view.value;
  const last = view.history.at(-1);
  // A computer player deals with these for its seat.
  const away = isHandedOver(view);
  return (
    <section class="column-body" aria-labelledby="dispatches-title">
      <div class="panel-head">
        <h2 id="dispatches-title" class="h3" tabIndex={-1}>
          {t("play.dispatches.title")}
        </h2>
        {last && (
          <button type="button" class="button-text small" onClick={() => openSheet(play, { kind: "history" })}>
            {t("play.history.title")}
          </button>
        )}
      </div>
      <FromInstructor />
      <UltimataToMe />
      {last ? <News turn={last.turn} /> : <Opening />}
      <OtherUltimata />
      {!away && <LapsingTreaties />}
      <RatingPrompt />
      {view.you !== null && !away && play.board.modules.includes("forecast") && <ForecastForm />}
    </section>
  );
}

function News({ turn }: { readonly turn: number }) {
  const play = usePlay();
  const me = play.me.value;
  const told = play.view.value.history.at(-1)?.events ?? [];
  const events = headlines(play.board, told, me).filter((event) => !inCard(event, me));
  return (
    <>
      {crisesIn(told).map((crisis) => (
        <CrisisCard key={crisis.card.crisis} crisis={crisis} />
      ))}
      {reportsFor(told, me).map((news) => (
        <IntelligenceReport key={news.report.target} news={news} />
      ))}
      <h3 class="label">{t("play.dispatches.after", { turn })}</h3>
      {events.length === 0 ? (
        <p class="small quiet">{t("play.dispatches.quiet")}</p>
      ) : (
        <ul class="events">
          {events.map((event, at) => (
            <EventLine key={at} event={event} />
          ))}
        </ul>
      )}
    </>
  );
}

function Opening() {
  const play = usePlay();
  const { scenario } = play.board;
  const country = scenario.countries.find((each) => each.id === play.view.value.you);
  return (
    <>
      <p class="brief">{country?.brief ?? scenario.summary}</p>
      <AmbitionCard />
      <p class="small">{t("play.dispatches.goal")}</p>
    </>
  );
}
