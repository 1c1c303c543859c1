import type { Game, GameObjects, Scene, Textures, Types } from "phaser";
import type { PhaserParts } from "./loadPhaser.ts";
import type { Size } from "./paint/camera.ts";

/** From the bottom up. `landNext` lies over `land` while one fades into the other; `frame` never moves; `focus` is what is being revealed. */
export const PLATES = ["land", "landNext", "frame", "cursor", "marks", "focus", "names"] as const;
export type PlateName = (typeof PLATES)[number];

export interface Plate {
  readonly image: GameObjects.Image;
  /** Where to paint: a canvas in device px. */
  readonly ctx: CanvasRenderingContext2D;
  /** To be called after painting. */
  readonly refresh: () => void;
}

/** Phaser's part: plates laid one over the other, movement, and a loop that sleeps whenever nothing moves. */
export interface Stage {
  readonly canvas: HTMLCanvasElement;
  readonly plate: (name: PlateName) => Plate;
  /** Device px. Plates are emptied. `overscan` px are added on every side of the land plates. */
  readonly resize: (size: Size, overscan: Size) => void;
  /** Colour where no plate lies: beyond the land while it is dragged. */
  readonly setGround: (colour: string) => void;
  /** Draws one frame, then sleeps again unless something moves. */
  readonly draw: () => void;
  /** Runs `step` from 0 to 1 and draws each frame; resolves at the end or when aborted. */
  readonly animate: (ms: number, step: (progress: number) => void, signal: AbortSignal) => Promise<void>;
  readonly framesDrawn: () => number;
  readonly destroy: () => void;
}

export interface StageOptions extends Size {
  readonly parent: HTMLElement;
  readonly canvasOnly: boolean;
  /** Painted again after the graphics memory was lost. */
  readonly onRestored: () => void;
}

const isLand = (name: PlateName): boolean => name === "land" || name === "landNext";

/** Starts Phaser on a canvas inside the parent. Rejects if the browser gives no canvas at all. */
export async function startStage({ Game }: PhaserParts, options: StageOptions): Promise<Stage> {
  const game = await new Promise<InstanceType<PhaserParts["Game"]>>((resolve, reject) => {
    try {
      const made = new Game(configOf(options, () => resolve(made)));
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  });
  const scene = game.scene.getScenes(true)[0];
  if (scene === undefined) throw new Error("the map has no scene");
  const plates = makePlates(scene);
  let frames = 0;
  let moving = 0;
  game.events.on("postrender", () => {
    frames += 1;
    // For tests of the whole page, which cannot reach the handle.
    game.canvas.dataset["frames"] = String(frames);
    if (moving === 0) game.loop.sleep();
  });
  game.canvas.addEventListener("webglcontextrestored", options.onRestored);
  game.loop.sleep();
  let destroyed = false;
  const draw = (): void => {
    if (game.loop.running) return;
    requestAnimationFrame(() => {
      // The page may have moved on between the wish and the frame.
      if (!destroyed) game.loop.wake(true);
    });
  };
  return {
    canvas: game.canvas,
    plate: (name) => plates.get(name),
    resize: (size, overscan) => {
      game.scale.resize(size.width, size.height);
      for (const name of PLATES) {
        const margin = isLand(name) ? overscan : { width: 0, height: 0 };
        plates.resize(name, { width: size.width + 2 * margin.width, height: size.height + 2 * margin.height });
      }
    },
    setGround: (colour) => void scene.cameras.main.setBackgroundColor(colour),
    draw,
    animate: async (ms, step, signal) => {
      moving += 1;
      draw();
      await move(game, ms, step, signal);
      moving -= 1;
    },
    framesDrawn: () => frames,
    destroy: () => {
      game.canvas.removeEventListener("webglcontextrestored", options.onRestored);
      destroyed = true;
      game.destroy(true);
      // A sleeping loop would never come round to the destruction it has been asked for.
      if (!game.loop.running) game.loop.wake();
    },
  };
}

/** Numbers of Phaser's constants, so that the constants themselves need not be loaded. */
const AUTO = 0;
const CANVAS = 1;
const NO_SCALING = 0;

const configOf = (options: StageOptions, created: () => void): Types.Core.GameConfig => ({
  type: options.canvasOnly ? CANVAS : AUTO,
  parent: options.parent,
  width: options.width,
  height: options.height,
  scale: { mode: NO_SCALING, autoRound: false },
  banner: false,
  autoFocus: false,
  disableContextMenu: false,
  audio: { noAudio: true },
  input: { keyboard: false, mouse: false, touch: false, gamepad: false },
  plugins: { default: [] },
  render: { antialias: true, antialiasGL: false, powerPreference: "low-power", roundPixels: false },
  scene: { key: "map", create: created },
});

interface Plates {
  readonly get: (name: PlateName) => Plate;
  readonly resize: (name: PlateName, size: Size) => void;
}

function makePlates(scene: Scene): Plates {
  const plates = new Map<PlateName, { image: GameObjects.Image; texture: Textures.CanvasTexture }>();
  const textureOf = (key: string, size: Size): Textures.CanvasTexture => {
    const texture = scene.textures.createCanvas(key, size.width, size.height);
    if (texture === null) throw new Error(`no texture for ${key}`);
    return texture;
  };
  for (const name of PLATES) {
    const texture = textureOf(name, { width: 2, height: 2 });
    plates.set(name, { texture, image: scene.add.image(0, 0, name).setOrigin(0, 0) });
  }
  const get = (name: PlateName): { image: GameObjects.Image; texture: Textures.CanvasTexture } => {
    const plate = plates.get(name);
    if (plate === undefined) throw new Error(`no plate ${name}`);
    return plate;
  };
  return {
    get: (name) => {
      const { image, texture } = get(name);
      return { image, ctx: texture.getContext(), refresh: () => void texture.refresh() };
    },
    resize: (name, size) => {
      const plate = get(name);
      if (plate.texture.width === size.width && plate.texture.height === size.height) return;
      scene.textures.remove(name);
      plate.texture = textureOf(name, size);
      plate.image.setTexture(name).setOrigin(0, 0);
    },
  };
}

/** Runs a movement by the clock, from the first frame on: Phaser's tweens would count the time asleep. */
function move(game: Game, ms: number, step: (progress: number) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let begin: number | null = null;
    const end = (): void => {
      game.events.off("step", frame);
      signal.removeEventListener("abort", end);
      step(1);
      resolve();
    };
    const frame = (): void => {
      const now = performance.now();
      begin ??= now;
      const share = ms > 0 ? (now - begin) / ms : 1;
      if (share >= 1) end();
      else step(easeOut(share));
    };
    if (signal.aborted) {
      end();
      return;
    }
    game.events.on("step", frame);
    signal.addEventListener("abort", end);
  });
}

const easeOut = (share: number): number => 1 - (1 - share) * (1 - share);
