import type { VNode } from "preact";
import type { ClassEntry, ClassSummary } from "#shared/protocol/classMessages.ts";
import { t } from "../i18n/t.ts";
import type { AnyEntry, Seats } from "../net/seats.ts";
import type { Shelf } from "../net/storage.ts";
import { Waiting } from "./lobby/Waiting.tsx";
import { LoadFailed } from "./lost.tsx";
import { fetchClassSeat, fetchJoinClass } from "./prefetchTable.ts";
import { useLoaded } from "./useLoaded.ts";

interface PartProps {
  readonly entry: ClassEntry;
  readonly seats: Seats;
  readonly shelf: Shelf;
  readonly onLost: () => void;
}

/** A student's pages in a class, fetched when there is a class. */
export function ClassPart(props: PartProps): VNode {
  const pages = useLoaded("class", fetchClassSeat);
  if (pages.failure) return <LoadFailed text={pages.failure.text} onAgain={pages.again} />;
  if (!pages.value) return <Waiting text={t("classroom.loading")} />;
  const { ClassSeat } = pages.value;
  return <ClassSeat {...props} />;
}

interface DoorProps {
  readonly summary: ClassSummary;
  readonly shelf: Shelf;
  readonly onSeated: (entry: AnyEntry) => void;
  /** Asks again how the class stands. */
  readonly onAgain: () => void;
}

export function ClassDoor(props: DoorProps): VNode {
  const pages = useLoaded("class", fetchJoinClass);
  if (pages.failure) return <LoadFailed text={pages.failure.text} onAgain={pages.again} />;
  if (!pages.value) return <Waiting />;
  const { JoinClass } = pages.value;
  return <JoinClass {...props} />;
}
