import type { VNode } from "preact";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import type { MapGeometry } from "#client/map/geometry/types.ts";
import { mapModelOf, type MapModel } from "#client/map/mapModel.ts";
import { mapSightAt, mapSightOf, type MapSight } from "#client/map/mapSight.ts";
import type { MapHandle } from "#client/map/mountMap.ts";
import { t } from "../i18n/t.ts";
import { openingWorld } from "../viewmodel/opening.ts";
import { currentTheme, onThemeChange } from "../theme/theme.ts";

interface Props {
  readonly board: Board;
  readonly view: PlayerView;
  readonly geometry: MapGeometry;
  /** 0 = before the first turn. */
  readonly turn: number;
  /** Through whose eyes threat is drawn. */
  readonly observer: number;
}

/** The same map as in play, at a turn gone by, as the chosen country saw it. */
export function ReplayMap({ board, view, geometry, turn, observer }: Props): VNode {
  const box = useRef<HTMLDivElement>(null);
  const handle = useRef<MapHandle | null>(null);
  const failed = useSignal(false);
  const ready = useSignal(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    let closed = false;
    const stopWatching = onThemeChange((theme) => handle.current?.setTheme(theme));
    mountReplay(element, geometry).then(
      (map) => {
        if (closed) return map.destroy();
        handle.current = map;
        ready.value = true;
        return undefined;
      },
      () => {
        failed.value = true;
      },
    );
    return () => {
      closed = true;
      stopWatching();
      handle.current?.destroy();
      handle.current = null;
    };
  }, [geometry]);
  useEffect(() => {
    handle.current?.show(modelAt(board, view, turn, observer));
  }, [ready.value, turn, observer]);
  return (
    <div class="replay-map">
      <div ref={box} class="replay-canvas" role="img" aria-label={t("end.replay.title")} />
      {!ready.value && <p class="small replay-state">{t(failed.value ? "end.replay.noMap" : "end.loadingMap")}</p>}
    </div>
  );
}

async function mountReplay(element: HTMLElement, geometry: MapGeometry): Promise<MapHandle> {
  const { mountMap } = await import("#client/map/mountMap.ts");
  const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return mountMap(element, {
    geometry,
    theme: currentTheme(),
    reducedMotion,
    words: { you: t("play.map.you") },
    onSelect: () => undefined,
  });
}

function modelAt(board: Board, view: PlayerView, turn: number, observer: number): MapModel {
  const opening = openingWorld(board);
  const sight: MapSight = mapSightAt(board, view, turn) ?? {
    ...mapSightOf(board, view),
    holders: opening.holders,
    threat: opening.threat,
    before: null,
    alignments: opening.alignments,
    earlier: [],
    treaties: opening.treaties,
    battles: [],
    signs: [],
    exile: board.ids.map(() => false),
    draft: null,
  };
  return mapModelOf(board, { ...sight, you: observer, before: turn === 1 ? opening.threat : sight.before }, "owner");
}
