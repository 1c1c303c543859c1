import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { t } from "../i18n/t.ts";
import type { AnyEntry, Seats } from "../net/seats.ts";
import type { Shelf } from "../net/storage.ts";
import type { PathCode } from "./codeInPath.ts";
import { ClassPart } from "./ClassPart.tsx";
import { JoinPage } from "./lobby/JoinPage.tsx";
import { HomeLink, Notice } from "./lobby/Notice.tsx";
import { SeatedPage } from "./SeatedPage.tsx";

interface Props {
  readonly code: PathCode;
  readonly seats: Seats;
  readonly shelf: Shelf;
}

/** `/play/CODE`: to the seat this browser holds, else to sitting down. */
export function PlayPage({ code, seats, shelf }: Props): VNode {
  const [entry, setEntry] = useState<AnyEntry | null>(code.ok ? seats.of(code.code) : null);
  if (!code.ok) {
    return (
      <Notice title={t("net.noCode.title")} text={t("net.noCode.text", { code: code.found })}>
        <HomeLink />
      </Notice>
    );
  }
  const seated = (taken: AnyEntry): void => {
    seats.keep(taken, Date.now());
    setEntry(taken);
  };
  const leave = (): void => {
    seats.forget(code.code);
    setEntry(null);
  };
  if (!entry) return <JoinPage code={code.code} shelf={shelf} onSeated={seated} />;
  if (entry.kind === "class") return <ClassPart key={entry.token} entry={entry} {...{ seats, shelf }} onLost={leave} />;
  return <SeatedPage key={entry.token} entry={entry} seats={seats} onLost={leave} />;
}
