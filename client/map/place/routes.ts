import type { CountryIndex } from "#shared/model/ids.ts";
import type { Box, Point } from "../geometry/types.ts";
import { boxAround, contains, grow, overlap } from "./boxes.ts";
import type { Ground } from "./ground.ts";

/** A way to be found from one country into another. */
export interface RouteWant {
  readonly kind: "balance" | "bandwagon" | "pact";
  readonly from: CountryIndex;
  readonly to: CountryIndex;
}

/** A curve in px of the view, from the doer to its end just inside the target. */
export interface Route {
  readonly points: readonly Point[];
  /** px. */
  readonly length: number;
  /** Where along it, 0–1, a pact's lozenge stands: half way, or aside where a name is in its place. */
  readonly mark?: number;
}

export interface RoutePlacing {
  readonly ground: Ground;
  /** A point inside each country, px of the view, in view or not. */
  readonly seats: readonly Point[];
  /** Names and figures to keep clear of. */
  readonly names: readonly Box[];
  readonly unit: number;
  /** Takes the first way there is: for guessing where lines will run. */
  readonly quick?: boolean;
}

const SAMPLES = 48;
/** px between looks along a route. */
const STRIDE = 4;
const BULGES = [0.2, -0.2, 0.34, -0.34, 0.07] as const;
/** Sideways shifts of the aim, as a share of the room there. */
const SHIFTS = [0, 0.45, -0.45, 0.85, -0.85] as const;
const SHAPES = BULGES.flatMap((bulge) => SHIFTS.map((aim) => ({ bulge, aim })));
/** Starts tried besides a country's own seat, and the least depth of one as a share of the greatest. */
const STARTS = 5;
const START_DEPTH = 0.4;
/** Ends nearer than this to each other cannot be told apart, px. */
const APART = 20;

/** Ways for all wants in their order, each keeping clear of the names and of the ways before it. */
export function routesOf(wants: readonly RouteWant[], placing: RoutePlacing): readonly Route[] {
  const ends: Point[] = [];
  const known = new Map<CountryIndex, readonly Point[]>();
  const startsIn = (country: CountryIndex): readonly Point[] => {
    const starts = known.get(country) ?? startsOf(country, placing);
    known.set(country, starts);
    return starts;
  };
  return wants.map((want) => {
    const starts = placing.quick === true ? [placing.seats[want.from] ?? [0, 0]] : startsIn(want.from);
    const shapes = placing.quick === true ? [{ bulge: BULGES[0], aim: 0 }] : SHAPES;
    let best: { readonly route: Route; readonly cost: number } | null = null;
    for (const { bulge, aim } of shapes) {
      for (const [nth, start] of starts.entries()) {
        // What a way costs by its form alone may already be too much.
        const form = 30 * Math.abs(bulge - BULGES[0]) + 12 * Math.abs(aim) + (nth === 0 ? 0 : 9);
        if (best !== null && form >= best.cost) continue;
        const route = cut(curve(want, { bulge, aim, start, placing }), want, placing);
        const cost = form + costOf(route, ends, placing) + markCost(want, route, placing);
        if (best === null || cost < best.cost) best = { route, cost };
      }
    }
    const found = best?.route ?? { points: [], length: 0 };
    const route = want.kind === "pact" ? { ...found, mark: markOf(found, placing).at } : found;
    ends.push(...[route.points[0], route.points.at(-1)].filter((end) => end !== undefined));
    return route;
  });
}

/** Half a lozenge with its casing, px; places for it along its line; the cost of one on a name. */
const MARK_HALF = 9;
const MARKS = [0.5, 0.38, 0.62, 0.26, 0.74, 0.14, 0.86] as const;
const MARK_COST = 45;

