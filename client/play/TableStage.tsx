import type { ComponentChildren, VNode } from "preact";
import type { Board } from "#shared/model/world.ts";
import type { Entry } from "#shared/protocol/messages.ts";
import type { MapGeometry } from "../map/geometry/types.ts";
import type { Connection } from "../net/connection.ts";
import { Table } from "./Table.tsx";

interface Props {
  readonly connection: Connection;
  readonly entry: Entry | null;
  readonly board: Board;
  readonly geometry: MapGeometry;
  /** Of a class. */
  readonly strip?: ComponentChildren;
}

/** The table with the match's board and the map drawn for it: what the lobby does not need, in a chunk of its own. */
export const TableStage = ({ connection, entry, board, geometry, strip }: Props): VNode => (
  <Table board={board} connection={connection} mapGeometry={geometry} entry={entry} strip={strip} />
);
