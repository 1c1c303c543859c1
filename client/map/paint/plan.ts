import type { CountryIndex } from "#shared/model/ids.ts";
import { figureOf } from "../figure.ts";
import type { Point } from "../geometry/types.ts";
import type { AttackMark, LineMark, PactMark } from "../mapModel.ts";
import { groundOf } from "../place/ground.ts";
import { placeNames } from "../place/names.ts";
import type { NameWant, PlacedName } from "../place/names.ts";
import { routesOf } from "../place/routes.ts";
import type { Route } from "../place/routes.ts";
import { shownOn } from "../shown.ts";
import { toView } from "./camera.ts";
import { figureSize } from "./figures.ts";
import type { FigureContext } from "./figures.ts";
import type { Sheet } from "./sheet.ts";
import type { Surface } from "./surface.ts";
import { nameWidth } from "./text.ts";

/** Where everything that does not zoom stands in the present view: px. */
export interface Plan {
  readonly names: readonly PlacedName[];
  readonly lines: readonly { readonly line: LineMark; readonly route: Route }[];
  readonly pacts: readonly { readonly pact: PactMark; readonly route: Route }[];
  readonly attacks: readonly { readonly attack: AttackMark; readonly from: Point; readonly to: Point }[];
}

/** Words the painters need; every visible word comes from the catalogue. */
export interface MapWords {
  readonly you: string;
}

export function planOf(surface: Surface, sheet: Sheet, words: MapWords): Plan {
  const { ctx, camera, palette, unit } = surface;
  const { model, shapes } = sheet;
  const shown = shownOn(model.layer);
  const figures: FigureContext = { ctx, palette, unit, you: words.you };
  const ground = groundOf(shapes, model.provinces.map((province) => province.home), camera);
  const names = placeNames(
    model.countries.flatMap((_, country) => nameWant(sheet, country, figures) ?? []),
    { ground, view: camera, unit, measure: (text, letters, own) => nameWidth(ctx, palette, { text, letters, own }) },
  );
  const seats = model.countries.map((_, country) => toView(camera, shapes.geometry.countries[country]?.label ?? [0, 0]));
  const attacks = shown.attacks ? model.attacks.flatMap((attack) => attackPlan(sheet, surface, { attack, seats }) ?? []) : [];
  const taken = [...names.map((name) => name.box), ...attacks.map(({ to }) => aroundDisc(to, unit))];
  const lines = shown.lines ? model.lines : [];
  const pacts = shown.lines ? model.pacts : [];
  const routes = routesOf(
    [
      ...lines.map(({ kind, from, to }) => ({ kind, from, to })),
      ...pacts.map(({ a, b }) => ({ kind: "pact" as const, from: a, to: b })),
    ],
    { ground, seats, names: taken, unit },
  );
  const routeAt = (index: number): Route => routes[index] ?? { points: [], length: 0 };
  return {
    names,
    lines: lines.map((line, i) => ({ line, route: routeAt(i) })),
    pacts: pacts.map((pact, i) => ({ pact, route: routeAt(lines.length + i) })),
    attacks,
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

const aroundDisc = ([x, y]: Point, unit: number): readonly [number, number, number, number] => [
  x - 14 * unit,
  y - 14 * unit,
  x + 14 * unit,
  y + 14 * unit,
];

/** The wedge comes from the attacker's side: from its own land nearest to the province. */
function attackPlan(
  sheet: Sheet,
  { camera }: Surface,
  { attack, seats }: { readonly attack: AttackMark; readonly seats: readonly Point[] },
): Plan["attacks"][number] | null {
  const city = sheet.shapes.geometry.provinces[attack.province]?.city;
  const from = seats[attack.from];
  return city === undefined || from === undefined ? null : { attack, from, to: toView(camera, city) };
}
