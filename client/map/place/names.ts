import type { CountryIndex } from "#shared/model/ids.ts";
import type { Box, Point } from "../geometry/types.ts";
import type { Size } from "../paint/camera.ts";
import { areaOf, boxAround, grow, overlap } from "./boxes.ts";
import { CELL, NOT_IN_PLAY } from "./ground.ts";
import type { Ground } from "./ground.ts";

/** A name to be placed, with the figure that belongs to it. */
export interface NameWant {
  readonly country: CountryIndex;
  /** From the fullest to the shortest form. */
  readonly forms: readonly string[];
  readonly own: boolean;
  /** px of the figure under or beside the name; null = none. */
  readonly figure: Size | null;
}

export interface PlacedName {
  readonly country: CountryIndex;
  readonly text: string;
  readonly own: boolean;
  /** Middle of the name's line. */
  readonly name: Point;
  readonly letters: Letters;
  /** Middle of the figure. */
  readonly figure: Point | null;
  readonly box: Box;
}

/** px, and em between letters. */
export interface Letters {
  readonly size: number;
  readonly tracking: number;
}

export interface NamePlacing {
  readonly ground: Ground;
  readonly view: Size;
  readonly unit: number;
  readonly measure: (text: string, letters: Letters, own: boolean) => number;
  /** What names must not cover. */
  readonly obstacles: readonly Box[];
  /** What names had better not cover: where lines will probably run. */
  readonly shy: readonly Box[];
}

const SMALLEST = 10.5;
const LARGEST = 20;
/** Tries per name. */
const TRIES = 220;

/** Size and tracking by the size of the country on the screen (√ of its area, px). */
export function lettersFor(extent: number, own: boolean, unit: number): Letters {
  const size = Math.min(LARGEST, Math.max(SMALLEST, SMALLEST + (extent - 34) * 0.054)) * (own ? 1.06 : 1);
  return { size: size * unit, tracking: Math.min(0.2, Math.max(0.02, 0.02 + (extent - 34) * 0.0009)) };
}

/**
 * Places names so that they lie in their countries and on no other name: own first, then from the largest country to
 * the smallest. A name that finds no room comes in a shorter form, then without its figure, then not at all.
 */
export function placeNames(wants: readonly NameWant[], placing: NamePlacing): readonly PlacedName[] {
  const extents = new Map(
    wants.map((want) => [want.country, Math.sqrt(placing.ground.cells(want.country).length) * CELL]),
  );
  const extentOf = (want: NameWant): number => extents.get(want.country) ?? 0;
  const order = [...wants].sort(
    (a, b) => Number(b.own) - Number(a.own) || extentOf(b) - extentOf(a) || a.country - b.country,
  );
  const placed: PlacedName[] = [];
  for (const want of order) {
    const name = placeName(want, extentOf(want) / placing.unit, {
      ...placing,
      taken: [...placing.obstacles, ...placed.map((one) => one.box)],
    });
    if (name !== null) placed.push(name);
  }
  return placed;
}

type Placing = NamePlacing & { readonly taken: readonly Box[] };
interface Try {
  readonly name: PlacedName;
  readonly score: number;
}

function placeName(want: NameWant, extent: number, placing: Placing): PlacedName | null {
  const letters = lettersFor(extent, want.own, placing.unit);
  const room = WIDTH_SHARE * longestRun(placing.ground.cells(want.country));
  const small = { size: SMALLEST * placing.unit, tracking: 0.02 };
  const spots = spotsOf(want.country, placing.ground);
  for (const form of attempts(want, { letters, small, room, placing })) {
    let best: Try | null = null;
    for (const spot of spots) {
      const next = tryAt(want, form, { spot, placing });
      if (next !== null && (best === null || next.score > best.score)) best = next;
    }
    if (best !== null && best.score > form.least) return best.name;
  }
  return null;
}

interface Form {
  readonly text: string;
  readonly letters: Letters;
  readonly layout: "below" | "beside" | "alone";
  /** Worst score with which this form may still stand. */
  readonly least: number;
  /** What other countries' land under the name counts against it. */
  readonly abroad: number;
}

interface FormRoom {
  readonly letters: Letters;
  readonly small: Letters;
  /** px the name may be wide. */
  readonly room: number;
  readonly placing: NamePlacing;
}

function attempts(want: NameWant, { letters: most, small, room, placing }: FormRoom): readonly Form[] {
  const short = want.forms.at(-1) ?? "";
  const wide = (text: string): number => placing.measure(text, most, want.own);
  // The full name only where it needs little squeezing.
  const full = want.forms.find((form) => wide(form) * FULL_SQUEEZE <= room) ?? short;
  const letters = squeezed(most, small, Math.min(1, room / wide(full)));
  const layouts = want.figure === null ? (["alone"] as const) : (["below", "beside"] as const);
  return [
    ...layouts.flatMap((layout) =>
      SMALLER.map((factor) => ({
        text: full,
        letters: squeezed(letters, small, factor),
        layout,
        least: 0.95,
        abroad: 8,
      })),
    ),
    ...layouts.map((layout) => ({ text: full, letters, layout, least: 0.55, abroad: 0.5 })),
    ...layouts.map((layout) => ({ text: short, letters: mean(letters, small), layout, least: 0.3, abroad: 0.5 })),
    ...layouts.map((layout) => ({ text: short, letters: small, layout, least: -0.15, abroad: 0.5 })),
    { text: short, letters: small, layout: "alone" as const, least: want.own ? -9 : -0.4, abroad: 0.5 },
  ];
}

