import { figureOf } from "../figure.ts";
import { fillPath } from "./cased.ts";
import { paintFigure } from "./figures.ts";
import type { FigureContext } from "./figures.ts";
import { paintAttack, paintLine, paintPact } from "./lines.ts";
import type { MapWords, Plan } from "./plan.ts";
import { paintSign } from "./signs.ts";
import type { Sheet } from "./sheet.ts";
import { inView } from "./surface.ts";
import type { Surface } from "./surface.ts";
import { nameFont, quietStyle, write } from "./text.ts";

/** Names of seas and of land not in play. */
export function paintQuietNames(surface: Surface, plan: Plan): void {
  inView(surface, (ctx) => {
    for (const { kind, text, at } of plan.quiet) write(ctx, text, at, quietStyle(surface.palette, kind, surface.unit));
  });
}

/** The plate's edge and the neat line inside it. */
export function paintNeatline(surface: Surface): void {
  const { palette, camera, unit } = surface;
  inView(surface, (ctx) => {
    ctx.lineWidth = 1;
    ctx.strokeStyle = palette.coast;
    ctx.strokeRect(0.5, 0.5, camera.width - 1, camera.height - 1);
    ctx.globalAlpha = 0.5;
    ctx.strokeStyle = palette.seaInk;
    ctx.strokeRect(4 * unit, 4 * unit, camera.width - 8 * unit, camera.height - 8 * unit);
  });
}

/** Lines, pacts, signs and attacks at rest. */
export function paintLines(surface: Surface, plan: Pick<Plan, "lines" | "pacts" | "attacks" | "signs">): void {
  for (const { pact, route } of plan.pacts) paintPact(surface, route, pact, 1);
  // My own draft lies on top of what is known.
  for (const draft of [false, true]) {
    for (const { line, route } of plan.lines) if (line.draft === draft) paintLine(surface, route, line, 1);
  }
  for (const sign of plan.signs) paintSign(surface, sign, 1);
  for (const { attack, from, to } of plan.attacks) paintAttack(surface, { from, to }, attack, 1);
}

/** px of the circle of a country with all the power. */
const FULL_CIRCLE = 78;

/** Names with their figures, and on the power layer circles whose area is the share. */
export function paintNames(surface: Surface, sheet: Sheet, plan: Plan, words: MapWords): void {
  const { palette, unit } = surface;
  inView(surface, (ctx) => {
    const context: FigureContext = { ctx, palette, unit, you: words.you };
    if (sheet.model.layer === "power") paintCircles(surface, sheet, plan);
    paintLeaders(surface, plan);
    for (const { text, own, name, letters } of plan.names) {
      if (text === "") continue;
      write(ctx, text, name, {
        font: nameFont(palette, letters.size, own),
        colour: palette.ink,
        tracking: letters.tracking * letters.size,
        casing: palette.case,
        unit,
      });
    }
    for (const { country, figure } of plan.names) {
      const shown = figureOf(sheet.model, country);
      if (shown !== null && figure !== null) paintFigure({ ...surface, ctx }, shown, figure, context);
    }
  });
}

const LEADER_DOT = 2.2;

/** Thin lines from names that stand beside their countries. */
function paintLeaders({ ctx, palette, unit }: Surface, { names }: Plan): void {
  for (const { leader } of names) {
    if (leader === null) continue;
    const [from, to] = leader;
    const way = new Path2D();
    way.moveTo(...from);
    way.lineTo(...to);
    const dot = new Path2D();
    dot.arc(...to, LEADER_DOT * unit, 0, 7);
    ctx.strokeStyle = palette.case;
    ctx.lineWidth = 3 * unit;
    ctx.stroke(way);
    ctx.stroke(dot);
    ctx.strokeStyle = palette.ink;
    ctx.lineWidth = 1.1 * unit;
    ctx.stroke(way);
    ctx.fillStyle = palette.ink;
    fillPath(ctx, dot);
  }
}

function paintCircles({ ctx, palette, unit }: Surface, sheet: Sheet, plan: Plan): void {
  for (const { country, box, leader } of plan.names) {
    const middle = leader?.[1] ?? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const share = sheet.model.countries[country]?.share ?? 0;
    ctx.beginPath();
    ctx.arc(...middle, Math.sqrt(share) * FULL_CIRCLE * unit, 0, 7);
    ctx.fillStyle = palette.part1;
    ctx.globalAlpha = 0.28;
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.strokeStyle = palette.part1;
    ctx.lineWidth = 1.4 * unit;
    ctx.stroke();
  }
}
