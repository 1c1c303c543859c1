import { useEffect } from "preact/hooks";
import { revealStages } from "../../viewmodel/events.ts";
import { chooseTheme, currentTheme } from "../../theme/theme.ts";
import { deadlineSeen } from "../../viewmodel/hosted.ts";
import { stepTime } from "../model/rotation.ts";
import type { Play } from "../../panels/state/playState.ts";
import type { Screen } from "./screenState.ts";

/** Lets clocks change once a second, just after the server's second turns. */
export function useSecondHand(screen: Screen): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      const now = screen.connection.now();
      screen.now.value = now;
      timer = setTimeout(tick, 1000 - (now % 1000) + 5);
    };
    tick();
    return () => clearTimeout(timer);
  }, [screen]);
}

/** Tells a turn step by step while its table is on the screen; a pause holds it. */
export function useTelling(screen: Screen, play: Play): void {
  const view = play.view.value;
  const end = revealStages(view.history.at(-1)?.events ?? []).length - 1;
  const at = Math.min(play.revealStep.value, end);
  const goesOn = view.phase === "reveal" && view.history.length > 0 && !view.hosted?.pause && at < end;
  useEffect(() => {
    if (!goesOn) return undefined;
    const now = screen.connection.now();
    const deadline = deadlineSeen(view, now);
    const wait = stepTime(deadline === null ? null : deadline - now, end - at + 1);
    const timer = setTimeout(() => (play.revealStep.value = at + 1), wait);
    return () => clearTimeout(timer);
  }, [play, goesOn, at, end]);
}

/** F full screen, S sound, T theme. */
export function useKeys(screen: Screen): void {
  useEffect(() => {
    const stop = new AbortController();
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const key = event.key.toLowerCase();
      if (key === "f") toggleFull();
      else if (key === "s") toggleSound(screen);
      else if (key === "t") toggleTheme();
    };
    window.addEventListener("keydown", press, { signal: stop.signal });
    return () => stop.abort();
  }, [screen]);
}

/** Browsers that refuse, or know no full screen, leave the page as it is. */
export function toggleFull(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  done?.catch(() => undefined);
}

export const soundIsOn = ({ sound, view }: Screen): boolean => sound.value ?? view.value.showing.sound;

export const toggleSound = (screen: Screen): void => void (screen.sound.value = !soundIsOn(screen));

export const toggleTheme = (): void => chooseTheme(currentTheme() === "dark" ? "light" : "dark");
