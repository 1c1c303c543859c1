import type { CountryIndex } from "#shared/model/ids.ts";
import type { Box, MapShapes } from "./geometry/types.ts";
import type { MapModel } from "./mapModel.ts";
import { paintLand } from "./paint/land.ts";
import { paintLines, paintNeatline, paintNames, paintQuietNames } from "./paint/marks.ts";
import { planOf } from "./paint/plan.ts";
import type { MapWords, Plan } from "./paint/plan.ts";
import type { Camera } from "./paint/camera.ts";
import { paintCursor } from "./paint/cursor.ts";
import { sheetOf } from "./paint/sheet.ts";
import type { Sheet } from "./paint/sheet.ts";
import type { Surface } from "./paint/surface.ts";
import { readPalette } from "./palette.ts";
import type { Theme } from "./palette.ts";
import { PLATES } from "./stage.ts";
import type { PlateName, Stage } from "./stage.ts";

/** Keeps the plates painted for a camera, a model and a theme, and moves them while a gesture lasts. */
export interface Painter {
  readonly camera: () => Camera;
  readonly model: () => MapModel | null;
  readonly plan: () => Plan | null;
  readonly sheet: () => Sheet | null;
  /** Moves the plates as they are; `settle` paints them again. */
  readonly look: (camera: Camera) => void;
  readonly settle: () => void;
  readonly resize: (camera: Camera) => void;
  readonly repaint: () => void;
  readonly show: (model: MapModel) => void;
  /** Shows a model whose land fades in over ms. */
  readonly fade: (model: MapModel, ms: number, signal: AbortSignal) => Promise<void>;
  readonly hover: (country: CountryIndex | null) => void;
  readonly select: (country: CountryIndex | null) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setReducedMotion: (reduced: boolean) => void;
  readonly still: () => boolean;
  /** Paints the plate of what is being revealed; null empties it. `dim` = opacity of all other lines. */
  readonly focus: (draw: ((surface: Surface) => void) | null, dim: number) => void;
  /** Draws a part of the lines at rest, instead of all. */
  readonly lines: (part: Pick<Plan, "lines" | "pacts" | "attacks" | "signs">) => void;
  readonly animate: Stage["animate"];
  readonly destroy: () => void;
}

export interface PainterOptions {
  readonly stage: Stage;
  readonly shapes: MapShapes;
  readonly element: HTMLElement;
  readonly theme: Theme;
  readonly reducedMotion: boolean;
  readonly words: MapWords;
  /** Where controls lie over the map, px of the view. */
  readonly covered: () => readonly Box[];
  readonly unit: number;
  readonly camera: Camera;
}

const FADE_MS = 500;
const SETTLE_MS = 90;
/** Land is painted this much beyond the view on every side, so that a drag does not bare the sea. */
const OVERSCAN = 0.16;
/** No plate is larger than this, px. */
const PLATE_MOST = 4096;

export function painterOf(options: PainterOptions): Painter {
  return new PlatePainter(options);
}

class PlatePainter implements Painter {
  private readonly options: PainterOptions;
  private theme: Theme;
  private reduced: boolean;
  private seen: Camera;
  /** The camera for which the plates are painted. */
  private painted: Camera;
  private shown: MapModel | null = null;
  private planned: Plan | null = null;
  private drawn: Sheet | null = null;
  private hovered: CountryIndex | null = null;
  private selected: CountryIndex | null = null;
  private fitted = 0;
  private timer = 0;
  private fading = new AbortController();

  constructor(options: PainterOptions) {
    this.options = options;
    this.theme = options.theme;
    this.reduced = options.reducedMotion;
    this.seen = options.camera;
    this.painted = options.camera;
    this.fitStage();
  }

  readonly camera = (): Camera => this.seen;
  readonly model = (): MapModel | null => this.shown;
  readonly plan = (): Plan | null => this.planned;
  readonly sheet = (): Sheet | null => this.drawn;
  readonly still = (): boolean => this.reduced;
  readonly animate: Stage["animate"] = (ms, step, signal) => this.options.stage.animate(ms, step, signal);

  readonly look = (camera: Camera): void => {
    this.seen = camera;
    this.movePlates();
    this.options.stage.draw();
  };

