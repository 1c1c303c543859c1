import { effect, useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { MapHandle } from "#client/map/mountMap.ts";
import { t } from "../i18n/t.ts";
import { indexOf, type Play } from "../panels/state/playState.ts";
import { followPlay, mountLiveMap } from "../play/liveMap.ts";
import { useScreen, type Screen } from "./state/screenState.ts";

/** Widths and letters of the map on a screen 1080 px high, as the picture has them. */
const UNIT = 1.5;
const unitNow = (): number => UNIT * Math.min(innerWidth / 1920, innerHeight / 1080);

/** The map of the table on the screen. Tables of one scenario share it, so that going on to the next is no more than a fade. */
export function ScreenMap({ play }: { readonly play: Play }): VNode {
  const screen = useScreen();
  const box = useRef<HTMLDivElement>(null);
  const map = useSignal<MapHandle | null>(null);
  const failed = useSignal<"failed" | "older" | null>(null);
  const { id, title } = play.board.scenario;
  const size = useSize();
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    let closed = false;
    failed.value = null;
    mountLiveMap(play, element, { geometry: undefined, unit: unitNow() }).then(
      (mounted) => {
        if (mounted === "older") return void (failed.value = "older");
        if (closed) return mounted.destroy();
        map.value = mounted;
        return undefined;
      },
      (error: unknown) => {
        // The room is told below; this line is for whoever looks after the page.
        console.error(error);
        if (!closed) failed.value = "failed";
      },
    );
    return () => {
      closed = true;
      map.peek()?.destroy();
      map.value = null;
    };
  }, [id, size]);
  useEffect(() => {
    const mounted = map.value;
    if (!mounted) return undefined;
    const stop = new AbortController();
    followPlay(play, mounted, stop.signal);
    const stopLead = followLead(screen, play, mounted);
    return () => {
      stopLead();
      stop.abort();
    };
  }, [play, map.value]);
  return (
    <main class="screen-map">
      <div ref={box} class="map-canvas" role="img" aria-label={t("screen.map", { title })} />
      {map.value === null && <p class="screen-map-state">{t(`play.map.${failed.value ?? "loading"}`)}</p>}
    </main>
  );
}

/** Frames the country that is spoken of. */
const followLead = (screen: Screen, play: Play, map: MapHandle): (() => void) =>
  effect(() => {
    const { lead } = screen.view.value;
    const country = lead === null || lead.kind === "poll" ? null : indexOf(play.board, lead.country);
    play.selected.value = country;
    map.frame(country);
  });

/** Changes when the window is another size than the one the map's letters were chosen for. */
function useSize(): number {
  const size = useSignal(unitNow());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const follow = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => (size.value = unitNow()), 300);
    };
    window.addEventListener("resize", follow);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("resize", follow);
    };
  }, []);
  return size.value;
}