function markOf(route: Route, { names, unit }: RoutePlacing): { readonly at: number; readonly clear: boolean } {
  const steps = cumulative(route.points);
  const at = MARKS.find((share) => {
    const box = boxAround(
      pointAt(route.points, steps, share * route.length),
      2 * MARK_HALF * unit,
      2 * MARK_HALF * unit,
    );
    return names.every((name) => overlap(name, box) === 0);
  });
  return { at: at ?? MARKS[0], clear: at !== undefined };
}

const markCost = ({ kind }: RouteWant, route: Route, placing: RoutePlacing): number =>
  kind !== "pact" || placing.quick === true || markOf(route, placing).clear ? 0 : MARK_COST;

interface CurveSpec {
  readonly bulge: number;
  readonly aim: number;
  readonly start: Point;
  readonly placing: RoutePlacing;
}

/** Its seat first, then points far from it and from each other, deep enough inside to begin a line. */
function startsOf(country: CountryIndex, { ground, seats }: RoutePlacing): readonly Point[] {
  const starts: Point[] = [seats[country] ?? [0, 0]];
  const cells = ground.cells(country);
  const deepest = cells.reduce((most, cell) => Math.max(most, ground.depth(...cell)), 0);
  const deep = cells.filter(
    (cell, index) => index % 3 === 0 && ground.depth(...cell) >= Math.min(40, deepest) * START_DEPTH,
  );
  const apart = (cell: Point): number => Math.min(...starts.map(([x, y]) => Math.hypot(cell[0] - x, cell[1] - y)));
  while (starts.length < STARTS && deep.length > 0) {
    const next = deep.reduce((best, cell) => (apart(cell) > apart(best) ? cell : best), deep[0] ?? [0, 0]);
    starts.push(next);
  }
  return starts;
}

/** Quadratic curve from a start to the target's seat, bent to one side and shifted across at its end. */
function curve(want: RouteWant, { bulge, aim, start, placing }: CurveSpec): readonly Point[] {
  const [ax, ay] = start;
  const [bx, by] = placing.seats[want.to] ?? [0, 0];
  const length = Math.hypot(bx - ax, by - ay) || 1;
  const [nx, ny] = [-(by - ay) / length, (bx - ax) / length];
  const roomB = aim * Math.min(60 * placing.unit, placing.ground.depth(bx, by));
  const end: Point = [bx + nx * roomB, by + ny * roomB];
  const control: Point = [(start[0] + end[0]) / 2 - nx * bulge * length, (start[1] + end[1]) / 2 - ny * bulge * length];
  return Array.from({ length: SAMPLES + 1 }, (_, i) => quadratic(start, control, { end, t: i / SAMPLES }));
}

function quadratic(start: Point, control: Point, { end, t }: { readonly end: Point; readonly t: number }): Point {
  const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
  return [a * start[0] + b * control[0] + c * end[0], a * start[1] + b * control[1] + c * end[1]];
}

/** How deep the end stands in the target, and how far from the border the start, px. */
const DEPTHS = { balance: 7, bandwagon: 30, pact: 10 } as const;
/** How much deeper the end may go where a line would else be too short to read. */
const DEEPER = { balance: 12, bandwagon: 30, pact: 12 } as const;
/** A pact across less than this begins at the border; a longer one well inside, so that it is seen whose it is. */
const PACT_NEAR = 40;
const SETBACK_MOST = 62;
const LENGTH_LEAST = 46;

