import type { CountryIndex } from "#shared/model/ids.ts";
import type { MapShapes, Point, Shape } from "../geometry/types.ts";
import type { Camera } from "../paint/camera.ts";
import { toView } from "../paint/camera.ts";

/** The view as a coarse grid of whose land is where, for placing names and lines without colliding. */
export interface Ground {
  /** Country at a point of the view in CSS px, or one of the negative numbers below. */
  readonly at: (x: number, y: number) => CountryIndex;
  /** How far inside its country a point is, px, up to a cell's precision. */
  readonly depth: (x: number, y: number) => number;
  /** Middles of all cells of a country in view. */
  readonly cells: (country: CountryIndex) => readonly Point[];
  /** Those of them on which the country's name may stand. */
  readonly nameCells: (country: CountryIndex) => readonly Point[];
}

/** By province: the country at home there, and whether that country's name may stand on it. */
export interface HomeLand {
  readonly homes: readonly CountryIndex[];
  readonly named: readonly boolean[];
}

/** Side of a cell, px. */
export const CELL = 4;
export const SEA = -1;
export const OUT_OF_VIEW = -2;
export const NOT_IN_PLAY = -3;

export function groundOf(shapes: MapShapes, { homes, named }: HomeLand, camera: Camera): Ground {
  const columns = Math.ceil(camera.width / CELL);
  const rows = Math.ceil(camera.height / CELL);
  const province = new Int16Array(columns * rows).fill(SEA);
  for (const other of shapes.others)
    fillShape(other.shape, camera, { filled: province, columns, rows, value: NOT_IN_PLAY });
  shapes.provinces.forEach(({ shape }, value) => fillShape(shape, camera, { filled: province, columns, rows, value }));
  const owner = province.map((index) => (index < 0 ? index : (homes[index] ?? SEA)));
  const depth = depths(owner, columns);
  const cells = new Map<CountryIndex, Point[]>();
  const nameCells = new Map<CountryIndex, Point[]>();
  owner.forEach((country, cell) => {
    if (country < 0) return;
    const middle: Point = [((cell % columns) + 0.5) * CELL, (Math.floor(cell / columns) + 0.5) * CELL];
    addTo(cells, country, middle);
    if (named[province[cell] ?? -1] === true) addTo(nameCells, country, middle);
  });
  const cellAt = (x: number, y: number): number | null => {
    const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)];
    return column < 0 || row < 0 || column >= columns || row >= rows ? null : row * columns + column;
  };
  return {
    at: (x, y) => {
      const cell = cellAt(x, y);
      return cell === null ? OUT_OF_VIEW : (owner[cell] ?? SEA);
    },
    depth: (x, y) => (depth[cellAt(x, y) ?? -1] ?? 0) * CELL,
    cells: (country) => cells.get(country) ?? [],
    nameCells: (country) => nameCells.get(country) ?? [],
  };
}

function addTo(lists: Map<CountryIndex, Point[]>, country: CountryIndex, middle: Point): void {
  const list = lists.get(country);
  if (list === undefined) lists.set(country, [middle]);
  else list.push(middle);
}

interface Grid {
  readonly filled: Int16Array;
  readonly columns: number;
  readonly rows: number;
  readonly value: number;
}

/** Scanline filling, even–odd, one line through the middle of each row of cells. */
function fillShape(shape: Shape, camera: Camera, grid: Grid): void {
  const crossings: number[][] = Array.from({ length: grid.rows }, () => []);
  for (const polygon of shape) for (const ring of polygon) addRing(ring, camera, crossings);
  crossings.forEach((xs, row) => {
    xs.sort((a, b) => a - b);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const from = Math.max(0, Math.ceil((xs[i] ?? 0) / CELL - 0.5));
      const to = Math.min(grid.columns - 1, Math.floor((xs[i + 1] ?? 0) / CELL - 0.5));
      for (let column = from; column <= to; column += 1) grid.filled[row * grid.columns + column] = grid.value;
    }
  });
}

function addRing(ring: readonly number[], camera: Camera, crossings: number[][]): void {
  const count = ring.length / 2;
  let [x0, y0] = toView(camera, [ring[2 * count - 2] ?? 0, ring[2 * count - 1] ?? 0]);
  for (let i = 0; i < count; i += 1) {
    const [x1, y1] = toView(camera, [ring[2 * i] ?? 0, ring[2 * i + 1] ?? 0]);
    const first = Math.max(0, Math.ceil(Math.min(y0, y1) / CELL - 0.5));
    const last = Math.min(crossings.length - 1, Math.ceil(Math.max(y0, y1) / CELL - 0.5) - 1);
    for (let row = first; row <= last; row += 1) {
      crossings[row]?.push(x0 + (((row + 0.5) * CELL - y0) / (y1 - y0)) * (x1 - x0));
    }
    [x0, y0] = [x1, y1];
  }
}

/** Cells to the nearest cell of another kind, by two sweeps (Borgefors 1986, city-block with diagonals). */
function depths(owner: Int16Array, columns: number): Float32Array {
  const depth = new Float32Array(owner.length);
  const look = (cell: number, column: number, side: 1 | -1): void => {
    let least = Infinity;
    for (const [dx, dy, step] of [
      [-1, 0, 1],
      [-1, -1, 1.4],
      [0, -1, 1],
      [1, -1, 1.4],
    ] as const) {
      const beside = column + side * dx;
      const other = cell + side * (dy * columns + dx);
      const known =
        beside >= 0 && beside < columns && other >= 0 && other < owner.length && owner[other] === owner[cell];
      least = Math.min(least, known ? (depth[other] ?? 0) + step : 0.5);
    }
    depth[cell] = side === 1 ? least : Math.min(depth[cell] ?? 0, least);
  };
  for (let cell = 0; cell < owner.length; cell += 1) look(cell, cell % columns, 1);
  for (let cell = owner.length - 1; cell >= 0; cell -= 1) look(cell, cell % columns, -1);
  return depth;
}
