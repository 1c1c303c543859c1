import type { Box, Point } from "../geometry/types.ts";
import { boxAround, overlap } from "./boxes.ts";
import { NOT_IN_PLAY, SEA } from "./ground.ts";
import type { Ground } from "./ground.ts";

/** Name of a sea or of land not in play: shown only where nothing else is in its way. */
export interface QuietName {
  readonly kind: "sea" | "land";
  readonly text: string;
  readonly at: Point;
}

export interface QuietPlacing {
  readonly ground: Ground;
  readonly taken: readonly Box[];
  readonly measure: (text: string, kind: QuietName["kind"]) => number;
  readonly height: number;
}

/** Shifts tried, in widths and heights of the name. */
const SHIFTS: readonly Point[] = [
  [0, 0],
  [0, 0.9],
  [0, -0.9],
  [0.3, 0],
  [-0.3, 0],
  [0.3, 0.9],
  [-0.3, -0.9],
  [0.5, 0],
  [-0.5, 0],
];
/** Share of a name that must lie on its own sea or land. */
const LEAST_INSIDE = { sea: 0.99, land: 0.92 } as const;

export function placeQuietNames(names: readonly QuietName[], placing: QuietPlacing): readonly QuietName[] {
  const placed: { readonly name: QuietName; readonly box: Box }[] = [];
  for (const name of names) {
    const width = placing.measure(name.text, name.kind);
    const boxes = SHIFTS.map(([dx, dy]) =>
      boxAround([name.at[0] + dx * width, name.at[1] + dy * placing.height], width, placing.height),
    );
    const others = [...placing.taken, ...placed.map((one) => one.box)];
    const box = boxes.find(
      (one) =>
        insideShare(one, name.kind, placing.ground) >= LEAST_INSIDE[name.kind] &&
        others.every((other) => overlap(one, other) === 0),
    );
    if (box !== undefined) placed.push({ name: { ...name, at: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] }, box });
  }
  return placed.map((one) => one.name);
}

function insideShare([left, top, right, bottom]: Box, kind: QuietName["kind"], ground: Ground): number {
  const [columns, rows] = [16, 4];
  const wanted = kind === "sea" ? SEA : NOT_IN_PLAY;
  let inside = 0;
  for (let i = 0; i < columns; i += 1) {
    for (let j = 0; j < rows; j += 1) {
      const here = ground.at(left + ((i + 0.5) / columns) * (right - left), top + ((j + 0.5) / rows) * (bottom - top));
      if (here === wanted) inside += 1;
    }
  }
  return inside / (columns * rows);
}
