import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import type { Scenario } from "#shared/model/scenario.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Entry } from "#shared/protocol/messages.ts";
import { createBoard } from "#shared/rules/index.ts";
import type { MapGeometry } from "../map/geometry/types.ts";
import type { Connection } from "../net/connection.ts";
import { Table } from "./Table.tsx";

interface Props {
  readonly connection: Connection;
  readonly entry: Entry;
  readonly view: PlayerView;
  readonly scenario: Scenario;
  readonly geometry: MapGeometry;
}

/** The table with the board that this match's settings make of its scenario. */
export function TableStage({ connection, entry, view, scenario, geometry }: Props): VNode {
  const { modules, parameters } = view.settings;
  const board = useMemo(() => createBoard(scenario, { modules, parameters }), [scenario]);
  return <Table board={board} connection={connection} mapGeometry={geometry} entry={entry} />;
}
