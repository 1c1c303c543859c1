import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { isPlayPhase } from "../viewmodel/clock.ts";
import { unreadCount } from "../panels/Messages.tsx";
import { nameOf, usePlay } from "../panels/state/playState.ts";
import { usePageTitle } from "./usePageTitle.ts";

/** Says each change of phase, and half a minute and ten seconds before its end, for those who do not see the clock. */
export function Announcer() {
  const play = usePlay();
  const text = useSignal("");
  const { phase, turn, deadline, settings } = play.view.value;
  const whole = isPlayPhase(phase) ? settings.seconds[phase] : 0;
  useEffect(() => {
    if (isPlayPhase(phase)) text.value = t(`play.announce.${phase}`, { turn });
  }, [phase, turn]);
  const left = deadline === null ? null : Math.ceil((deadline - play.now.value) / 1000);
  useEffect(() => {
    // At the start of a short phase the phase itself is the news.
    if ((left === 30 || left === 10) && left < whole / 2) text.value = t("play.announce.left", { seconds: left });
  }, [left]);
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {text.value}
    </p>
  );
}

/** What the browser's tab says: the phase, and messages waiting, for those who look at another page meanwhile. */
export function TabTitle() {
  const play = usePlay();
  const { phase, turn } = play.view.value;
  const title = t("play.pageTitle", {
    phase: isPlayPhase(phase) ? t(`play.phase.${phase}`) : "",
    turn,
    country: play.me.value === null ? t("play.observer.name") : nameOf(play.board, play.me.value),
  });
  const unread = unreadCount(play);
  usePageTitle(unread > 0 ? t("play.pageTitleUnread", { unread, title }) : title);
  return null;
}
