import type { VNode } from "preact";
import { t } from "../i18n/t.ts";
import { newsIn } from "../viewmodel/hosted.ts";
import { freshNotice } from "./model/notices.ts";
import { useScreen } from "./state/screenState.ts";

/** What the instructor said to the class, or announced at the table on the screen. */
export function NoticeBar(): VNode | null {
  const screen = useScreen();
  const now = screen.now.value;
  const table = screen.table.value?.play.view.value;
  const news = (table ? newsIn(table) : []).flatMap(({ seq, at, act }) =>
    act.to === null ? [{ seq, at, to: null, text: act.text }] : [],
  );
  const said = [...screen.view.value.notices, ...news].sort((a, b) => a.at - b.at);
  const text = freshNotice(said, now);
  if (text === null) return null;
  return (
    <p class="screen-notice" role="status">
      <span class="screen-notice-from">{t("screen.notice")}</span> {text}
    </p>
  );
}
