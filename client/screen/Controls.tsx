import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { soundIsOn, toggleFull, toggleSound, toggleTheme } from "./state/hooks.ts";
import { useScreen } from "./state/screenState.ts";

/** Seen when the pointer or the focus is there: the room needs none of it. */
export function Controls(): VNode {
  const screen = useScreen();
  const full = useFull();
  const sound = soundIsOn(screen);
  return (
    <div class="screen-controls" role="group" aria-label={t("screen.controls.title")}>
      <button type="button" onClick={toggleFull}>
        {t(full ? "screen.controls.leaveFull" : "screen.controls.full")}
      </button>
      <button type="button" aria-pressed={sound} onClick={() => toggleSound(screen)}>
        {t(sound ? "screen.controls.soundOff" : "screen.controls.soundOn")}
      </button>
      <button type="button" onClick={toggleTheme}>
        {t("screen.controls.theme")}
      </button>
    </div>
  );
}

function useFull(): boolean {
  const [full, setFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const follow = (): void => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", follow);
    return () => document.removeEventListener("fullscreenchange", follow);
  }, []);
  return full;
}
