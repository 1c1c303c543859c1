import type { StudentSession, StudentView } from "#shared/model/classView.ts";
import type { PlayerView } from "#shared/model/view.ts";

/** Which page a student is on: follows from the class and the table alone, so that any change of either leads to the right one. */
export type ClassPage =
  | { readonly kind: "connecting" | "waiting" | "removed" | "between" }
  /** Before play, or placed at a table whose match is still to come. */
  | { readonly kind: "gathering"; readonly session: StudentSession }
  | { readonly kind: "table"; readonly session: StudentSession; readonly view: PlayerView };

export function classPage(classroom: StudentView | null, view: PlayerView | null): ClassPage {
  if (classroom === null) return { kind: "connecting" };
  const { you, session } = classroom;
  if (you.state !== "in") return { kind: you.state };
  if (session === null) return { kind: "between" };
  // The line may still hold the table one has just been moved from.
  const mine = view !== null && view.match === session.match ? view : null;
  if (mine && session.state !== "gathering") return { kind: "table", session, view: mine };
  if (session.state === "over") return { kind: "between" };
  return { kind: "gathering", session };
}
