import { countryId } from "#shared/model/ids.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { decodeMap } from "../map/geometry/decodeMap.ts";
import { borderLines, provinceLines } from "../map/geometry/lines.ts";
import { heldBy, outlineOf } from "../map/geometry/outlines.ts";
import { clipRing, inBox, without } from "../map/geometry/plane.ts";
import type { Box, Line, MapShapes, Shape } from "../map/geometry/types.ts";
import { buildMap } from "./buildMap.ts";
import { sheetOf } from "./map/worldLand.ts";

/** Part of the sheet that the tile shows, in map units, and the size of the drawing. */
const WINDOW: Box = [760, -420, 7260, 6544];
const WIDTH = 560;
const HEIGHT = 600;
/** Two drawing units a pixel: whole numbers stay fine enough. */
const UNITS = 2;
const LEAST_TRIANGLE = 5200;

interface Cast {
  readonly country: string;
  readonly tint: 1 | 2 | 3 | 4 | 5;
  readonly side: "one" | "two" | null;
}
/** The moment of the picture: turn 4, two coalitions. */
const CAST: readonly Cast[] = [
  { country: "austria-hungary", tint: 1, side: "two" },
  { country: "belgium", tint: 5, side: null },
  { country: "britain", tint: 1, side: "one" },
  { country: "bulgaria", tint: 1, side: null },
  { country: "france", tint: 3, side: "one" },
  { country: "germany", tint: 4, side: "two" },
  { country: "greece", tint: 4, side: null },
  { country: "italy", tint: 5, side: "two" },
  { country: "ottoman-empire", tint: 3, side: null },
  { country: "romania", tint: 5, side: null },
  { country: "russia", tint: 2, side: "one" },
  { country: "serbia", tint: 3, side: "one" },
];

type Place = readonly [lon: number, lat: number];
interface Arc {
  readonly kind: "balance" | "bandwagon";
  readonly from: Place;
  readonly to: Place;
  /** Sideways bend, in parts of the length. */
  readonly bend: number;
}
const ARCS: readonly Arc[] = [
  { kind: "balance", from: [-1.2, 53.3], to: [8.3, 52.6], bend: -0.2 },
  { kind: "balance", from: [29.4, 52.2], to: [17.4, 52.9], bend: 0.14 },
  { kind: "balance", from: [2.6, 48.2], to: [7.6, 49.4], bend: -0.2 },
  { kind: "bandwagon", from: [16.6, 48.5], to: [12.4, 50.0], bend: 0.22 },
];
const NAMES: readonly {
  readonly country: string;
  readonly at: Place;
  readonly size: number;
  readonly tracking: number;
}[] = [
  { country: "britain", at: [-1.6, 52.1], size: 14, tracking: 0.04 },
  { country: "france", at: [2.4, 46.4], size: 18, tracking: 0.12 },
  { country: "germany", at: [10.6, 51.2], size: 18, tracking: 0.1 },
  { country: "austria-hungary", at: [18.6, 47.1], size: 13, tracking: 0.03 },
  { country: "russia", at: [28.6, 55.2], size: 19, tracking: 0.16 },
];

/**
 * The home page's tile of Europe in 1914 as SVG: tints, two coalitions, who stands against whom. Colours are custom
 * properties of the page, so that the tile follows its theme; `label` is the text for those who do not see it (escaped).
 */
