import type { VNode } from "preact";
import type { PlayerView } from "#shared/model/view.ts";
import { t } from "../../i18n/t.ts";
import type { StudentConnection } from "../../net/classConnection.ts";
import type { Shelf } from "../../net/storage.ts";
import type { ClassLine } from "../../panels/state/classLine.ts";
import { Waiting } from "../lobby/Waiting.tsx";
import { LoadFailed } from "../lost.tsx";
import { fetchTable, readGeometry } from "../prefetchTable.ts";
import { useLoaded } from "../useLoaded.ts";
import { Freeze } from "./Freeze.tsx";
import { TableStrip } from "./TableStrip.tsx";

interface Props {
  readonly connection: StudentConnection;
  readonly line: ClassLine;
  readonly view: PlayerView;
  readonly rejoin: string;
  readonly shelf: Shelf;
}

/** The table of a match as anywhere, with the class around it. Another match, or another country, is another table. */
export function ClassTable({ connection, line, view, rejoin, shelf }: Props): VNode {
  const id = view.settings.scenario;
  const table = useLoaded(id, fetchTable);
  const geometry = useLoaded(id, readGeometry);
  const failed = [table, geometry].find((part) => part.failure !== null);
  if (failed) return <LoadFailed text={failed.failure?.text ?? ""} onAgain={failed.again} />;
  const board = connection.board.value;
  if (!board || !table.value || !geometry.value) return <Waiting text={t("lobby.loadingTable")} />;
  const { TableStage } = table.value;
  return (
    <>
      <TableStage
        key={`${view.match} ${view.you ?? ""}`}
        connection={connection}
        entry={null}
        board={board}
        geometry={geometry.value}
        strip={<TableStrip line={line} board={board} connection={connection} rejoin={rejoin} shelf={shelf} />}
      />
      <Freeze view={view} />
    </>
  );
}
