import type { VNode } from "preact";
import { useSignal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { GameEvent } from "#shared/model/event.ts";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import type { Entry } from "#shared/protocol/messages.ts";
import { listed, sentence } from "#shared/rules/index.ts";
import type { MapGeometry } from "#client/map/geometry/types.ts";
import { t } from "../i18n/t.ts";
import type { Connection } from "../net/connection.ts";
import { Mark } from "../panels/Icons.tsx";
import { headlines } from "../viewmodel/events.ts";
import { openingWorld } from "../viewmodel/opening.ts";
import { AlignmentGrid } from "./AlignmentGrid.tsx";
import { Choices } from "./Choices.tsx";
import { LensChart, type Who } from "./LensChart.tsx";
import { standings } from "./model/standings.ts";
import { threatSeries } from "./model/series.ts";
import { PerceptionTable } from "./PerceptionTable.tsx";
import { ReplayMap } from "./ReplayMap.tsx";
import { Scoreboard } from "./Scoreboard.tsx";
import { Scrubber } from "./Scrubber.tsx";
import { ThreatMultiples } from "./ThreatMultiples.tsx";
import "./end.css";

export interface EndScreenProps {
  readonly board: Board;
  readonly connection: Connection;
  /** Null in a class: record and next match are its instructor's. */
  readonly entry: Entry | null;
  readonly mapGeometry: MapGeometry;
}

/** After the match: what happened, turn by turn, and what five theories would have predicted. */
export function EndScreen({ board, connection, entry, mapGeometry }: EndScreenProps): VNode {
  const view = connection.view.value;
  const turn = useSignal(view?.history.length ?? 0);
  const observer = useSignal(view?.you ? (board.indexOf.get(view.you) ?? 0) : 0);
  const who = useSignal<Who>(view?.you ? "people" : "everyone");
  useEffect(() => {
    document.title = t("end.pageTitle", { scenario: board.scenario.title });
  }, []);
  if (!view?.outcome) return <p class="table-loading">{t("play.loading")}</p>;
  const { outcome } = view;
  const mine = view.you !== null && board.indexOf.get(view.you) === observer.value;
  return (
    <div class="end">
      <header class="end-top">
        <Mark />
        <h1 class="h3">{t("end.title")}</h1>
        <span class="small end-scenario">{board.scenario.title}</span>
        {entry && (
          <span class="end-actions">
            <a class="button" href={`/api/matches/${entry.code}/record`} download={`counterpoise-${entry.code}.json`}>
              {t("end.record")}
            </a>
            <a class="button button-strong" href="/">
              {t("end.again")}
            </a>
          </span>
        )}
      </header>
      <main class="end-main">
        <div class="end-left">
          <ReplayMap board={board} view={view} geometry={mapGeometry} turn={turn.value} observer={observer.value} />
          <Scrubber turn={turn} turns={view.history.length} />
          <TurnNews board={board} view={view} turn={turn.value} observer={observer.value} />
          <ThreatPanel board={board} view={view} turn={turn.value} observer={observer} />
        </div>
        <div class="end-right">
          <Headline board={board} view={view} endTurn={outcome.endTurn} />
          <Scoreboard board={board} view={view} />
          <LensChart view={view} who={who} />
          <Choices board={board} outcome={outcome} country={observer.value} mine={mine} />
          {outcome.perceptions && (
            <PerceptionTable board={board} perceptions={outcome.perceptions} observer={observer.value} />
          )}
          <AlignmentGrid board={board} view={view} turn={turn} />
        </div>
      </main>
    </div>
  );
}

function Headline({
  board,
  view,
  endTurn,
}: {
  readonly board: Board;
  readonly view: PlayerView;
  readonly endTurn: number;
}): VNode {
  const rows = standings(view);
  const first = rows[0];
  const me = view.you === null ? undefined : rows.find(({ country }) => board.ids[country] === view.you);
  return (
    <div class="end-headline">
      <p class="h2">
        {first &&
          t("end.headline", {
            turn: endTurn,
            winner: board.spoken[first.country] ?? "",
            score: Math.round(first.score.total),
          })}
      </p>
      {me && (
        <p class="lead">{t("end.you", { place: me.place, of: rows.length, score: Math.round(me.score.total) })}</p>
      )}
    </div>
  );
}

/** What the shown turn brought, in sentences; what concerns the observer first. */
function TurnNews({
  board,
  view,
  turn,
  observer,
}: {
  readonly board: Board;
  readonly view: PlayerView;
  readonly turn: number;
  readonly observer: CountryIndex;
}): VNode {
  const played = view.history[turn - 1];
  const news = played ? headlines(board, played.events, observer) : [];
  return (
    <section class="end-news" aria-live="polite" aria-labelledby="end-news">
      <h2 class="label" id="end-news">
        {turn === 0 ? t("end.replay.before") : t("end.choices.turn", { turn })}
      </h2>
      {news.length === 0 ? (
        <p class="small">{t(turn === 0 ? "end.replay.opening" : "end.replay.quiet")}</p>
      ) : (
        <ul class="small">
          {news.map((event, at) => (
            <li key={at}>
              {sentence(board, event)} <span class="note num">{event.rule}</span>
              <AtTheTime board={board} event={event} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What few knew when it happened. */
function AtTheTime({ board, event }: { readonly board: Board; readonly event: GameEvent }): VNode | null {
  if (event.seenBy === undefined) return null;
  const who = listed(event.seenBy.map((country) => board.spoken[country] ?? ""));
  return <span class="note end-secret">{t("end.replay.knownTo", { who })}</span>;
}

function ThreatPanel({
  board,
  view,
  turn,
  observer,
}: {
  readonly board: Board;
  readonly view: PlayerView;
  readonly turn: number;
  readonly observer: Signal<number>;
}): VNode {
  const series = threatSeries(board, view, observer.value, openingWorld(board).threat);
  return (
    <section class="end-threats" aria-labelledby="end-threats">
      <header class="end-card-head">
        <h2 class="h3" id="end-threats">
          {t("end.threat.title", { country: board.spoken[observer.value] ?? "" })}
        </h2>
        <label class="note observer">
          {t("end.watchAs")}{" "}
          <select
            class="select"
            value={observer.value}
            onChange={(event) => (observer.value = Number(event.currentTarget.value))}
          >
            {board.ids.map((id, country) => (
              <option key={id} value={country}>
                {board.names[country]}
              </option>
            ))}
          </select>
        </label>
      </header>
      <p class="note">{t("end.threat.note")}</p>
      <ThreatMultiples board={board} series={series} turn={turn} />
    </section>
  );
}
