import type { ComponentChildren, VNode } from "preact";
import type { StudentView } from "#shared/model/classView.ts";
import { t } from "../../i18n/t.ts";
import type { Shelf } from "../../net/storage.ts";
import type { ClassLine } from "../../panels/state/classLine.ts";
import { TopBar } from "../lobby/TopBar.tsx";
import { usePageTitle } from "../usePageTitle.ts";
import { ClassStrip } from "./ClassStrip.tsx";
import { ConceptCard } from "./ConceptCheck.tsx";
import { RejoinCard } from "./RejoinCard.tsx";

interface ApartProps {
  readonly classroom: StudentView;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A page of the class without a table. It changes by itself, so what changes is announced. */
const Apart = ({ classroom, title, children }: ApartProps): VNode => {
  usePageTitle(t("classroom.pageTitle", { page: title, class: classroom.className }));
  return (
    <main class="lobby-notice">
      <div role="status" class="apart-said">
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
};

export const WaitingToBeLetIn = ({
  classroom,
  rejoin,
}: {
  readonly classroom: StudentView;
  readonly rejoin: string;
}): VNode => (
  <div class="lobby-page">
    <TopBar place={classroom.className} />
    <Apart classroom={classroom} title={t("classroom.waiting.title")}>
      <p class="notice-text">{t("classroom.waiting.text", { name: classroom.you.name })}</p>
      <RejoinCard code={rejoin} />
    </Apart>
  </div>
);

export const Removed = ({ classroom }: { readonly classroom: StudentView }): VNode => (
  <div class="lobby-page">
    <TopBar place={classroom.className} />
    <Apart classroom={classroom} title={t("classroom.removed.title")}>
      <p class="notice-text">
        {classroom.you.reason.trim() === ""
          ? t("classroom.removed.noReason")
          : t("classroom.removed.reason", { reason: classroom.you.reason })}
      </p>
      <p>{t("classroom.removed.stay")}</p>
    </Apart>
  </div>
);

interface BetweenProps {
  readonly line: ClassLine;
  readonly rejoin: string;
  readonly shelf: Shelf;
}

/** No session is open, or the last is over and the own table not to be seen any more. */
export function Between({ line, rejoin, shelf }: BetweenProps): VNode {
  const classroom = line.view.value;
  return (
    <div class="lobby-page">
      <TopBar place={classroom.className} />
      <ClassStrip line={line} table={null} rejoin={rejoin} shelf={shelf} nameOf={(id) => id} />
      <Apart classroom={classroom} title={t("classroom.between.title")}>
        <p class="notice-text">
          {t(classroom.session?.state === "over" ? "classroom.between.over" : "classroom.between.text")}
        </p>
      </Apart>
      <div class="lobby-notice apart-more">
        <ConceptCard line={line} shelf={shelf} />
        <RejoinCard code={rejoin} />
      </div>
    </div>
  );
}
