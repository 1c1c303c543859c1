import type { Game } from "phaser";

export interface PhaserParts {
  readonly Game: typeof Game;
}

/** Phaser's slim build; while developing the whole package, because the dev server does not bundle single CommonJS modules. */
export const loadPhaser = async (): Promise<PhaserParts> =>
  import.meta.env.DEV ? import("phaser") : import("./phaserSlim.js");
