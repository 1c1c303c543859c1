import { effect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { soundIsOn } from "./hooks.ts";
import type { Screen } from "./screenState.ts";

/** Seconds, hertz and loudness (of 1): one soft stroke, heard at the back and over at once. */
const LENGTH = 0.6;
const PITCH = 523.25;
const LOUD = 0.25;

/** One short tone when the table on the screen goes on to another phase; none when the screen goes on to another table. */
export function useTone(screen: Screen): void {
  useEffect(() => {
    let context: AudioContext | null = null;
    // Browsers let a page sound only after somebody has touched it.
    const allow = (): void => {
      if (typeof AudioContext === "undefined" || !soundIsOn(screen)) return;
      context ??= new AudioContext();
      void context.resume().catch(() => undefined);
    };
    let before: { readonly match: string; readonly phase: string } | null = null;
    const stopWatching = effect(() => {
      const view = screen.table.value?.play.view.value;
      if (!view) return;
      const { match, phase } = view;
      const changed = before?.match === match && before.phase !== phase;
      before = { match, phase };
      if (changed && soundIsOn(screen) && context?.state === "running") strike(context);
    });
    const stop = new AbortController();
    window.addEventListener("pointerup", allow, { signal: stop.signal });
    window.addEventListener("keyup", allow, { signal: stop.signal });
    return () => {
      stop.abort();
      stopWatching();
      void context?.close();
    };
  }, [screen]);
}

function strike(context: AudioContext): void {
  const [tone, loudness] = [context.createOscillator(), context.createGain()];
  const from = context.currentTime;
  tone.frequency.value = PITCH;
  loudness.gain.setValueAtTime(0.0001, from);
  loudness.gain.exponentialRampToValueAtTime(LOUD, from + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, from + LENGTH);
  tone.connect(loudness).connect(context.destination);
  tone.start(from);
  tone.stop(from + LENGTH);
}
