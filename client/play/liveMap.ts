import { effect } from "@preact/signals";
import type { MapGeometry } from "#client/map/geometry/types.ts";
import type { MapHandle } from "#client/map/mountMap.ts";
import { t } from "../i18n/t.ts";
import { mapModelNow, revealNow } from "../panels/state/mapNow.ts";
import type { Play } from "../panels/state/playState.ts";
import { currentTheme, onThemeChange } from "../theme/theme.ts";
import { drawnFor, fetchGeometry } from "./geometry.ts";

const stillQuery = (): MediaQueryList => window.matchMedia("(prefers-reduced-motion: reduce)");

export interface LiveMapOptions {
  /** Fetched when it is not given. */
  readonly geometry: MapGeometry | undefined;
  /** Multiplies widths and letters: 1 at a desk, 1.5 on a projector. */
  readonly unit?: number;
}

/**
 * Fetches drawing code and geometry side by side, and mounts. Rejects when either is missing or nothing can be drawn on;
 * "older" when the map was drawn for another edition of the scenario and would show the wrong land.
 */
export async function mountLiveMap(
  play: Play,
  element: HTMLElement,
  { geometry: given, unit = 1 }: LiveMapOptions,
): Promise<MapHandle | "older"> {
  const [{ mountMap }, geometry] = await Promise.all([
    import("#client/map/mountMap.ts"),
    given ?? fetchGeometry(play.board.scenario.id),
  ]);
  if (!drawnFor(geometry, play.board)) return "older";
  return mountMap(element, {
    geometry,
    theme: currentTheme(),
    reducedMotion: stillQuery().matches,
    words: { you: t("play.map.you") },
    onSelect: (country) => (play.selected.value = country),
    unit,
  });
}

/** Keeps the map in step with the match, the draft, the reveal, the theme and the wish for stillness, until aborted. */
export function followPlay(play: Play, map: MapHandle, signal: AbortSignal): void {
  let step = new AbortController();
  const stops = [
    effect(() => {
      const revealed = revealNow(play);
      step.abort();
      step = new AbortController();
      // The final screen takes over: nothing may start to move on a map that is about to go.
      if (play.view.value.phase === "ended") return;
      if (revealed) void map.playStep(revealed.step, revealed.reveal, step.signal);
      else map.show(mapModelNow(play));
    }),
    effect(() => map.select(play.selected.value)),
    onThemeChange(map.setTheme),
  ];
  stillQuery().addEventListener("change", (event) => map.setReducedMotion(event.matches), { signal });
  signal.addEventListener("abort", () => {
    step.abort();
    stops.forEach((stop) => stop());
  });
}
