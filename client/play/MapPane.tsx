import { effect, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { MapGeometry } from "#client/map/geometry/types.ts";
import type { MapHandle } from "#client/map/mountMap.ts";
import { t } from "../i18n/t.ts";
import { LayerChoice } from "../panels/Legend.tsx";
import { drawnFor, fetchGeometry } from "./geometry.ts";
import { mapModelNow, revealNow } from "../panels/state/mapNow.ts";
import { openSheet, usePlay, type Play } from "../panels/state/playState.ts";

const darkQuery = (): MediaQueryList => window.matchMedia("(prefers-color-scheme: dark)");
const stillQuery = (): MediaQueryList => window.matchMedia("(prefers-reduced-motion: reduce)");

function themeNow(): "light" | "dark" {
  const chosen = document.documentElement.getAttribute("data-theme");
  return chosen === "dark" || (chosen !== "light" && darkQuery().matches) ? "dark" : "light";
}

/** The map, its layers and its zoom. Phaser comes when it is needed; without it the table stays playable. */
export function MapPane({ geometry }: { readonly geometry: MapGeometry | undefined }) {
  const play = usePlay();
  const box = useRef<HTMLDivElement>(null);
  const state = useSignal<"loading" | "shown" | "failed" | "older">("loading");
  const map = useSignal<MapHandle | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const stop = new AbortController();
    mountWith(play, element, geometry).then(
      (mounted) => {
        if (mounted === "older") {
          state.value = "older";
          return undefined;
        }
        if (stop.signal.aborted) return mounted.destroy();
        map.value = mounted;
        state.value = "shown";
        follow(play, mounted, stop.signal);
      },
      (error: unknown) => {
        // The person is told below; this line is for whoever looks after the page.
        console.error(error);
        state.value = "failed";
      },
    );
    return () => {
      stop.abort();
      map.peek()?.destroy();
    };
  }, [play]);
  return (
    <div class="map-pane">
      <div
        ref={box}
        class="map-canvas"
        tabIndex={0}
        role="application"
        aria-label={t("play.map.label", { title: play.board.scenario.title })}
      />
      {state.value !== "shown" && <p class="map-state small">{t(`play.map.${state.value}`)}</p>}
      {/* There before the map is painted, so that no name is written under it. */}
      {state.value !== "failed" && geometry?.approximate && (
        <p class="map-note note" title={t("play.map.approximateMeans")}>
          {t("play.map.approximate")}
          <span> {t("play.map.approximateMeans")}</span>
        </p>
      )}
      <LayerChoice />
      <div class="map-zoom" role="group" aria-label={t("play.map.zoom")}>
        <button type="button" aria-label={t("play.map.zoomIn")} onClick={() => map.value?.zoomBy(1.4)}>
          +
        </button>
        <button type="button" aria-label={t("play.map.zoomOut")} onClick={() => map.value?.zoomBy(1 / 1.4)}>
          −
        </button>
      </div>
      <button type="button" class="button map-lens" onClick={() => openSheet(play, { kind: "legend" })}>
        {t("play.legend.open")}
      </button>
    </div>
  );
}

/**
 * Fetches drawing code and geometry side by side, and mounts. Rejects when either is missing or nothing can be drawn on;
 * "older" when the map was drawn for another edition of the scenario and would show the wrong land.
 */
async function mountWith(
  play: Play,
  element: HTMLElement,
  given: MapGeometry | undefined,
): Promise<MapHandle | "older"> {
  const [{ mountMap }, geometry] = await Promise.all([
    import("#client/map/mountMap.ts"),
    given ?? fetchGeometry(play.board.scenario.id),
  ]);
  if (!drawnFor(geometry, play.board)) return "older";
  return mountMap(element, {
    geometry,
    theme: themeNow(),
    reducedMotion: stillQuery().matches,
    words: { you: t("play.map.you") },
    onSelect: (country) => (play.selected.value = country),
  });
}

/** Keeps the map in step with the match, the draft, the reveal, the theme and the wish for stillness, until aborted. */
function follow(play: Play, map: MapHandle, signal: AbortSignal): void {
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
  ];
  const theme = (): void => map.setTheme(themeNow());
  window.addEventListener("themechange", theme, { signal });
  darkQuery().addEventListener("change", theme, { signal });
  stillQuery().addEventListener("change", (event) => map.setReducedMotion(event.matches), { signal });
  signal.addEventListener("abort", () => {
    step.abort();
    stops.forEach((stop) => stop());
  });
}