/** The stretch of a seat-to-seat curve that is drawn. */
function cut(points: readonly Point[], want: RouteWant, placing: RoutePlacing): Route {
  const { ground, unit } = placing;
  const steps = cumulative(points);
  const total = steps.at(-1) ?? 0;
  const deep = DEPTHS[want.kind] * unit;
  const inside = (length: number): boolean => ground.at(...pointAt(points, steps, length)) === want.to;
  // A headland may be crossed before the shore proper: the end must stand on land too.
  const enter = points.findIndex(
    (at, i) => ground.at(...at) === want.to && inside(Math.min(total, (steps[i] ?? 0) + deep)),
  );
  const entered = enter < 0 ? total : (steps[enter] ?? total);
  const leave = points.findLastIndex((at, i) => (steps[i] ?? 0) <= entered && ground.at(...at) === want.from);
  const left = leave < 0 ? 0 : (steps[leave] ?? 0);
  const near = want.kind === "pact" && entered - left < PACT_NEAR * unit;
  const setback = near ? 10 * unit : Math.min(SETBACK_MOST * unit, left * 0.62);
  const end = Math.min(total, entered + deep);
  const wanted = Math.max(0, Math.min(left - setback, end - LENGTH_LEAST * unit));
  // Back over the doer's own land only: the curve may have come through a neighbour's.
  let from = left;
  while (from > wanted && ground.at(...pointAt(points, steps, from - STRIDE)) === want.from) from -= STRIDE;
  from = Math.max(from, wanted);
  const further = Math.min(
    total,
    end + Math.min(Math.max(0, LENGTH_LEAST * unit - (end - from)), DEEPER[want.kind] * unit),
  );
  const to = inside(further) ? further : end;
  return { points: between(points, steps, { from, to }), length: to - from };
}

function cumulative(points: readonly Point[]): readonly number[] {
  let sum = 0;
  return points.map(([x, y], i) => {
    const before = points[i - 1];
    if (before !== undefined) sum += Math.hypot(x - before[0], y - before[1]);
    return sum;
  });
}

/** The stretch of a polyline between two lengths along it. */
function between(
  points: readonly Point[],
  steps: readonly number[],
  span: { readonly from: number; readonly to: number },
): readonly Point[] {
  const inner = points.filter((_, i) => (steps[i] ?? 0) > span.from && (steps[i] ?? 0) < span.to);
  return [pointAt(points, steps, span.from), ...inner, pointAt(points, steps, span.to)];
}

function pointAt(points: readonly Point[], steps: readonly number[], length: number): Point {
  const next = steps.findIndex((step) => step >= length);
  const [a, b] = [points[Math.max(0, next - 1)] ?? [0, 0], points[next < 0 ? points.length - 1 : next] ?? [0, 0]];
  const [sa, sb] = [steps[Math.max(0, next - 1)] ?? 0, steps[next < 0 ? steps.length - 1 : next] ?? 0];
  const t = sb > sa ? (length - sa) / (sb - sa) : 0;
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

/** The first part of a route, 0–1 of its length, for drawing it as it grows. */
export function partOf(route: Route, share: number): readonly Point[] {
  if (share >= 1) return route.points;
  return between(route.points, cumulative(route.points), { from: 0, to: route.length * Math.max(0, share) });
}

/** Small boxes along a route, larger at its ends: what others should keep clear of. */
export function routeBoxes(route: Route, unit: number): readonly Box[] {
  const steps = cumulative(route.points);
  const boxes: Box[] = [];
  for (let along = 0; along <= route.length; along += BOX_EVERY * unit) {
    const [x, y] = pointAt(route.points, steps, along);
    const atEnd = along < BOX_EVERY * unit || along > route.length - BOX_EVERY * unit;
    const half = (atEnd ? 8 : 3) * unit;
    boxes.push([x - half, y - half, x + half, y + half]);
  }
  return boxes;
}
const BOX_EVERY = 10;

function costOf(route: Route, ends: readonly Point[], { names, unit }: RoutePlacing): number {
  const [start, end] = [route.points[0], route.points.at(-1)];
  let cost = route.length * 0.05;
  const steps = cumulative(route.points);
  for (let along = 0; along < route.length; along += STRIDE) {
    const point = pointAt(route.points, steps, along);
    if (names.some((box) => contains(box, point))) cost += 6;
  }
  for (const own of [start, end]) {
    if (own === undefined) continue;
    if (names.some((box) => contains(grow(box, 7 * unit), own))) cost += 40;
    for (const other of ends) cost += Math.max(0, APART * unit - Math.hypot(own[0] - other[0], own[1] - other[1])) * 3;
  }
  return cost;
}
