import type { ComponentChildren, VNode } from "preact";
import { useState } from "preact/hooks";
import type { CountryId } from "#shared/model/ids.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { t } from "../../i18n/t.ts";
import type { Shelf } from "../../net/storage.ts";
import { Dialog } from "../../panels/Dialog.tsx";
import type { ClassLine } from "../../panels/state/classLine.ts";
import { spacedCode } from "./RejoinCard.tsx";
import { HelpCall } from "./HelpCall.tsx";
import { heardFrom, unseen } from "./model/heard.ts";
import { NoticeList, Toasts } from "./Notices.tsx";
import { PollCard } from "./PollCard.tsx";
import { Told } from "./Told.tsx";

interface Props {
  readonly line: ClassLine;
  /** The match one sits at, for what the instructor said there; null = none yet. */
  readonly table: PlayerView | null;
  readonly rejoin: string;
  readonly shelf: Shelf;
  readonly nameOf: (country: CountryId) => string;
  /** What is shown besides: a spotlight, the end of the session. */
  readonly children?: ComponentChildren;
}

/** The class in one line, on every page of it: who one is, a hand to put up, what the instructor said and asks. */
export function ClassStrip({ line, table, rejoin, shelf, nameOf, children }: Props): VNode {
  const [open, setOpen] = useState(false);
  const { class: id, you, session, lead, notices } = line.view.value;
  const key = `heard.${id}`;
  const kept = shelf.read(key);
  const [seenUntil, setSeenUntil] = useState(typeof kept === "number" ? kept : 0);
  const heard = heardFrom({ notices }, table);
  const fresh = unseen(heard, seenUntil);
  const seen = (): void => {
    const latest = heard[0]?.at ?? 0;
    shelf.write(key, latest);
    setSeenUntil(latest);
  };
  const place = session?.table ?? null;
  const mates = (session?.team ?? []).filter(({ member }) => member !== you.member).map(({ name }) => name);
  return (
    <aside class="class-strip" aria-label={t("classroom.bar.title")}>
      <div class="class-bar">
        <span class="class-who small">
          {place === null
            ? you.name
            : t(mates.length === 0 ? "classroom.bar.who" : "classroom.bar.whoWith", {
                name: you.name,
                mates: mates.join(", "),
                table: place,
              })}
        </span>
        <button
          type="button"
          class="button"
          onClick={() => {
            seen();
            setOpen(true);
          }}
        >
          {t("classroom.bar.notices")}
          {fresh.length > 0 && (
            <span class="badge num">
              {fresh.length}
              <span class="visually-hidden"> {t("classroom.bar.noticesCount", { count: fresh.length })}</span>
            </span>
          )}
        </button>
        <HelpCall line={line} />
      </div>
      <Toasts heard={fresh} onSeen={seen} />
      {children}
      {lead?.kind === "poll" && <PollCard key={lead.poll.id} line={line} poll={lead.poll} nameOf={nameOf} />}
      {open && (
        <Dialog title={t("classroom.bar.title")} onClose={() => setOpen(false)}>
          <p class="lead">{t("classroom.bar.rejoin", { code: spacedCode(rejoin) })}</p>
          <p class="note">{t("classroom.gather.rejoinText")}</p>
          <h3 class="h3">{t("classroom.bar.notices")}</h3>
          <NoticeList heard={heard} />
          <Told told={line.view.value.told} />
        </Dialog>
      )}
    </aside>
  );
}
