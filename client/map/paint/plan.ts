import type { CountryIndex } from "#shared/model/ids.ts";
import { figureOf } from "../figure.ts";
import type { Box, Point } from "../geometry/types.ts";
import type { AttackMark, LineMark, PactMark } from "../mapModel.ts";
import { boxAround } from "../place/boxes.ts";
import { groundOf } from "../place/ground.ts";
import type { Ground } from "../place/ground.ts";
import { nameLand } from "../place/heartland.ts";
import { placeNames } from "../place/names.ts";
import type { NameWant, PlacedName } from "../place/names.ts";
import { pactTies } from "../place/pactTies.ts";
import { routeBoxes, routesOf } from "../place/routes.ts";
import type { Route } from "../place/routes.ts";
import { placeQuietNames } from "../place/quietNames.ts";
import type { QuietName } from "../place/quietNames.ts";
import { shownOn } from "../shown.ts";
import type { SignMark } from "../signs.ts";
import { toView } from "./camera.ts";
import { figureSize } from "./figures.ts";
import type { FigureContext } from "./figures.ts";
import type { Sheet } from "./sheet.ts";
import { cityOf, signBox, type PlacedSign } from "./signs.ts";
import type { Surface } from "./surface.ts";
import { nameWidth, quietStyle, textWidth } from "./text.ts";

/** Where everything that does not zoom stands in the present view: px. */
export interface Plan {
  readonly names: readonly PlacedName[];
  readonly lines: readonly { readonly line: LineMark; readonly route: Route }[];
  readonly pacts: readonly { readonly pact: PactMark; readonly route: Route }[];
  readonly attacks: readonly { readonly attack: AttackMark; readonly from: Point; readonly to: Point }[];
  readonly signs: readonly PlacedSign[];
  /** Seas and land not in play, where they have room. */
  readonly quiet: readonly QuietName[];
}

/** Words the painters need; every visible word comes from the catalogue. */
export interface MapWords {
  readonly you: string;
}

export interface PlanOptions {
  readonly words: MapWords;
  /** Where controls lie over the map, px of the view: nothing is written there. */
  readonly covered?: readonly Box[];
  /** Nothing is written: a thumbnail, whose caption says it. */
  readonly nameless?: boolean;
}

export function planOf(surface: Surface, sheet: Sheet, { words, covered = [], nameless = false }: PlanOptions): Plan {
  const { ctx, camera, palette, unit } = surface;
  const { model, shapes } = sheet;
  const shown = shownOn(model.layer);
  const figures: FigureContext = { ctx, palette, unit, you: words.you };
  const homes = model.provinces.map(({ home }) => home);
  const holders = model.provinces.map(({ holder }) => holder);
  const ground = groundOf(shapes, { homes, named: nameLand(shapes, homes, holders) }, camera);
  const seats = model.countries.map((_, country) =>
    toView(camera, shapes.geometry.countries[country]?.label ?? [0, 0]),
  );
  const attacks = shown.attacks
    ? model.attacks.flatMap((attack) => attackPlan(sheet, surface, { attack, seats, ground }) ?? [])
    : [];
  const signs = shown.attacks
    ? model.signs.flatMap((sign) => signPlan(sheet, surface, { sign, seats, ground }) ?? [])
    : [];
  const struck = [
    ...attacks.flatMap(({ from, to }) => wedgeBoxes(from, to, unit)),
    ...signs.flatMap((sign) => (sign.from === null ? [signBox(sign, unit)] : wedgeBoxes(sign.from, sign.to, unit))),
  ];
  const lines = shown.lines ? model.lines : [];
  const pacts = shown.lines ? pactTies(model.pacts, seats) : [];
  const wants = [
    ...lines.map(({ kind, from, to }) => ({ kind, from, to })),
    ...pacts.map(({ a, b }) => ({ kind: "pact" as const, from: a, to: b })),
  ];
  // Names shy away from where lines would run freely; the lines then find their way round the names.
  const free = routesOf(wants, { ground, seats, names: struck, unit, quick: true });
  const names = placeNames(
    nameless ? [] : model.countries.flatMap((_, country) => nameWant(sheet, country, figures) ?? []),
    {
      ground,
      view: camera,
      unit,
      obstacles: [...struck, ...covered],
      shy: free.flatMap((route) => routeBoxes(route, unit)),
      measure: (text, letters, own) => nameWidth(ctx, palette, { text, letters, own }),
    },
  );
  const taken = [...names.map((name) => name.box), ...struck, ...covered];
  const routes = routesOf(wants, { ground, seats, names: taken, unit });
  const ways = routes.flatMap((route) => routeBoxes(route, unit));
  const routeAt = (index: number): Route => routes[index] ?? { points: [], length: 0 };
  return {
    names,
    lines: lines.map((line, i) => ({ line, route: routeAt(i) })),
    pacts: pacts.map((pact, i) => ({ pact, route: routeAt(lines.length + i) })),
    attacks,
    signs,
    quiet: placeQuietNames(
      nameless
        ? []
        : [
            ...shapes.geometry.seas.map((sea) => ({
              kind: "sea" as const,
              text: sea.name,
              at: toView(camera, sea.at),
            })),
            ...shapes.geometry.bystanders.map((land) => ({
              kind: "land" as const,
              text: land.name,
              at: toView(camera, land.at),
            })),
          ],
      {
        ground,
        taken: [...taken, ...ways],
        measure: (text, kind) => textWidth(ctx, text, quietStyle(palette, kind, unit)),
        height: 13 * unit,
      },
    ),
  };
}

