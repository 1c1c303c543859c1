import type { VNode } from "preact";
import { t } from "../i18n/t.ts";
import { Controls } from "./Controls.tsx";
import { JoinPlate } from "./JoinPlate.tsx";
import { TableScreen } from "./TableScreen.tsx";
import { NoticeBar } from "./NoticeBar.tsx";
import { PollPlate } from "./PollPlate.tsx";
import { frozenWords } from "./model/frozen.ts";
import { useScreen } from "./state/screenState.ts";

/** What fills the screen: an invitation, a table, a vote, the instructor's words, or thanks. */
export function Room(): VNode {
  const screen = useScreen();
  const view = screen.view.value;
  const frozen = frozenWords(view.tables);
  if (frozen !== null) {
    return (
      <main class="screen">
        <div class="screen-plate" role="alert">
          <p class="screen-words">{frozen === "" ? t("screen.frozen") : frozen}</p>
        </div>
      </main>
    );
  }
  return (
    <div class="screen">
      <Scene />
      <NoticeBar />
      <Controls />
    </div>
  );
}

function Scene(): VNode {
  const screen = useScreen();
  const { session, lead, tables } = screen.view.value;
  if (lead?.kind === "poll") return <PollPlate poll={lead.poll} />;
  if (session === null || session.state === "gathering") return <JoinPlate />;
  const over = session.state === "over" || (tables.length > 0 && tables.every(({ phase }) => phase === "ended"));
  if (over) {
    return (
      <main class="screen-plate">
        <h1 class="screen-words">{t("screen.over.title")}</h1>
        <p class="screen-after">{t("screen.over.text")}</p>
      </main>
    );
  }
  const table = screen.table.value;
  if (table === null) {
    return (
      <p class="screen-wait" role="status">
        {t("screen.loading")}
      </p>
    );
  }
  return <TableScreen table={table} />;
}