  readonly settle = (): void => {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.repaint, SETTLE_MS);
  };

  readonly resize = (camera: Camera): void => {
    const same = (["x", "y", "scale", "width", "height"] as const).every((key) => camera[key] === this.seen[key]);
    if (same && this.fitted === window.devicePixelRatio && this.shown !== null) return;
    this.seen = camera;
    this.fitStage();
    this.repaint();
  };

  readonly repaint = (): void => {
    clearTimeout(this.timer);
    if (this.shown === null) return;
    this.painted = this.seen;
    this.paintLandOn("land", this.shown);
    this.paintOver(this.shown);
    this.movePlates();
    this.options.stage.draw();
  };

  readonly show = (model: MapModel): void => {
    const before = this.shown;
    this.fading.abort();
    if (before === null || this.reduced || sameLand(before, model)) {
      this.shown = model;
      this.repaint();
      return;
    }
    this.fading = new AbortController();
    void this.fade(model, FADE_MS, this.fading.signal);
  };

  readonly fade = async (model: MapModel, ms: number, signal: AbortSignal): Promise<void> => {
    this.shown = model;
    this.painted = this.seen;
    this.paintLandOn("landNext", model);
    this.paintOver(model);
    this.movePlates();
    const { image } = this.options.stage.plate("landNext");
    await this.animate(ms, (progress) => image.setAlpha(progress), signal);
    image.setAlpha(0);
    // A later model may have been shown meanwhile, and has then painted itself.
    if (this.shown === model) this.repaint();
  };

  readonly hover = (country: CountryIndex | null): void => {
    this.hovered = country;
    this.paintCursors();
    this.options.stage.draw();
  };

  readonly select = (country: CountryIndex | null): void => {
    this.selected = country;
    this.paintCursors();
    this.options.stage.draw();
  };

  readonly setTheme = (theme: Theme): void => {
    this.theme = theme;
    this.repaint();
  };

  readonly setReducedMotion = (reduced: boolean): void => {
    this.reduced = reduced;
  };

  readonly focus = (draw: ((surface: Surface) => void) | null, dim: number): void => {
    this.paintPlate("focus", (surface) => draw?.(surface));
    this.options.stage.plate("marks").image.setAlpha(dim);
    this.options.stage.draw();
  };

  readonly lines = (part: Pick<Plan, "lines" | "pacts" | "attacks" | "signs">): void => {
    const plan = this.planned;
    this.paintPlate("marks", (surface) => {
      if (plan !== null) paintQuietNames(surface, plan);
      paintLines(surface, part);
    });
    this.options.stage.draw();
  };

  readonly destroy = (): void => {
    clearTimeout(this.timer);
    this.fading.abort();
  };

  private ratio(): number {
    const longest = Math.max(this.seen.width, this.seen.height) * (1 + 2 * OVERSCAN);
    return Math.min(window.devicePixelRatio || 1, PLATE_MOST / longest);
  }

  private fitStage(): void {
    const { stage } = this.options;
    const ratio = this.ratio();
    const { width, height } = this.seen;
    this.fitted = window.devicePixelRatio;
    const margin = { width: Math.round(width * OVERSCAN * ratio), height: Math.round(height * OVERSCAN * ratio) };
    stage.resize({ width: Math.round(width * ratio), height: Math.round(height * ratio) }, margin);
    stage.canvas.style.width = `${width}px`;
    stage.canvas.style.height = `${height}px`;
  }

  private surface(name: PlateName): Surface {
    const { ctx } = this.options.stage.plate(name);
    const ratio = this.ratio();
    const camera = { ...this.painted, width: ctx.canvas.width / ratio, height: ctx.canvas.height / ratio };
    const palette = readPalette(this.options.element, this.theme);
    return { ctx, camera, ratio, unit: this.options.unit, palette };
  }

  private paintPlate(name: PlateName, draw: (surface: Surface) => void): void {
    const surface = this.surface(name);
    surface.ctx.setTransform(1, 0, 0, 1, 0, 0);
    surface.ctx.clearRect(0, 0, surface.ctx.canvas.width, surface.ctx.canvas.height);
    draw(surface);
    this.options.stage.plate(name).refresh();
  }

  private paintLandOn(name: "land" | "landNext", model: MapModel): void {
    const sheet = sheetOf(this.options.shapes, model);
    this.drawn = sheet;
    this.paintPlate(name, (surface) => {
      this.options.stage.setGround(surface.palette.sea);
      paintLand(surface, sheet);
    });
    this.options.stage.plate("landNext").image.setAlpha(0);
  }

  private paintOver(model: MapModel): void {
    const sheet = sheetOf(this.options.shapes, model);
    const plan = planOf(this.surface("names"), sheet, { words: this.options.words, covered: this.options.covered() });
    this.planned = plan;
    this.paintPlate("marks", (surface) => {
      paintQuietNames(surface, plan);
      paintLines(surface, plan);
    });
    this.paintPlate("frame", paintNeatline);
    this.paintPlate("names", (surface) => paintNames(surface, sheet, plan, this.options.words));
    this.paintCursors();
  }

  private paintCursors(): void {
    const sheet = this.drawn;
    if (sheet === null) return;
    this.paintPlate("cursor", (surface) =>
      paintCursor(surface, sheet, { hovered: this.hovered, selected: this.selected }),
    );
  }

  /** Lays the plates, painted for one camera, under another. */
  private movePlates(): void {
    const { stage } = this.options;
    const ratio = this.ratio();
    const zoom = this.seen.scale / this.painted.scale;
    for (const name of PLATES) {
      if (name === "frame") continue;
      const { image, ctx } = stage.plate(name);
      const [halfWidth, halfHeight] = [ctx.canvas.width / 2, ctx.canvas.height / 2];
      const dx = (this.painted.x - this.seen.x) * this.seen.scale * ratio;
      const dy = (this.painted.y - this.seen.y) * this.seen.scale * ratio;
      const [middleX, middleY] = [(this.seen.width * ratio) / 2, (this.seen.height * ratio) / 2];
      image.setScale(zoom).setPosition(middleX + dx - halfWidth * zoom, middleY + dy - halfHeight * zoom);
    }
  }
}

/** Whether two models differ in nothing that the land plate shows. */
const sameLand = (a: MapModel, b: MapModel): boolean => landKey(a) === landKey(b);
const landKey = (model: MapModel): string =>
  JSON.stringify([
    model.layer,
    model.you,
    model.provinces,
    model.coalitions,
    model.countries.map((country) => country.rings),
  ]);