/** A name is made smaller before it may reach into a neighbour's land. */
const SMALLER = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5, 0.4] as const;

/** A name takes up to this share of its country's widest stretch, and a full form is not squeezed to less than this for it. */
const WIDTH_SHARE = 0.84;
const FULL_SQUEEZE = 0.8;

/** Tracking goes first, then size, down to the smallest. */
const squeezed = (letters: Letters, small: Letters, factor: number): Letters =>
  factor >= 1
    ? letters
    : {
        size: Math.max(small.size, letters.size * Math.sqrt(factor) * Math.sqrt(Math.sqrt(factor))),
        tracking: Math.max(small.tracking, letters.tracking * factor),
      };

/** The longest unbroken row of cells, px: cells come row by row from the left. */
function longestRun(cells: readonly Point[]): number {
  let [longest, run] = [0, 0];
  let last: Point | null = null;
  for (const cell of cells) {
    const step = last === null ? 0 : cell[0] - last[0];
    run = last !== null && cell[1] === last[1] && step <= CELL ? run + step : CELL;
    longest = Math.max(longest, run);
    last = cell;
  }
  return longest;
}

const mean = (a: Letters, b: Letters): Letters => ({
  size: (a.size + b.size) / 2,
  tracking: (a.tracking + b.tracking) / 2,
});

function spotsOf(country: CountryIndex, ground: Ground): readonly Point[] {
  const cells = ground.cells(country);
  const stride = Math.max(1, Math.floor(cells.length / TRIES));
  const deepest = cells.reduce<Point | null>(
    (best, at) => (best === null || ground.depth(...at) > ground.depth(...best) ? at : best),
    null,
  );
  const some = cells.filter((_, index) => index % stride === 0);
  return deepest === null ? some : [deepest, ...some];
}

const GAP = 2;

function tryAt(want: NameWant, form: Form, at: { readonly spot: Point; readonly placing: Placing }): Try | null {
  const { spot, placing } = at;
  const { ground, view, unit, taken } = placing;
  const width = placing.measure(form.text, form.letters, want.own);
  const height = form.letters.size * 0.78;
  const figure = form.layout === "alone" ? null : want.figure;
  const gap = GAP * unit + 2;
  const total: Size =
    figure === null
      ? { width, height }
      : form.layout === "below"
        ? { width: Math.max(width, figure.width), height: height + gap + figure.height }
        : { width: width + gap + 2 + figure.width, height: Math.max(height, figure.height) };
  const box = boxAround(spot, total.width, total.height);
  const outside = areaOf(box) - overlap(box, [4, 4, view.width - 4, view.height - 4]);
  if (outside > 0 && !want.own) return null;
  const wide = grow(box, 3 * unit);
  const covered = (others: readonly Box[]): number =>
    others.reduce((sum, other) => sum + overlap(wide, other) / Math.min(areaOf(box), areaOf(other)), 0);
  const inside = insideShare(box, want.country, { ground, abroad: form.abroad });
  const deep = Math.min(1, ground.depth(...spot) / (total.height * 1.2));
  const score = inside + 0.35 * deep - 4 * covered(taken) - 0.1 * covered(placing.shy) - outside / areaOf(box);
  const name: Point =
    form.layout === "beside"
      ? [box[0] + width / 2, spot[1]]
      : [spot[0], figure === null ? spot[1] : box[1] + height / 2];
  const figureAt: Point | null =
    figure === null
      ? null
      : form.layout === "below"
        ? [spot[0], box[3] - figure.height / 2]
        : [box[2] - figure.width / 2, spot[1]];
  return {
    name: { country: want.country, text: form.text, own: want.own, name, letters: form.letters, figure: figureAt, box },
    score,
  };
}

interface Abroad {
  readonly ground: Ground;
  readonly abroad: number;
}

/** Part of a box that lies on the country's own land; any other land counts against it, sea less so. */
function insideShare(box: Box, country: CountryIndex, { ground, abroad }: Abroad): number {
  const [columns, rows] = [9, 3];
  let sum = 0;
  for (let i = 0; i < columns; i += 1) {
    for (let j = 0; j < rows; j += 1) {
      const x = box[0] + ((i + 0.5) / columns) * (box[2] - box[0]);
      const y = box[1] + ((j + 0.5) / rows) * (box[3] - box[1]);
      const here = ground.at(x, y);
      sum += here === country ? 1 : here >= 0 ? -abroad : here === NOT_IN_PLAY ? -abroad / 2 : 0;
    }
  }
  return sum / (columns * rows);
}
