import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import type { CountryId } from "#shared/model/ids.ts";
import type { TableCard } from "#shared/model/classView.ts";
import type { MapGeometry } from "#client/map/geometry/types.ts";
import { Thumb } from "#client/map/thumb/Thumb.tsx";
import { thumbModel } from "#client/map/thumb/thumbModel.ts";
import { t } from "../../i18n/t.ts";
import type { WatchedTable } from "../../net/classConnection.ts";
import { eventText } from "../../panels/eventText.ts";
import { drawnFor } from "../../play/geometry.ts";
import { badgeOf, namesOf, seatMarks, type Badge, type Pace } from "../model/cards.ts";
import { useHost, type Host } from "../state/hostState.ts";
import { Squares } from "./Squares.tsx";

interface Props {
  readonly card: TableCard;
  readonly pace: Pace;
  /** Null while it is on its way. */
  readonly geometry: MapGeometry | "failed" | null;
  /** Small cards have no sentence. */
  readonly small: boolean;
}

/** One table at a glance. The whole card opens it; its button is the table's name. */
export function Card({ card, pace, geometry, small }: Props): VNode {
  const host = useHost();
  const watched = card.match === null ? undefined : host.connection.tables.value.get(card.match);
  const marks = seatMarks(card, namesOf(host.view.value));
  const badge = badgeOf(card, marks, { ...pace, now: host.now.value });
  const alarming = badge.kind === "away" || badge.kind === "frozen";
  return (
    <article class={alarming ? "table-card table-card-needs" : "table-card"} aria-labelledby={`table-${card.number}`}>
      <header class="card-head">
        <h2 id={`table-${card.number}`} class="card-title">
          <button type="button" class="card-open" onClick={() => openTable(host, card.number)}>
            {t("host.tableNumber", { number: card.number })}
          </button>
        </h2>
        <span class={alarming ? "card-badge num" : "small quiet num"}>{badgeText(badge)}</span>
      </header>
      <CardMap watched={watched} card={card} geometry={geometry} />
      <div class="card-body">
        {!small && <p class="card-line">{headlineOf(watched, card)}</p>}
        <Squares marks={marks} table={card.number} />
        <Fear card={card} />
        {!small && (
          <p class="card-foot small quiet">
            <span>{card.treatment ?? ""}</span>
            <span class="num">{t("host.card.wars", { count: card.wars })}</span>
          </p>
        )}
      </div>
    </article>
  );
}

export function openTable(host: Host, number: number | null): void {
  host.table.value = number;
  void host.connection.send("watch", { table: number });
}

export function badgeText(badge: Badge): string {
  switch (badge.kind) {
    case "away":
      return t("host.card.away", { count: badge.count });
    case "elsewhere": {
      const at = { turn: badge.turn, phase: t(`host.phase.${badge.phase}`).toLowerCase(), clock: badge.clock };
      return t("host.card.elsewhere", at).trim();
    }
    case "in":
      return t("host.card.in", { done: badge.done, of: badge.of });
    case "frozen":
    case "paused":
    case "ended":
    case "waiting":
      return t(`host.card.${badge.kind}`);
  }
}

/** The gravest thing of the last turn, in the rules' own sentence. */
export const headlineOf = (watched: WatchedTable | undefined, card: TableCard): string =>
  watched && card.headline ? eventText({ board: watched.board }, card.headline) : t("host.card.noNews");

function Fear({ card }: { readonly card: TableCard }): VNode {
  const { hottest, seats } = card;
  const name = (id: CountryId): string => seats.find(({ country }) => country === id)?.name ?? "";
  if (!hottest) return <p class="card-fear small quiet">{t("host.card.noFear")}</p>;
  return (
    <p class="card-fear">
      <span class="card-fear-names">
        <b class="serif">{name(hottest.observer)}</b> {t("host.card.fears")}{" "}
        <b class="serif">{name(hottest.country)}</b>
      </span>
      <b class="card-threat num">{Math.round(hottest.threat)}</b>
    </p>
  );
}

interface MapProps {
  readonly watched: WatchedTable | undefined;
  readonly card: TableCard;
  readonly geometry: Props["geometry"];
}

function CardMap({ watched, card, geometry }: MapProps): VNode {
  const { hottest } = card;
  // A view is new with every message; the map is only with the world, the turn and the fear it shows.
  const model = useMemo(() => {
    if (!watched) return null;
    const { board, view } = watched;
    const fear = hottest && {
      observer: board.indexOf.get(hottest.observer) ?? 0,
      country: board.indexOf.get(hottest.country) ?? 0,
    };
    return thumbModel(board, view, fear ?? null);
  }, [watched?.board, watched?.view.world, watched?.view.history, hottest?.observer, hottest?.country]);
  if (!watched || !model || geometry === null)
    return <div class="card-map card-map-none small">{t("host.card.loading")}</div>;
  if (geometry === "failed" || !drawnFor(geometry, watched.board))
    return <div class="card-map card-map-none small">{t("host.card.noMap")}</div>;
  return (
    <div class="card-map">
      <Thumb geometry={geometry} model={model} label={t("host.card.mapLabel", { number: card.number })} />
    </div>
  );
}
