import type { Step } from "#shared/model/event.ts";
import type { CountryIndex, ProvinceIndex } from "#shared/model/ids.ts";
import { decodeMap } from "./geometry/decodeMap.ts";
import { nearestProvince, provinceAt } from "./geometry/hitTest.ts";
import type { Box, MapGeometry, MapShapes, Point } from "./geometry/types.ts";
import { listenToGestures } from "./gestures.ts";
import { loadPhaser } from "./loadPhaser.ts";
import type { MapModel } from "./mapModel.ts";
import { clampCamera, openingCamera, panBy, toMap, zoomAbout } from "./paint/camera.ts";
import type { Camera } from "./paint/camera.ts";
import { forgetWidths } from "./paint/text.ts";
import type { MapWords } from "./paint/plan.ts";
import type { Theme } from "./palette.ts";
import { painterOf } from "./painter.ts";
import type { Painter } from "./painter.ts";
import { playStep, type Reveal } from "./reveal.ts";
import { startStage } from "./stage.ts";

export interface MapOptions {
  readonly geometry: MapGeometry;
  readonly theme: Theme;
  readonly reducedMotion: boolean;
  readonly words: MapWords;
  /** Both null when sea or land not in play was tapped. */
  readonly onSelect: (country: CountryIndex | null, province: ProvinceIndex | null) => void;
  readonly onHover?: (country: CountryIndex | null) => void;
  /** Multiplies widths and letters: 1 at a desk, 1.5 on a projector. */
  readonly unit?: number;
  /** Use Phaser's Canvas renderer even where WebGL works. */
  readonly canvasOnly?: boolean;
}

export interface MapHandle {
  /** Shows a model: at once the first time, later fading where land or borders changed. */
  readonly show: (model: MapModel) => void;
  /** Outlines a country. */
  readonly select: (country: CountryIndex | null) => void;
  /** To be called once the page's own theme has changed. */
  readonly setTheme: (theme: Theme) => void;
  readonly setReducedMotion: (reduced: boolean) => void;
  /** Plays one step of a reveal and leaves the map as it stands after that step. */
  readonly playStep: (step: Step, reveal: Reveal, signal: AbortSignal) => Promise<void>;
  readonly zoomBy: (factor: number) => void;
  /** Brings a country nearer, into the middle; null = the opening view again. */
  readonly frame: (country: CountryIndex | null) => void;
  readonly reset: () => void;
  /** Frames drawn so far; does not grow while nothing moves. */
  readonly framesDrawn: () => number;
  readonly destroy: () => void;
}

/** On its way as soon as this module is there: whoever fetches the map's code ahead of time fetches Phaser with it. */
const early = loadPhaser();
early.catch(() => undefined);

/** So many countries a phone shows at once. */
const CROWDED = 6;
/** How much nearer a country is shown that is spoken of: its neighbours stay in sight. */
const FRAMED = 1.7;
/** How near a tap must come to a small country, px. */
const TAP_REACH = 10;

