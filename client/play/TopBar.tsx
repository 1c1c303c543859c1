import { t } from "../i18n/t.ts";
import { Mark } from "../panels/Icons.tsx";
import { clockText, isPlayPhase, phaseBars, secondsLeft, type PhaseBar } from "../viewmodel/clock.ts";
import { deadlineSeen } from "../viewmodel/hosted.ts";
import { howManyIn, isHandedOver } from "../viewmodel/seats.ts";
import { SeatSquare } from "../panels/SeatsSheet.tsx";
import { ScoreLine } from "../panels/ScoreLine.tsx";
import { nameOf, openSheet, usePlay } from "../panels/state/playState.ts";

/** What phase, how long, what turn, who is in: always in sight. */
export function TopBar() {
  const play = usePlay();
  const view = play.view.value;
  const bars = phaseBars({
    phase: view.phase,
    seconds: view.settings.seconds,
    deadline: deadlineSeen(view, play.now.value),
    now: play.now.value,
  });
  const me = play.me.value;
  const country = me === null ? t("play.observer.name") : nameOf(play.board, me);
  const turn = t("play.top.turn", { turn: view.turn, most: view.turnsAtMost });
  return (
    <header class="top">
      <h1 class="visually-hidden">{t("play.heading", { title: play.board.scenario.title })}</h1>
      <div class="top-brand">
        <Mark />
        <a class="wordmark" href="/">
          {t("play.wordmark")}
        </a>
        <span class="top-scenario small" title={play.board.scenario.title}>
          {play.board.scenario.title}
        </span>
      </div>
      <div class="top-middle">
        <ol class="phases" aria-label={t("play.top.phases")}>
          {bars.map((bar, at) => (
            <PhaseStep key={bar.phase} bar={bar} number={at + 1} />
          ))}
        </ol>
        <p class="top-phone">
          <b>{isPlayPhase(view.phase) ? t(`play.phase.${view.phase}`) : ""}</b>{" "}
          {isHandedOver(view) && (
            <>
              <SeatSquare mark="computer" />
              <span class="visually-hidden">{t("seat.mark")}</span>
            </>
          )}
          <span class="quiet">{t("play.top.phone", { turn: view.turn, country })}</span>
        </p>
        <div class="top-turn note">
          <span class="num">{turn}</span>
          <button type="button" class="button-bare num" onClick={() => openSheet(play, { kind: "seats" })}>
            {t("play.top.in", { ...howManyIn(view.seats, view.phase) })}
          </button>
        </div>
        <Clock />
      </div>
      <TopSeat country={country} />
      <div class="phase-bar" aria-hidden="true">
        {bars.map((bar) => (
          <span key={bar.phase} class={`phase-part phase-${bar.state}`} style={{ flexGrow: bar.width }}>
            <span style={{ width: `${bar.state === "now" ? bar.left * 100 : 100}%` }} />
          </span>
        ))}
      </div>
    </header>
  );
}

function PhaseStep({ bar, number }: { readonly bar: PhaseBar; readonly number: number }) {
  const now = bar.state === "now";
  return (
    <li class={`phase-step phase-step-${bar.state}`} aria-current={now ? "step" : undefined}>
      <span class="phase-number num">{number}</span>
      <span>{t(`play.phase.${bar.phase}`)}</span>
      {now && (
        <span class="phase-underline" aria-hidden="true">
          <span style={{ width: `${bar.left * 100}%` }} />
        </span>
      )}
    </li>
  );
}

/** Text only; the last ten seconds turn bold, nothing blinks. */
function Clock() {
  const play = usePlay();
  const view = play.view.value;
  const deadline = deadlineSeen(view, play.now.value);
  const text = clockText(deadline, play.now.value);
  if (view.hosted?.pause) return <Stopped time={text} />;
  if (text === null) return <span class="clock clock-none note">{t("play.top.noClock")}</span>;
  const last = deadline !== null && secondsLeft(deadline, play.now.value) <= 10;
  return (
    <span class={last ? "clock clock-last" : "clock"} role="timer" aria-label={t("play.top.left", { time: text })}>
      {text}
    </span>
  );
}

/** The instructor has stopped the clock: what is left of it stays in sight. */
const Stopped = ({ time }: { readonly time: string | null }) => (
  <span class="clock clock-stopped">
    <span class="visually-hidden">{time === null ? t("classroom.pause.by") : t("classroom.pause.left", { time })}</span>
    <span class="clock-by note" aria-hidden="true">
      <span class="clock-long">{t("classroom.pause.by")}</span>
      <span class="clock-short">{t("classroom.pause.clock")}</span>
    </span>
    {time !== null && <span aria-hidden="true">{time}</span>}
  </span>
);

/** My country and its secret, the score, the help. */
function TopSeat({ country }: { readonly country: string }) {
  const play = usePlay();
  const me = play.me.value;
  return (
    <div class="top-seat">
      <button
        type="button"
        class="button-bare lead top-country"
        onClick={() => (me === null ? openSheet(play, { kind: "seats" }) : openSheet(play, { kind: "ambition" }))}
      >
        {country}
      </button>
      {isHandedOver(play.view.value) && (
        <span class="top-away small">
          <SeatSquare mark="computer" /> {t("seat.mark")}
        </span>
      )}
      <div class="top-tools">
        <ScoreLine />
        <button
          type="button"
          class="button-bare top-help"
          aria-label={t("play.help.title")}
          onClick={() => openSheet(play, { kind: "help" })}
        >
          ?
        </button>
      </div>
    </div>
  );
}
