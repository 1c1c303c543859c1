import type { CountryId, CountryIndex } from "../model/ids.ts";
import type { Mobility, Scenario } from "../model/scenario.ts";
import type { Board, BoardProvince, Matrix } from "../model/world.ts";
import { quantise } from "../lib/quantise.ts";
import { distanceOf, proximityOf } from "../theory/proximity.ts";

/** Borders to cross where no way by land leads. */
const NO_WAY = Number.POSITIVE_INFINITY;

/** Whether home provinces of i and j touch on land. */
export function bordersOf(n: number, provinces: readonly BoardProvince[]): boolean[][] {
  const borders = square(n, false);
  for (const province of provinces) {
    for (const neighbour of province.neighbours) {
      const other = provinces[neighbour]?.home;
      const row = borders[province.home];
      if (row && other !== undefined && other !== province.home) row[other] = true;
    }
  }
  return borders;
}

interface Land {
  readonly ids: readonly CountryId[];
  readonly mobility: readonly Mobility[];
  readonly borders: readonly (readonly boolean[])[];
  readonly coastal: readonly boolean[];
}

/** X_ij by the shorter of the ways by land and over one open sea. A scenario's own X for a pair stands in place of the formula. */
export function proximities(scenario: Scenario, land: Land, floor: number): Matrix {
  const n = land.ids.length;
  const proximity = square(n, 0);
  for (let i = 0; i < n; i += 1) {
    const steps = stepsFrom(i, land.borders);
    for (let j = 0; j < n; j += 1) {
      if (i !== j) set(proximity, i, j, quantise(proximityOf(wayTo(land, steps, i, j), land.mobility[j] ?? 0, floor)));
    }
  }
  for (const [a, b, x] of scenario.proximity) {
    const i = land.ids.indexOf(a);
    const j = land.ids.indexOf(b);
    set(proximity, i, j, Math.max(floor, x));
    set(proximity, j, i, Math.max(floor, x));
  }
  return proximity;
}

/** Whether j counts as i's neighbour: a land border, or as close across water. */
export const isNear = (board: Board, i: CountryIndex, j: CountryIndex): boolean =>
  board.borders[i]?.[j] === true || (board.proximity[i]?.[j] ?? 0) >= board.parameters.intent.near;

function wayTo(land: Land, steps: readonly number[], i: CountryIndex, j: CountryIndex): number {
  const mobility = land.mobility[j] ?? 0;
  const byLand = distanceOf({ start: "land", buffers: (steps[j] ?? NO_WAY) - 1, openSeas: 0 }, mobility);
  if (!land.coastal[i] || !land.coastal[j]) return byLand;
  return Math.min(byLand, distanceOf({ start: "land", buffers: 0, openSeas: 1 }, mobility));
}

/** Breadth-first: borders to cross from a country to each other. */
function stepsFrom(start: CountryIndex, borders: readonly (readonly boolean[])[]): number[] {
  const steps = borders.map(() => NO_WAY);
  steps[start] = 0;
  const queue = [start];
  for (const at of queue) {
    const next = (steps[at] ?? 0) + 1;
    borders[at]?.forEach((touches, to) => {
      if (touches && next < (steps[to] ?? 0)) {
        steps[to] = next;
        queue.push(to);
      }
    });
  }
  return steps;
}

const square = <T>(n: number, value: T): T[][] => Array.from({ length: n }, () => Array<T>(n).fill(value));

function set(matrix: number[][], i: number, j: number, value: number): void {
  const row = matrix[i];
  if (row && j >= 0) row[j] = value;
}
