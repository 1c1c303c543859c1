import type { ReadonlySignal } from "@preact/signals";
import type { HostView, ScreenView, StudentView, TableDetail } from "#shared/model/classView.ts";
import type { MatchId } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import type { ClassMessage, ClassMessageName, ClassReply } from "#shared/protocol/classMessages.ts";
import type { Connection, ConnectionStatus, DeepReadonly } from "./connection.ts";

/** One table as anyone in the room may see it. */
export interface WatchedTable {
  readonly match: MatchId;
  readonly view: PlayerView;
  readonly board: Board;
}

type SendClass = <N extends ClassMessageName>(name: N, body: DeepReadonly<ClassMessage<N>>) => Promise<ClassReply>;

/** The line of an instructor or a projector to a class. Safe to take apart. */
export interface ClassConnection<View extends HostView | ScreenView> {
  readonly view: ReadonlySignal<View | null>;
  /** Observer's views of the tables, by match; a table appears with its first view. */
  readonly tables: ReadonlySignal<ReadonlyMap<MatchId, WatchedTable>>;
  readonly detail: ReadonlySignal<TableDetail | null>;
  readonly status: ReadonlySignal<ConnectionStatus>;
  readonly refusal: ReadonlySignal<Refusal | null>;
  readonly now: () => number;
  readonly send: SendClass;
  readonly wake: () => void;
  readonly close: () => void;
}
export type HostConnection = ClassConnection<HostView>;
export type ScreenConnection = ClassConnection<ScreenView>;

/** A student's line: the class, and the table they sit at once they do (`view` null until then, and anew when moved). */
export interface StudentConnection extends Connection {
  readonly classroom: ReadonlySignal<StudentView | null>;
  readonly sendClass: SendClass;
}