export function homeTile(scenario: Scenario, label: string): string {
  if (scenario.map.kind !== "world") throw new Error("the home page shows a map of the world");
  const map = decodeMap(buildMap(scenario, LEAST_TRIANGLE));
  const { toPlane } = sheetOf(scenario.map);
  const at = (place: Place): readonly [number, number] => toDrawing(...toPlane(place));
  const parts = [
    `<rect width="${WIDTH * UNITS}" height="${HEIGHT * UNITS}" fill="var(--sea)"/>`,
    stroke(pathOfLines(map.coast), "shelf", 26, ` stroke-linejoin="round"`),
    stroke(pathOfLines(map.geometry.graticule), "grat", 2),
    ...land(scenario, map),
    ...ARCS.map((arc) => drawArc(arc, at)),
    ...NAMES.map(({ country, at: place, size, tracking }) => nameOf(scenario, country, at(place), { size, tracking })),
    `<rect x="8" y="8" width="${WIDTH * UNITS - 16}" height="${HEIGHT * UNITS - 16}" fill="none" stroke="var(--seaInk)" stroke-width="2" opacity=".75"/>`,
    `<rect x="1" y="1" width="${WIDTH * UNITS - 2}" height="${HEIGHT * UNITS - 2}" fill="none" stroke="var(--coast)" stroke-width="2"/>`,
  ];
  return `<svg viewBox="0 0 ${WIDTH * UNITS} ${HEIGHT * UNITS}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${label}">${defs}${parts.join("")}</svg>`;
}

const defs =
  `<defs><pattern id="hm-h" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">` +
  `<rect width="10" height="10" fill="var(--case)"/><rect width="10" height="6" fill="var(--g2)"/></pattern></defs>`;

function land(scenario: Scenario, map: MapShapes): string[] {
  const ids = scenario.countries.map((country) => country.id).sort();
  const provinces = [...scenario.provinces].sort((a, b) => (a.id < b.id ? -1 : 1));
  const holders = provinces.map((province) => ids.indexOf(province.home));
  const of = (countries: readonly string[]): Shape =>
    outlineOf(
      map,
      heldBy(
        holders,
        countries.map((id) => ids.indexOf(countryId(id))),
      ),
    );
  const side = (name: Cast["side"]): string =>
    pathOfShape(of(CAST.filter((one) => one.side === name).map((one) => one.country)));
  const tints = CAST.map(({ country, tint }) => `<path d="${pathOfShape(of([country]))}" fill="var(--t${tint})"/>`);
  return [
    `<path d="${map.others.map((other) => pathOfShape(other.shape)).join("")}" fill="var(--land0)"/>`,
    ...tints,
    stroke(pathOfLines(provinceLines(map, holders)), "prov", 1.8, ` stroke-dasharray="3 5"`),
    ribbon("one", side("one"), "var(--g1)"),
    ribbon("two", side("two"), "url(#hm-h)"),
    stroke(pathOfLines(borderLines(map, holders)), "border", 2),
    stroke(pathOfLines(map.coast), "coast", 1.6),
  ];
}

/** 3.2 px inside the outline, after a keyline of 1.2. */
const ribbon = (name: string, d: string, paint: string): string =>
  `<clipPath id="hm-c${name}"><path id="hm-${name}" d="${d}"/></clipPath>` +
  `<g clip-path="url(#hm-c${name})" fill="none" stroke-linejoin="round"><use href="#hm-${name}" stroke="${paint}" stroke-width="17.6"/><use href="#hm-${name}" stroke="var(--case)" stroke-width="4.8"/></g>`;

const stroke = (d: string, colour: string, width: number, more = ""): string =>
  `<path d="${d}" fill="none" stroke="var(--${colour})" stroke-width="${width}"${more}/>`;