/** Puts the map into an element, which it fills and whose size it follows. Rejects if there is no canvas to draw on. */
export async function mountMap(element: HTMLElement, options: MapOptions): Promise<MapHandle> {
  const { geometry } = options;
  const shapes = decodeMap(geometry);
  const [phaser] = await Promise.all([early.catch(loadPhaser), fontsReady()]);
  const size = (): { width: number; height: number } => ({
    width: Math.max(1, element.clientWidth),
    height: Math.max(1, element.clientHeight),
  });
  // The painter exists only once the stage does; a lost context can only be restored after that.
  let painter: Painter | null = null;
  const stage = await startStage(phaser, {
    parent: element,
    ...size(),
    canvasOnly: options.canvasOnly ?? false,
    onRestored: () => painter?.repaint(),
  });
  stage.canvas.style.display = "block";
  element.style.touchAction = "none";
  element.style.cursor = "grab";
  stage.canvas.setAttribute("aria-hidden", "true");
  const crowded = geometry.countries.length > CROWDED;
  const fit = (home: Point | null): Camera =>
    clampCamera(openingCamera(geometry.frame, size(), { home, crowded }), geometry.frame, geometry.extent);
  const paint = painterOf({
    stage,
    shapes,
    element,
    theme: options.theme,
    reducedMotion: options.reducedMotion,
    words: options.words,
    covered: () => coveredBy(element),
    unit: options.unit ?? 1,
    camera: fit(null),
  });
  painter = paint;
  const look = (camera: Camera): void => paint.look(clampCamera(camera, geometry.frame, geometry.extent));
  const found = finder(shapes, paint);
  let opened = false;
  // Until a person has moved it, the view opens anew whenever its place changes size.
  let moved = false;
  const go = (camera: Camera): void => {
    moved = true;
    look(camera);
  };
  const opening = (): Camera => {
    const model = paint.model();
    return fit(model === null ? null : homeOf(geometry, model));
  };
  let hovered: CountryIndex | null = null;
  const stopGestures = listenToGestures(element, {
    onPan: (dx, dy) => go(panBy(paint.camera(), dx, dy)),
    onZoom: (factor, at) => go(zoomAbout(paint.camera(), factor, at)),
    onRest: () => paint.settle(),
    onTap: (at) => {
      const province = found(at, TAP_REACH);
      options.onSelect(province === null ? null : (paint.model()?.provinces[province]?.home ?? null), province);
    },
    onHover: (at) => {
      const province = at === null ? null : found(at, 0);
      const country = province === null ? null : (paint.model()?.provinces[province]?.home ?? null);
      if (country === hovered) return;
      hovered = country;
      element.style.cursor = country === null ? "grab" : "pointer";
      paint.hover(country);
      options.onHover?.(country);
    },
  });
  const refit = (): void =>
    paint.resize(moved ? clampCamera({ ...paint.camera(), ...size() }, geometry.frame, geometry.extent) : opening());
  const watch = new ResizeObserver(refit);
  watch.observe(element);
  const stopWatchingRatio = watchRatio(refit);
  const reset = (): void => {
    moved = false;
    look(opening());
    paint.settle();
  };
  return {
    show: (model) => {
      if (!opened) paint.resize(fit(homeOf(geometry, model)));
      opened = true;
      paint.show(model);
    },
    select: paint.select,
    setTheme: paint.setTheme,
    setReducedMotion: paint.setReducedMotion,
    playStep: (step, reveal, signal) => {
      if (!opened) paint.resize(fit(homeOf(geometry, reveal.after)));
      opened = true;
      return playStep(paint, { step, reveal, signal });
    },
    zoomBy: (factor) => {
      const camera = paint.camera();
      go(zoomAbout(camera, factor, [camera.width / 2, camera.height / 2]));
      paint.settle();
    },
    frame: (country) => {
      const place = country === null ? undefined : geometry.countries[country];
      if (!place) return reset();
      const whole = fit(null);
      go({ ...whole, x: place.label[0], y: place.label[1], scale: whole.scale * FRAMED });
      paint.settle();
    },
    reset,
    framesDrawn: stage.framesDrawn,
    destroy: () => {
      watch.disconnect();
      stopWatchingRatio();
      stopGestures();
      paint.destroy();
      stage.destroy();
    },
  };
}

/** px round a control. */
const CLEAR = 4;

/** Boxes of what the map's own parent lays over it: layer bar, zoom buttons. */
function coveredBy(element: HTMLElement): readonly Box[] {
  const { left, top } = element.getBoundingClientRect();
  const beside = [...(element.parentElement?.children ?? [])].filter((one) => one !== element);
  return beside
    .map((one) => one.getBoundingClientRect())
    .filter((box) => box.width > 0 && box.height > 0)
    .map((box) => [box.left - left - CLEAR, box.top - top - CLEAR, box.right - left + CLEAR, box.bottom - top + CLEAR]);
}

const homeOf = (geometry: MapGeometry, model: MapModel): Point | null =>
  model.you === null ? null : (geometry.countries[model.you]?.label ?? null);

/** Tells when the page moves to a screen with another pixel ratio, or is zoomed. Returns how to stop. */
function watchRatio(onChange: () => void): () => void {
  const stop = new AbortController();
  const watch = (): void => {
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    const changed = (): void => {
      onChange();
      watch();
    };
    query.addEventListener("change", changed, { once: true, signal: stop.signal });
  };
  watch();
  return () => stop.abort();
}

/** The province under a point of the view, or the nearest within reach. */
const finder =
  (shapes: MapShapes, paint: Painter) =>
  (at: Point, reach: number): ProvinceIndex | null => {
    const [x, y] = toMap(paint.camera(), at);
    return (
      provinceAt(shapes, x, y) ?? (reach > 0 ? nearestProvince(shapes, [x, y], reach / paint.camera().scale) : null)
    );
  };

/** Names are painted once, so their fonts must be there; without them within a second the fallback will do. */
async function fontsReady(): Promise<void> {
  const wanted = [
    "600 16px 'Source Serif 4 Variable'",
    "italic 400 16px 'Source Serif 4 Variable'",
    "600 16px 'Source Sans 3 Variable'",
  ];
  const loaded = Promise.all(wanted.map((font) => document.fonts.load(font))).catch(() => []);
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, 1000))]);
  forgetWidths();
}
