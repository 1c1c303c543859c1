import type { VNode } from "preact";
import { useSignal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../i18n/t.ts";

interface Props {
  readonly turn: Signal<number>;
  readonly turns: number;
}

/** Time each turn stays while the replay plays by itself. */
const PAUSE_MS = 1800;

/** Moves the whole page through the match: play, or drag, or arrow keys. 0 = before the first turn. */
export function Scrubber({ turn, turns }: Props): VNode {
  const playing = useSignal(false);
  useEffect(() => {
    if (!playing.value) return;
    const timer = setInterval(() => {
      if (turn.peek() >= turns) playing.value = false;
      else turn.value += 1;
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, [playing.value]);
  const toggle = (): void => {
    if (!playing.value && turn.value >= turns) turn.value = 0;
    playing.value = !playing.value;
  };
  return (
    <div class="scrubber">
      <button
        type="button"
        class="button scrubber-play"
        aria-label={t(playing.value ? "end.replay.pause" : "end.replay.play")}
        onClick={toggle}
      >
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          {playing.value ? (
            <path d="M2 1h4v12H2zM8 1h4v12H8z" fill="currentColor" />
          ) : (
            <path d="M2 1 13 7 2 13z" fill="currentColor" />
          )}
        </svg>
      </button>
      <div class="scrubber-track">
        <input
          type="range"
          min={0}
          max={turns}
          step={1}
          value={turn.value}
          aria-label={t("end.replay.turn")}
          aria-valuetext={turn.value === 0 ? t("end.replay.before") : t("end.choices.turn", { turn: turn.value })}
          onInput={(event) => (turn.value = Number(event.currentTarget.value))}
        />
        <div class="scrubber-ticks num" aria-hidden="true">
          {Array.from({ length: turns + 1 }, (_, at) => (
            <span key={at} class={at === turn.value ? "now" : undefined}>
              {at === 0 ? t("end.replay.start") : at}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
