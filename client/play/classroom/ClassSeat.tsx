import type { ReadonlySignal } from "@preact/signals";
import { useComputed, useSignalEffect } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { StudentView } from "#shared/model/classView.ts";
import type { ClassEntry } from "#shared/protocol/classMessages.ts";
import { t } from "../../i18n/t.ts";
import type { StudentConnection } from "../../net/classConnection.ts";
import { connect } from "../../net/connect.ts";
import type { Seats } from "../../net/seats.ts";
import type { Shelf } from "../../net/storage.ts";
import { ClassContext, type ClassLine } from "../../panels/state/classLine.ts";
import { Waiting } from "../lobby/Waiting.tsx";
import { Refused, Retrying, Superseded } from "../lost.tsx";
import { Between, Removed, WaitingToBeLetIn } from "./apart.tsx";
import { ClassTable } from "./ClassTable.tsx";
import { Gathering } from "./Gathering.tsx";
import { classPage } from "./model/classPage.ts";
import "./classroom.css";

interface Props {
  readonly entry: ClassEntry;
  readonly seats: Pick<Seats, "keep">;
  readonly shelf: Shelf;
  /** The seat is gone for good. */
  readonly onLost: () => void;
}

/** Everything a student in a class sees, from the door to the debrief and the next session, on one line. */
export function ClassSeat({ entry, seats, shelf, onLost }: Props): VNode {
  const connection = useMemo(() => connect(entry), [entry]);
  useEffect(() => connection.close, [connection]);
  // Name and country may change; what the browser keeps should tell them.
  useSignalEffect(() => {
    const now = connection.classroom.value;
    if (now) seats.keep({ ...entry, name: now.you.name, country: now.session?.country ?? null }, Date.now());
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
          <ClassPages connection={connection} entry={entry} shelf={shelf} />
        </>
      );
  }
}

interface PagesProps {
  readonly connection: StudentConnection;
  readonly entry: ClassEntry;
  readonly shelf: Shelf;
}

export function ClassPages({ connection, entry, shelf }: PagesProps): VNode {
  const classroom = connection.classroom.value;
  if (!classroom) return <Waiting text={t("classroom.loading")} />;
  return <InClass connection={connection} entry={entry} shelf={shelf} first={classroom} />;
}

function InClass({ connection, entry, shelf, first }: PagesProps & { readonly first: StudentView }): VNode {
  const view: ReadonlySignal<StudentView> = useComputed(() => connection.classroom.value ?? first);
  const line = useMemo((): ClassLine => ({ view, send: connection.sendClass }), [connection, view]);
  const page = classPage(view.value, connection.view.value);
  return <ClassContext.Provider value={line}>{pageOf()}</ClassContext.Provider>;

  function pageOf(): VNode {
    switch (page.kind) {
      case "connecting":
        return <Waiting text={t("classroom.loading")} />;
      case "waiting":
        return <WaitingToBeLetIn classroom={view.value} rejoin={entry.rejoin} />;
      case "removed":
        return <Removed classroom={view.value} />;
      case "between":
        return <Between line={line} rejoin={entry.rejoin} shelf={shelf} />;
      case "gathering":
        return <Gathering line={line} session={page.session} rejoin={entry.rejoin} shelf={shelf} />;
      case "table":
        return <ClassTable connection={connection} line={line} view={page.view} rejoin={entry.rejoin} shelf={shelf} />;
    }
  }
}
