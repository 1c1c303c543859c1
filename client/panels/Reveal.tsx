import { listed } from "#shared/rules/index.ts";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { EventOf, GameEvent } from "#shared/model/event.ts";
import { t } from "../i18n/t.ts";
import { nameOf, openSheet, spoken, usePlay } from "./state/playState.ts";
import { revealStages, type RevealStage } from "../viewmodel/events.ts";
import { crisesIn, inCard, reportsFor } from "../viewmodel/news.ts";
import { stepTitle } from "./stepTitle.ts";
import { threatRows } from "../viewmodel/threatRows.ts";
import { Change } from "./Change.tsx";
import { CrisisCard } from "./CrisisCard.tsx";
import { EventLine } from "./EventLine.tsx";
import { IntelligenceReport } from "./IntelligenceReport.tsx";
import { RuleLink } from "./RuleLink.tsx";

/** Milliseconds a step stands before the next one; never under a second and a half. */
const STEP = 2600;
const still = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The turn told step by step, in time with the map. Under reduced motion everything stands at once. */
export function Reveal() {
  const play = usePlay();
  const last = play.view.value.history.at(-1);
  const running = useSignal(true);
  const stages = revealStages(last?.events ?? []);
  const end = stages.length - 1;
  const at = Math.min(play.revealStep.value, end);
  useEffect(() => {
    play.revealStep.value = still() ? end : 0;
    running.value = true;
  }, [last?.turn]);
  useEffect(() => {
    if (!running.value || at >= end) return undefined;
    const timer = setTimeout(() => (play.revealStep.value = at + 1), STEP);
    return () => clearTimeout(timer);
  }, [at, end, running.value]);
  const go = (step: number): void => {
    running.value = false;
    play.revealStep.value = Math.max(0, Math.min(end, step));
  };
  if (!last) return null;
  return (
    <section class="column-body reveal" aria-labelledby="reveal-title">
      <div class="reveal-head">
        <div class="panel-head">
          <h2 id="reveal-title" class="h3" tabIndex={-1}>
            {t("play.reveal.title", { turn: last.turn })}
          </h2>
          <span class="note num">{t("play.reveal.step", { at: at + 1, of: stages.length })}</span>
        </div>
        <div class="reveal-controls button-row">
          <button type="button" class="button" aria-disabled={at === 0} onClick={() => go(at - 1)}>
            {t("play.reveal.back")}
          </button>
          <button type="button" class="button" aria-disabled={at === end} onClick={() => go(at + 1)}>
            {t("play.reveal.next")}
          </button>
          <button type="button" class="button" aria-disabled={at === end} onClick={() => go(end)}>
            {t("play.reveal.all")}
          </button>
        </div>
      </div>
      <ol class="stages" aria-live="polite">
        {stages.slice(0, at + 1).map((stage, index) => (
          <Stage key={stage.step} stage={stage} current={index === at} />
        ))}
      </ol>
      <button type="button" class="button-text small" onClick={() => openSheet(play, { kind: "history" })}>
        {t("play.history.title")}
      </button>
    </section>
  );
}

function Stage({ stage, current }: { readonly stage: RevealStage; readonly current: boolean }) {
  const play = usePlay();
  const me = play.me.value;
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current && !still()) element.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <li ref={element} class={current ? "stage stage-now" : "stage"}>
      <h3 class="label">{stepTitle(play.view.value, stage.step)}</h3>
      {crisesIn(stage.events).map((crisis) => (
        <CrisisCard key={crisis.card.crisis} crisis={crisis} />
      ))}
      {reportsFor(stage.events, me).map((news) => (
        <IntelligenceReport key={news.report.target} news={news} />
      ))}
      <ul class="events">
        {stage.events
          .filter((event) => !hides(event) && (event.kind === "ultimatumIssued" || !inCard(event, me)))
          .map((event, at) => (
            <EventLine key={at} event={event} />
          ))}
        <Hiders events={stage.events.filter(hides)} />
      </ul>
      {stage.step === "threats" && <ThreatChanges />}
      {stage.quiet.length > 0 && stage.step !== "threats" && (
        <details class="small">
          <summary>{t("play.reveal.budgets", { count: stage.quiet.length })}</summary>
          <ul class="events">
            {stage.quiet.map((event, at) => (
              <EventLine key={at} event={event} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

const hides = (event: GameEvent): event is EventOf<"aligned"> & GameEvent =>
  event.kind === "aligned" && event.alignment.kind === "hide";

/** Who hides does nothing that needs a line of its own. */
function Hiders({ events }: { readonly events: readonly (EventOf<"aligned"> & GameEvent)[] }) {
  const play = usePlay();
  const [first] = events;
  if (!first) return null;
  const names = events.map((event) => spoken(play.board, event.country));
  const mine = events.some((event) => event.country === play.me.value);
  return (
    <li class={mine ? "event event-mine" : "event"}>
      <span>{t("play.reveal.hide", { count: names.length, names: listed(names) })}</span> <RuleLink rule={first.rule} />
    </li>
  );
}

/** Whose threat to me moved, strongest first. */
function ThreatChanges() {
  const play = usePlay();
  const me = play.me.value;
  if (me === null) return null;
  const moved = threatRows({ board: play.board, view: play.view.value, me }).filter(
    (row) => row.change !== null && row.change !== 0,
  );
  if (moved.length === 0) return <p class="small quiet">{t("play.reveal.noChange")}</p>;
  return (
    <ul class="threat-changes">
      {moved
        .sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0))
        .slice(0, 6)
        .map((row) => (
          <li key={row.country}>
            <span>{nameOf(play.board, row.country)}</span>
            <span class="num">
              <b>{row.shown}</b> <Change by={row.change} />
            </span>
          </li>
        ))}
    </ul>
  );
}
