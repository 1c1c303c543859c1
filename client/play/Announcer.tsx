import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { isPlayPhase } from "../viewmodel/clock.ts";
import { unreadCount } from "../panels/Messages.tsx";
import { nameOf, usePlay, type Play } from "../panels/state/playState.ts";
import { ultimataSeenBy } from "../viewmodel/ultimata.ts";
import { usePageTitle } from "./usePageTitle.ts";

/** Says each change of phase, and half a minute and ten seconds before its end, for those who do not see the clock. */
export function Announcer() {
  const play = usePlay();
  const text = useSignal("");
  const { phase, turn, deadline, settings } = play.view.value;
  const whole = isPlayPhase(phase) ? settings.seconds[phase] : 0;
  useEffect(() => {
    if (isPlayPhase(phase)) text.value = [t(`play.announce.${phase}`, { turn }), ...waiting(play)].join(" ");
  }, [phase, turn]);
  const paused = play.view.value.hosted?.pause ?? null;
  const was = useRef(paused !== null);
  useEffect(() => {
    // A freeze says so itself.
    if (paused && !paused.frozen) text.value = t("classroom.pause.announce");
    else if (!paused && was.current) text.value = t("classroom.pause.resumed");
    was.current = paused !== null;
  }, [paused !== null]);
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

/** An ultimatum is news that must not be missed: said when the turn opens, and again when orders are due. */
function waiting(play: Play): readonly string[] {
  const { phase, world } = play.view.value;
  const { toMe } = ultimataSeenBy(world, play.me.value);
  const due = (phase === "dispatches" || phase === "orders") && toMe.length > 0;
  return due ? [t("statecraft.answer.waits", { count: toMe.length })] : [];
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
