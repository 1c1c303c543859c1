import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Board } from "#shared/model/world.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Entry } from "#shared/protocol/messages.ts";
import type { EndScreen as EndScreenType } from "#client/end/EndScreen.tsx";
import type { MapGeometry } from "#client/map/geometry/types.ts";
import { t } from "../i18n/t.ts";
import type { Connection } from "../net/connection.ts";
import { browserShelf, type Shelf } from "../net/storage.ts";
import { CountryCard } from "../panels/CountryCard.tsx";
import { Legend } from "../panels/Legend.tsx";
import { Messages, unreadCount } from "../panels/Messages.tsx";
import { OrderColumn } from "../panels/OrderColumn.tsx";
import { RefusalText } from "../panels/RefusalText.tsx";
import { ThreatBoard } from "../panels/ThreatBoard.tsx";
import { seesPowerAlone } from "../viewmodel/powerAlone.ts";
import { Announcer, TabTitle } from "./Announcer.tsx";
import { fetchGeometry } from "./geometry.ts";
import { MapPane } from "./MapPane.tsx";
import { createPlay, PlayContext, usePlay, type Play, type Tab } from "../panels/state/playState.ts";
import { Sheets } from "./Sheets.tsx";
import { TopBar } from "./TopBar.tsx";
import { showPanel, useShortcuts } from "./useShortcuts.ts";
import "./play.css";

export interface TableProps {
  readonly board: Board;
  readonly connection: Connection;
  /** Fetched from /maps when not given. */
  readonly mapGeometry?: MapGeometry;
  /** Null at a class's table, which its instructor keeps. */
  readonly entry: Entry | null;
  /** What a class shows, under the header and over the final screen. */
  readonly strip?: ComponentChildren;
  /** What the browser keeps between visits; given by the gallery, otherwise the browser's own. */
  readonly shelf?: Shelf;
  /** Prepares what stands open at first; for the gallery. */
  readonly prepare?: (play: Play) => void;
}

/** The play page after the lobby: table while the match runs, final screen when it is over. */
export function Table(props: TableProps) {
  const view = props.connection.view.value;
  if (!view) return <p class="table-loading">{t("play.loading")}</p>;
  return view.phase === "ended" ? <Ended {...props} /> : <Running {...props} first={view} />;
}

function Running({ first, ...props }: TableProps & { readonly first: PlayerView }) {
  const play = useMemo(() => {
    const created = createPlay({
      board: props.board,
      connection: props.connection,
      shelf: props.shelf ?? browserShelf(),
      first,
    });
    props.prepare?.(created);
    return created;
  }, [props.board, props.connection]);
  useEffect(() => play.close, [play]);
  useSecondHand(play);
  useShortcuts(play);
  return (
    <PlayContext.Provider value={play}>
      <Layout geometry={props.mapGeometry} strip={props.strip} />
    </PlayContext.Provider>
  );
}

/** Lets the clock change once a second, just after the server's second turns. */
function useSecondHand(play: Play): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      const now = play.connection.now();
      play.now.value = now;
      // While the clock stands still what is left of it does not change: any second will do.
      const deadline = play.view.peek().deadline ?? 0;
      timer = setTimeout(tick, ((((deadline - now) % 1000) + 1000) % 1000) + 5);
    };
    tick();
    return () => clearTimeout(timer);
  }, [play]);
}

interface LayoutProps {
  readonly geometry: MapGeometry | undefined;
  readonly strip: ComponentChildren;
}

function Layout({ geometry, strip }: LayoutProps) {
  const play = usePlay();
  const tab = play.tab.value;
  return (
    <div class="table" data-tab={tab}>
      <a class="skip-link button" href="#orders">
        {t("play.skip")}
      </a>
      <TopBar />
      {strip}
      <main class="table-main">
        <div class="pane pane-map">
          <MapPane geometry={geometry} />
          {play.selected.value !== null && (
            <CountryCard country={play.selected.value} side={sideAcross(geometry, play.selected.value)} />
          )}
        </div>
        <Legend />
        <Tabs />
        <div class="pane pane-threats" data-panel="threats" id="threats">
          <ThreatBoard />
        </div>
        <div class="pane pane-messages" data-panel="messages" id="messages">
          <Messages />
        </div>
        <div class="pane pane-orders" data-panel="orders" id="orders">
          <OrderColumn />
        </div>
      </main>
      <Sheets />
      <Notice />
      <Announcer />
      <TabTitle />
    </div>
  );
}

/** The side of the map on which a country does not lie. */
function sideAcross(geometry: MapGeometry | undefined, country: number): "left" | "right" {
  const [left, , right] = geometry?.frame ?? [0, 0, 0, 0];
  return (geometry?.countries[country]?.label[0] ?? 0) > (left + right) / 2 ? "left" : "right";
}

const TABS = ["threats", "messages", "orders"] as const satisfies readonly Tab[];

/** Under 1280 px the panels share one place; the orders tab is for phones only. */
function Tabs() {
  const play = usePlay();
  const unread = unreadCount(play);
  const { phase } = play.view.value;
  return (
    <nav class="table-tabs" aria-label={t("play.tab.title")}>
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          class={`table-tab table-tab-${tab}`}
          aria-current={play.tab.value === tab ? "true" : undefined}
          onClick={() => showPanel(play, tab)}
        >
          {tab === "orders" && (phase === "dispatches" || phase === "reveal")
            ? t(`play.tab.${phase}`)
            : t(tab === "threats" && seesPowerAlone(play.view.value) ? "classroom.power.tab" : `play.tab.${tab}`)}
          {tab === "messages" && unread > 0 && (
            <span class="badge num">
              {unread}
              <span class="visually-hidden"> {t("play.messages.unread", { count: unread })}</span>
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}

/** A refusal that belongs to no field. */
function Notice() {
  const play = usePlay();
  const refusal = play.notice.value;
  if (!refusal) return null;
  return (
    <div class="notice">
      <RefusalText refusal={refusal} />
      <button type="button" class="button" onClick={() => (play.notice.value = null)}>
        {t("play.close")}
      </button>
    </div>
  );
}

interface Ending {
  readonly EndScreen: typeof EndScreenType;
  readonly geometry: MapGeometry;
}

/** The final screen and the map it replays on come when they are needed. */
function Ended({ board, connection, entry, mapGeometry, strip }: TableProps) {
  const ending = useSignal<Ending | null>(null);
  const failed = useSignal(false);
  const load = (): void => {
    failed.value = false;
    Promise.all([import("#client/end/EndScreen.tsx"), mapGeometry ?? fetchGeometry(board.scenario.id)]).then(
      ([{ EndScreen }, geometry]) => (ending.value = { EndScreen, geometry }),
      () => (failed.value = true),
    );
  };
  useEffect(load, []);
  if (ending.value) {
    const { EndScreen, geometry } = ending.value;
    return (
      <>
        {strip}
        <EndScreen board={board} connection={connection} entry={entry} mapGeometry={geometry} />
      </>
    );
  }
  return (
    <div class="table-loading">
      <p role="status">{t(failed.value ? "play.endFailed" : "play.endLoading")}</p>
      {failed.value && (
        <button type="button" class="button" onClick={load}>
          {t("play.again")}
        </button>
      )}
    </div>
  );
}
