import type { Box, Point } from "../geometry/types.ts";
import { boxAround, contains, grow, overlap } from "./boxes.ts";
import { CELL, NOT_IN_PLAY, SEA } from "./ground.ts";
import type { Ground } from "./ground.ts";
import type { Letters, NamePlacing, NameWant, PlacedName } from "./names.ts";

/** What a number or a name beside its country needs to know. */
export interface NumberPlacing extends NamePlacing {
  readonly taken: readonly Box[];
  readonly small: Letters;
}

/** px between a number and what else is written. */
const CLEAR = 1.5;
const MARGIN = 4;
/** px from the country at which a name is looked for beside it, and directions tried. */
const NEAREST = 14;
const FURTHEST = 110;
const STEP = 8;
const TURNS = 24;
/** Places on its own land tried for a number. */
const TRIES = 120;

/** The number alone, its middle on the country's own land, where it reaches least abroad; null where it would touch. */
export function numberAlone(want: NameWant, placing: NumberPlacing): PlacedName | null {
  const { figure } = want;
  if (figure === null) return null;
  const { ground } = placing;
  const cells = ground.nameCells(want.country);
  const stride = Math.max(1, Math.floor(cells.length / TRIES));
  let best: { readonly at: Point; readonly worth: number } | null = null;
  for (const at of cells.filter((_, index) => index % stride === 0)) {
    const worth = Math.min(ground.depth(...at), figure.width);
    if (best !== null && worth <= best.worth) continue;
    if (free(boxAround(at, figure.width, figure.height), placing)) best = { at, worth };
  }
  return best === null ? null : numberAt(want, best.at, placing);
}

const numberAt = (want: NameWant, at: Point, { small }: NumberPlacing): PlacedName => ({
  country: want.country,
  text: "",
  own: want.own,
  name: at,
  letters: small,
  figure: at,
  box: boxAround(at, want.figure?.width ?? 0, want.figure?.height ?? 0),
  leader: null,
});

/** Name and number, or the number alone, out at sea or on land not in play, with a line to the country. */
export function besideCountry(want: NameWant, placing: NumberPlacing): PlacedName | null {
  const { figure } = want;
  const anchor = deepestOf(placing.ground, placing.ground.nameCells(want.country));
  if (figure === null || anchor === null) return null;
  const { small, unit } = placing;
  const text = want.forms.at(-1) ?? "";
  const width = placing.measure(text, small, want.own);
  const gap = 4 * unit;
  for (const named of [true, false]) {
    const size = named
      ? { width: width + gap + figure.width, height: Math.max(small.size * 0.78, figure.height) }
      : figure;
    const box = boxBeside(anchor, size, placing);
    if (box === null) continue;
    const y = (box[1] + box[3]) / 2;
    return {
      country: want.country,
      text: named ? text : "",
      own: want.own,
      name: [named ? box[0] + width / 2 : box[2] - figure.width / 2, y],
      letters: small,
      figure: [box[2] - figure.width / 2, y],
      box,
      leader: [edgeOf(box, anchor), anchor],
    };
  }
  return null;
}

function boxBeside(anchor: Point, size: { readonly width: number; readonly height: number }, placing: NumberPlacing) {
  const { unit } = placing;
  for (let reach = NEAREST; reach <= FURTHEST; reach += STEP) {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const angle = (turn * 2 * Math.PI) / TURNS;
      const at: Point = [
        anchor[0] + Math.cos(angle) * (reach * unit + size.width / 2),
        anchor[1] + Math.sin(angle) * (reach * unit + size.height / 2),
      ];
      const box = boxAround(at, size.width, size.height);
      if (free(box, placing) && nobodys(box, placing.ground) && clearWay(edgeOf(box, anchor), anchor, placing.taken))
        return box;
    }
  }
  return null;
}

function free(box: Box, { view, taken, unit }: NumberPlacing): boolean {
  const [left, top, right, bottom] = box;
  if (left < MARGIN || top < MARGIN || right > view.width - MARGIN || bottom > view.height - MARGIN) return false;
  const wide = grow(box, CLEAR * unit);
  return taken.every((other) => overlap(wide, other) === 0);
}

/** Nowhere on the land of a country in play. */
function nobodys([left, top, right, bottom]: Box, ground: Ground): boolean {
  for (let x = left; x <= right + CELL; x += CELL) {
    for (let y = top; y <= bottom + CELL; y += CELL) {
      const here = ground.at(Math.min(x, right), Math.min(y, bottom));
      if (here !== SEA && here !== NOT_IN_PLAY) return false;
    }
  }
  return true;
}

/** A leader crosses no name. */
function clearWay([ax, ay]: Point, [bx, by]: Point, taken: readonly Box[]): boolean {
  const looks = Math.max(2, Math.ceil(Math.hypot(bx - ax, by - ay) / CELL));
  for (let i = 0; i <= looks; i += 1) {
    const at: Point = [ax + ((bx - ax) * i) / looks, ay + ((by - ay) * i) / looks];
    if (taken.some((box) => contains(box, at))) return false;
  }
  return true;
}

/** The point of a box nearest to another. */
const edgeOf = ([left, top, right, bottom]: Box, [x, y]: Point): Point => [
  Math.min(right, Math.max(left, x)),
  Math.min(bottom, Math.max(top, y)),
];

const deepestOf = (ground: Ground, cells: readonly Point[]): Point | null =>
  cells.reduce<Point | null>(
    (best, at) => (best === null || ground.depth(...at) > ground.depth(...best) ? at : best),
    null,
  );
