import type { CountryIndex } from "#shared/model/ids.ts";
import type { Box, Point } from "../geometry/types.ts";
import type { Size } from "../paint/camera.ts";
import { areaOf, boxAround, grow, overlap } from "./boxes.ts";
import { CELL, NOT_IN_PLAY } from "./ground.ts";
import type { Ground } from "./ground.ts";
import { attempts, lettersFor, SMALLEST, WIDTH_SHARE } from "./nameForms.ts";
import type { Form } from "./nameForms.ts";
import { besideCountry, numberAlone } from "./numbers.ts";
import type { NumberPlacing } from "./numbers.ts";

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
  /** Empty where only the figure found room. */
  readonly text: string;
  readonly own: boolean;
  /** Middle of the name's line. */
  readonly name: Point;
  readonly letters: Letters;
  /** Middle of the figure. */
  readonly figure: Point | null;
  readonly box: Box;
  /** From a name that stands beside its country to a point on it. */
  readonly leader: readonly [Point, Point] | null;
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

/** Tries per name. */
const TRIES = 220;
/**
 * Places names so that they lie on their countries' own land and on no other name. First every number is put down on
 * its country, the smallest country first; then names take their places, mine first, the others from the largest
 * country to the smallest. A name that finds no room comes in a shorter form, then as its number alone, then beside the
 * country with a line to it. A country whose own land is out of view has nothing: the list of threats has it.
 */
export function placeNames(wants: readonly NameWant[], placing: NamePlacing): readonly PlacedName[] {
  const small = { size: SMALLEST * placing.unit, tracking: 0.02 };
  const extents = new Map(
    wants.map((want) => [want.country, Math.sqrt(placing.ground.nameCells(want.country).length) * CELL]),
  );
  const extentOf = (want: NameWant): number => (extents.get(want.country) ?? 0) / placing.unit;
  const order = wants
    .filter((want) => extentOf(want) > 0)
    .sort((a, b) => Number(b.own) - Number(a.own) || extentOf(b) - extentOf(a) || a.country - b.country);
  const placed = new Map<CountryIndex, PlacedName>();
  const withTaken = (country: CountryIndex): NumberPlacing => ({
    ...placing,
    small,
    taken: [
      ...placing.obstacles,
      ...[...placed.values()].flatMap((one) => (one.country === country ? [] : takenBy(one))),
    ],
  });
  const put = (country: CountryIndex, name: PlacedName | null): void => {
    if (name !== null) placed.set(country, name);
  };
  for (const want of order.toReversed()) put(want.country, numberAlone(want, withTaken(want.country)));
  for (const want of order) {
    const around = withTaken(want.country);
    const named = placeName(want, extentOf(want), around);
    // My own name is worth a line; another's number on its land is enough.
    const alone = placed.get(want.country) ?? null;
    put(want.country, named ?? (want.own ? null : alone) ?? besideCountry(want, around) ?? alone);
  }
  return [...placed.values()];
}

/** A name and its leader, as boxes. */
const takenBy = ({ box, leader }: PlacedName): readonly Box[] => {
  if (leader === null) return [box];
  const [[ax, ay], [bx, by]] = leader;
  const spots = Array.from({ length: 5 }, (_, i): Point => [ax + ((bx - ax) * i) / 4, ay + ((by - ay) * i) / 4]);
  return [box, ...spots.map((at) => boxAround(at, 4, 4))];
};

interface Try {
  readonly name: PlacedName;
  readonly score: number;
}

function placeName(want: NameWant, extent: number, placing: NumberPlacing): PlacedName | null {
  const letters = lettersFor(extent, want.own, placing.unit);
  const room = WIDTH_SHARE * longestRun(placing.ground.nameCells(want.country));
  const { small } = placing;
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

function spotsOf(country: CountryIndex, ground: Ground): readonly Point[] {
  const cells = ground.nameCells(country);
  const stride = Math.max(1, Math.floor(cells.length / TRIES));
  const deepest = cells.reduce<Point | null>(
    (best, at) => (best === null || ground.depth(...at) > ground.depth(...best) ? at : best),
    null,
  );
  const some = cells.filter((_, index) => index % stride === 0);
  return deepest === null ? some : [deepest, ...some];
}

const GAP = 2;

function tryAt(want: NameWant, form: Form, at: { readonly spot: Point; readonly placing: NumberPlacing }): Try | null {
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
  if (outside > 0 || taken.some((other) => overlap(box, other) > 0)) return null;
  const wide = grow(box, 3 * unit);
  const covered = (others: readonly Box[]): number =>
    others.reduce((sum, other) => sum + overlap(wide, other) / Math.min(areaOf(box), areaOf(other)), 0);
  const inside = insideShare(box, want.country, { ground, abroad: form.abroad });
  const deep = Math.min(1, ground.depth(...spot) / (total.height * 1.2));
  const score = inside + 0.35 * deep - 4 * covered(taken) - 0.1 * covered(placing.shy);
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
  // Whose land the middle of a name or number stands on, that country it is taken for.
  if ([name, figureAt].some((middle) => middle !== null && foreign(ground.at(...middle), want.country))) return null;
  return {
    name: {
      country: want.country,
      text: form.text,
      own: want.own,
      name,
      letters: form.letters,
      figure: figureAt,
      box,
      leader: null,
    },
    score,
  };
}

const foreign = (here: CountryIndex, country: CountryIndex): boolean =>
  here === NOT_IN_PLAY || (here >= 0 && here !== country);

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