function drawArc({ kind, from, to, bend }: Arc, at: (place: Place) => readonly [number, number]): string {
  const [ax, ay] = at(from);
  const [bx, by] = at(to);
  const [dx, dy] = [bx - ax, by - ay];
  const [cx, cy] = [(ax + bx) / 2 - dy * bend, (ay + by) / 2 + dx * bend].map(Math.round) as [number, number];
  const length = Math.hypot(bx - cx, by - cy);
  const [ux, uy] = [(bx - cx) / length, (by - cy) / length];
  const colour = kind === "balance" ? "var(--g1)" : "var(--g2)";
  const way = `M${ax} ${ay}Q${cx} ${cy} ${bx} ${by}`;
  const dot = `<circle cx="${ax}" cy="${ay}" r="8" fill="${colour}" stroke="var(--case)" stroke-width="3"/>`;
  if (kind === "balance") {
    const bar = `M${point(bx - uy * 15, by + ux * 15)}L${point(bx + uy * 15, by - ux * 15)}`;
    return `<path d="${way}${bar}" fill="none" stroke="var(--case)" stroke-width="12"/><path d="${way}" fill="none" stroke="${colour}" stroke-width="4.8"/><path d="${bar}" stroke="${colour}" stroke-width="6"/>${dot}`;
  }
  const head = `M${point(bx + ux * 20, by + uy * 20)}L${point(bx - uy * 14, by + ux * 14)} ${point(bx + uy * 14, by - ux * 14)}Z`;
  return (
    `<path d="${way}" fill="none" stroke="var(--case)" stroke-width="16"/><path d="${way}" fill="none" stroke="${colour}" stroke-width="9"/><path d="${way}" fill="none" stroke="var(--case)" stroke-width="3"/>` +
    `<path d="${head}" fill="${colour}" stroke="var(--case)" stroke-width="3"/>${dot}`
  );
}

const point = (x: number, y: number): string => `${Math.round(x)} ${Math.round(y)}`;

function nameOf(
  scenario: Scenario,
  id: string,
  [x, y]: readonly [number, number],
  { size, tracking }: { readonly size: number; readonly tracking: number },
): string {
  const name = scenario.countries.find((country) => country.id === id)?.short ?? id;
  return (
    `<text x="${x}" y="${y}" text-anchor="middle" font-family="var(--serif)" font-weight="600" font-size="${size * UNITS}" letter-spacing="${(tracking * size * UNITS).toFixed(1)}" ` +
    `fill="var(--ink)" stroke="var(--case)" stroke-opacity=".72" stroke-width="5.2" stroke-linejoin="round" paint-order="stroke" aria-hidden="true">${name.toUpperCase()}</text>`
  );
}

function toDrawing(x: number, y: number): readonly [number, number] {
  const scale = (WIDTH * UNITS) / (WINDOW[2] - WINDOW[0]);
  return [Math.round((x - WINDOW[0]) * scale), Math.round((y - WINDOW[1]) * scale)];
}

/** Land and lines go this far beyond the window, so that no ribbon runs along its edge. */
const MARGIN = 160;
const AROUND: Box = [WINDOW[0] - MARGIN, WINDOW[1] - MARGIN, WINDOW[2] + MARGIN, WINDOW[3] + MARGIN];

function pathOfShape(shape: Shape): string {
  return shape
    .flat()
    .map((ring) => clipRing(ring, AROUND))
    .filter((ring) => ring.length >= 6)
    .map(steps)
    .filter((text) => text !== "")
    .map((text) => `${text}z`)
    .join("");
}

function pathOfLines(lines: readonly Line[]): string {
  const seen = lines.flatMap((line) =>
    without(line, (ax, ay, bx, by) => !inBox(AROUND, ax, ay) && !inBox(AROUND, bx, by)),
  );
  return seen.map((line) => steps(line)).join("");
}

/** A start and then whole steps: the shortest way to write a line. Nothing for what is too small to take a step. */
function steps(line: Line): string {
  let [x, y] = toDrawing(line[0] ?? 0, line[1] ?? 0);
  let text = `M${x} ${y}l`;
  for (let i = 2; i < line.length; i += 2) {
    const [u, v] = toDrawing(line[i] ?? 0, line[i + 1] ?? 0);
    if (u === x && v === y) continue;
    text += `${text.endsWith("l") || u - x < 0 ? "" : " "}${u - x}${v - y < 0 ? "" : " "}${v - y}`;
    [x, y] = [u, v];
  }
  return text.endsWith("l") ? "" : text;
}
