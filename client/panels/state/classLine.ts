import type { ReadonlySignal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { StudentView } from "#shared/model/classView.ts";
import type { StudentConnection } from "../../net/classConnection.ts";

/** The class a table belongs to, for panels that show something of it. */
export interface ClassLine {
  readonly view: ReadonlySignal<StudentView>;
  readonly send: StudentConnection["sendClass"];
}

export const ClassContext = createContext<ClassLine | null>(null);

/** Null at a table of friends. */
export const useClass = (): ClassLine | null => useContext(ClassContext);
