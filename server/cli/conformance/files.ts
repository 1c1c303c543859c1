import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const FOLDER = join(import.meta.dirname, "../../../tests/golden/theory-cases");

/** Every file of cases that comes with the game, in the order of its name: the numbered chapters, then the design's own. */
export const ownFiles = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => join(FOLDER, file));

/** npm runs scripts in the package's folder; a relative path may be meant from where the person stands. */
export const placeOf = (path: string): string =>
  existsSync(path) ? path : resolve(process.env["INIT_CWD"] ?? "", path);
