import { useSignalEffect } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Entry } from "#shared/protocol/messages.ts";
import { t } from "../i18n/t.ts";
import { connect } from "../net/connect.ts";
import type { Connection } from "../net/connection.ts";
import type { Seats } from "../net/seats.ts";
import { Lobby } from "./lobby/Lobby.tsx";
import { Waiting } from "./lobby/Waiting.tsx";
import { LoadFailed, Refused, Retrying, Superseded } from "./lost.tsx";
import { fetchTable, prefetchTable, readGeometry } from "./prefetchTable.ts";
import { useLoaded } from "./useLoaded.ts";

interface Props {
  readonly entry: Entry;
  readonly seats: Seats;
  /** The seat is gone for good. */
  readonly onLost: () => void;
}

/** Everything a person with a seat (or watching) sees, from connecting to the end of the match. */
export function SeatedPage({ entry, seats, onLost }: Props): VNode {
  const connection = useConnection(entry);
  // The seat's country may be chosen in the lobby: what the browser keeps should name it.
  useSignalEffect(() => {
    const view = connection.view.value;
    if (view) seats.keep({ ...entry, country: view.you }, Date.now());
  });
  switch (connection.status.value) {
    case "superseded":
      return <Superseded connection={connection} />;
    case "refused":
      return <Refused connection={connection} code={entry.code} onLost={onLost} />;
    case "connecting":
    case "live":
    case "retrying":
      return (
        <>
          {connection.status.value === "retrying" && <Retrying connection={connection} />}
          <Match connection={connection} entry={entry} />
        </>
      );
  }
}

function useConnection(entry: Entry): Connection {
  const connection = useMemo(() => connect(entry), [entry]);
  useEffect(() => connection.close, [connection]);
  return connection;
}

/** The match itself: lobby or table, once what it is played on is here. */
function Match({ connection, entry }: { readonly connection: Connection; readonly entry: Entry }): VNode {
  const view = connection.view.value;
  const id = view?.settings.scenario ?? null;
  const atTable = view !== null && view.phase !== "lobby" ? id : null;
  const table = useLoaded(atTable, fetchTable);
  const geometry = useLoaded(atTable, readGeometry);
  useEffect(() => {
    if (id !== null && atTable === null) prefetchTable(id);
  }, [id, atTable]);
  const failed = [table, geometry].find((part) => part.failure !== null);
  if (failed) return <LoadFailed text={failed.failure?.text ?? ""} onAgain={failed.again} />;
  const board = connection.board.value;
  if (!view || !board) return <Waiting />;
  if (view.phase === "lobby")
    return <Lobby connection={connection} entry={entry} view={view} scenario={board.scenario} />;
  if (!table.value || !geometry.value) return <Waiting text={t("lobby.loadingTable")} />;
  const { TableStage } = table.value;
  return <TableStage connection={connection} entry={entry} board={board} geometry={geometry.value} />;
}
