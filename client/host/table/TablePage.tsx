import type { VNode } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { TableCard } from "#shared/model/classView.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { MapGeometry } from "#client/map/geometry/types.ts";
import { t } from "../../i18n/t.ts";
import type { WatchedTable } from "../../net/classConnection.ts";
import { createShelf } from "../../net/storage.ts";
import { CountryCard } from "../../panels/CountryCard.tsx";
import { Legend } from "../../panels/Legend.tsx";
import { createPlay, PlayContext, usePlay } from "../../panels/state/playState.ts";
import { MapPane } from "../../play/MapPane.tsx";
import { Sheets as PlaySheets } from "../../play/Sheets.tsx";
import "../../play/play.css";
import { useHost, type Host } from "../state/hostState.ts";
import { observerOf } from "../state/observer.ts";
import { useGeometry } from "../state/useScenario.ts";
import { TableBar } from "./TableBar.tsx";
import { TableFears } from "./TableFears.tsx";
import { TablePeople } from "./TablePeople.tsx";
import { TableTalk } from "./TableTalk.tsx";

/** One table with everything an instructor may see of it, and may do to it. */
export function TablePage({ card }: { readonly card: TableCard }): VNode {
  const host = useHost();
  const watched = card.match === null ? undefined : host.connection.tables.value.get(card.match);
  useEffect(() => {
    void host.connection.send("watch", { table: card.number });
    return () => void host.connection.send("watch", { table: null });
  }, [card.number]);
  return (
    <main class="host-table" id="tables">
      <TableBar card={card} />
      {watched ? (
        <Watched key={watched.match} card={card} first={watched} />
      ) : (
        <div class="host-table-rest">
          <p role="status">{t("hostTable.laying")}</p>
          <TablePeople card={card} />
        </div>
      )}
    </main>
  );
}

function Watched({ card, first }: { readonly card: TableCard; readonly first: WatchedTable }): VNode {
  const host = useHost();
  const { value: geometry, failure } = useGeometry(first.board.scenario.id);
  const play = useMemo(() => playOf(host, first), [first.match, first.board]);
  useEffect(() => play.close, [play]);
  useEffect(() => host.now.subscribe((now) => void (play.now.value = now)), [play]);
  return (
    <PlayContext.Provider value={play}>
      <div class="host-table-body table">
        <div class="host-table-map">
          <div class="pane pane-map">
            {geometry && <MapPane geometry={geometry} />}
            {failure && <p class="map-state small">{failure.text}</p>}
          </div>
          <Selected geometry={geometry} />
          <Legend />
        </div>
        <div class="host-table-talk">
          <TableTalk card={card} />
        </div>
        <div class="host-table-side">
          <TablePeople card={card} />
          <TableFears />
        </div>
      </div>
      <PlaySheets />
    </PlayContext.Provider>
  );
}

function Selected({ geometry }: { readonly geometry: MapGeometry | null }): VNode | null {
  const play = usePlay();
  const country = play.selected.value;
  if (country === null) return null;
  const [left, , right] = geometry?.frame ?? [0, 0, 0, 0];
  const side = (geometry?.countries[country]?.label[0] ?? 0) > (left + right) / 2 ? "left" : "right";
  return <CountryCard country={country} side={side} />;
}

/** The table's panels as an observer has them; nothing is kept in the browser. */
const playOf = (host: Host, { match, board, view }: WatchedTable & { readonly view: PlayerView }) =>
  createPlay({ board, connection: observerOf(host, match), shelf: createShelf(null), first: view });
