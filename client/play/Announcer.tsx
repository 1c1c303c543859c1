import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { isPlayPhase } from "../viewmodel/clock.ts";
import { usePlay } from "../panels/state/playState.ts";

/** Says each change of phase, and half a minute and ten seconds before its end, for those who do not see the clock. */
export function Announcer() {
  const play = usePlay();
  const text = useSignal("");
  const { phase, turn, deadline } = play.view.value;
  useEffect(() => {
    if (isPlayPhase(phase)) text.value = t(`play.announce.${phase}`, { turn });
  }, [phase, turn]);
  const left = deadline === null ? null : Math.ceil((deadline - play.now.value) / 1000);
  useEffect(() => {
    if (left === 30 || left === 10) text.value = t("play.announce.left", { seconds: left });
  }, [left]);
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {text.value}
    </p>
  );
}