function nameWant(sheet: Sheet, country: CountryIndex, context: FigureContext): NameWant | null {
  const mark = sheet.model.countries[country];
  if (mark === undefined) return null;
  const figure = figureOf(sheet.model, country);
  const forms = [...new Set([mark.name, mark.short])].map((form) => form.toLocaleUpperCase());
  return {
    country,
    forms,
    own: sheet.model.you === country,
    figure: figure === null ? null : figureSize(figure, context),
  };
}

/** Boxes along a wedge and its disc, for names to keep clear of. */
function wedgeBoxes(from: Point, to: Point, unit: number): readonly Box[] {
  const angle = Math.atan2(from[1] - to[1], from[0] - to[0]);
  return [
    { along: 0, half: 12 },
    { along: 22, half: 10 },
    { along: 36, half: 7 },
    { along: 50, half: 6 },
  ].map(({ along, half }) =>
    boxAround(
      [to[0] + Math.cos(angle) * along * unit, to[1] + Math.sin(angle) * along * unit],
      2 * half * unit,
      2 * half * unit,
    ),
  );
}

/** Angles tried for a wedge, px from the disc at which the attacker's land is looked for, and the cost of turning aside. */
const TURNS = 24;
const LOOKS = [20, 32, 44, 56] as const;
const TURN_COST = 0.9;
/** px: length of a wedge, and of one from overseas. */
const WEDGE = 60;
const WEDGE_MOST = 1200;

interface Wedge {
  readonly from: CountryIndex;
  readonly to: Point;
  readonly seats: readonly Point[];
  readonly ground: Ground;
}

function attackPlan(
  sheet: Sheet,
  surface: Surface,
  { attack, ...places }: Pick<Wedge, "seats" | "ground"> & { readonly attack: AttackMark },
): Plan["attacks"][number] | null {
  const city = sheet.shapes.geometry.provinces[attack.province]?.city;
  if (city === undefined) return null;
  const to = toView(surface.camera, city);
  const from = wedgeFrom(surface, { ...places, from: attack.from, to });
  return from === null ? null : { attack, from, to };
}

function signPlan(
  sheet: Sheet,
  surface: Surface,
  { sign, ...places }: Pick<Wedge, "seats" | "ground"> & { readonly sign: SignMark },
): PlacedSign | null {
  const seat = sign.kind === "demand" ? sign.from : sign.kind === "revolt" ? null : sign.country;
  const near = seat === null ? null : (places.seats[seat] ?? null);
  const to = cityOf(sheet, surface, sign, near);
  if (to === null) return null;
  return { sign, to, from: sign.kind === "demand" ? wedgeFrom(surface, { ...places, from: sign.from, to }) : null };
}

/** The wedge comes out of the attacker's own land, as nearly as can be from the side of its middle. */
function wedgeFrom({ unit }: Surface, { from, to, seats, ground }: Wedge): Point | null {
  const seat = seats[from];
  if (seat === undefined) return null;
  const straight = Math.atan2(seat[1] - to[1], seat[0] - to[0]);
  const at = (angle: number, px: number): Point => [
    to[0] + Math.cos(angle) * px * unit,
    to[1] + Math.sin(angle) * px * unit,
  ];
  const angles = Array.from({ length: TURNS }, (_, i) => straight + (i * 2 * Math.PI) / TURNS);
  const worth = (angle: number): number =>
    LOOKS.filter((px) => ground.at(...at(angle, px)) === from).length + TURN_COST * Math.cos(angle - straight);
  const best = angles.reduce((one, other) => (worth(other) > worth(one) ? other : one), straight);
  const fromLand = LOOKS.some((px) => ground.at(...at(best, px)) === from);
  if (fromLand) return at(best, WEDGE);
  // Over sea or another's land it points back to whoever it came from.
  const far = Math.hypot(seat[0] - to[0], seat[1] - to[1]) / unit;
  const reach = [...Array(WEDGE_MOST - WEDGE).keys()].find((px) => ground.at(...at(straight, WEDGE + px)) === from);
  const length = reach === undefined ? Math.max(WEDGE, 0.6 * far) : WEDGE + reach + 10;
  return at(straight, Math.min(WEDGE_MOST, length));
}
