import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { MapGeometry } from "#client/map/geometry/types.ts";
import type { MapHandle } from "#client/map/mountMap.ts";
import { t } from "../i18n/t.ts";
import { LayerChoice } from "../panels/Legend.tsx";
import { openSheet, usePlay } from "../panels/state/playState.ts";
import { followPlay, mountLiveMap } from "./liveMap.ts";

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
    mountLiveMap(play, element, { geometry }).then(
      (mounted) => {
        if (mounted === "older") {
          state.value = "older";
          return undefined;
        }
        if (stop.signal.aborted) return mounted.destroy();
        map.value = mounted;
        state.value = "shown";
        followPlay(play, mounted, stop.signal);
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
