import { assertNever } from "#shared/lib/assertNever.ts";
import type { Figure } from "../figure.ts";
import type { Point } from "../geometry/types.ts";
import type { Palette } from "../palette.ts";
import type { Size } from "./camera.ts";
import type { Surface } from "./surface.ts";
import { textWidth, write } from "./text.ts";

const NUMBER = 13.5;
const CHANGE = 12.5;
const YOU = 11.5;
const PAD = 6;
const GAP = 5;

const font = (palette: Palette, size: number, weight: number): string => `${weight} ${size}px ${palette.sans}`;

export interface FigureContext {
  readonly ctx: CanvasRenderingContext2D;
  readonly palette: Palette;
  readonly unit: number;
  /** The word under my own country. */
  readonly you: string;
}

/** px a figure takes up. */
export function figureSize(figure: Figure, { ctx, palette, unit, you }: FigureContext): Size {
  const wide = (text: string, size: number, weight: number): number =>
    textWidth(ctx, text, { font: font(palette, size * unit, weight), tracking: 0 });
  switch (figure.kind) {
    case "you":
      return { width: wide(you, YOU, 600) + 6 * unit, height: 11 * unit };
    case "plain":
      return { width: wide(figure.text, NUMBER, 600), height: 12 * unit };
    case "boxed": {
      const change = figure.change === "" ? 0 : wide(figure.change, CHANGE, 600) + GAP * unit;
      return { width: wide(figure.text, NUMBER, 600) + change + 2 * PAD * unit, height: 20 * unit };
    }
    case "hide":
      return { width: 15 * unit, height: 15 * unit };
    case "letter":
      return { width: 18 * unit, height: 16 * unit };
    default:
      return assertNever(figure);
  }
}

export function paintFigure(surface: Surface, figure: Figure, at: Point, context: FigureContext): void {
  const { ctx } = surface;
  const { palette, unit } = context;
  const text = (
    words: string,
    where: Point,
    style: {
      readonly size: number;
      readonly weight: number;
      readonly colour: string;
      readonly casing?: boolean;
      readonly tracking?: number;
    },
  ): void =>
    write(ctx, words, where, {
      font: font(palette, style.size * unit, style.weight),
      colour: style.colour,
      tracking: (style.tracking ?? 0) * style.size * unit,
      casing: style.casing === false ? null : palette.case,
      unit,
    });
  switch (figure.kind) {
    case "you":
      text(context.you, at, { size: YOU, weight: 600, colour: palette.ink, tracking: 0.06 });
      return;
    case "plain":
      text(figure.text, at, { size: NUMBER, weight: 600, colour: palette.ink });
      return;
    case "boxed": {
      const size = figureSize(figure, context);
      frame(surface, at, { size, edge: palette.threat, unit });
      const number = textWidth(ctx, figure.text, { font: font(palette, NUMBER * unit, 600), tracking: 0 });
      const left = at[0] - size.width / 2 + PAD * unit;
      text(figure.text, [left + number / 2, at[1]], {
        size: NUMBER,
        weight: 600,
        colour: palette.threat,
        casing: false,
      });
      const right = at[0] + size.width / 2 - PAD * unit;
      const middle = (left + number + GAP * unit + right) / 2;
      text(figure.change, [middle, at[1]], { size: CHANGE, weight: 600, colour: palette.ink, casing: false });
      return;
    }
    case "hide":
      hidden(surface, at, unit);
      return;
    case "letter":
      frame(surface, at, { size: figureSize(figure, context), edge: palette.ink2, unit });
      text(figure.text, at, { size: 12, weight: 600, colour: palette.ink, casing: false });
      return;
    default:
      assertNever(figure);
  }
}

function frame(
  { ctx, palette }: Surface,
  at: Point,
  box: { readonly size: Size; readonly edge: string; readonly unit: number },
): void {
  ctx.beginPath();
  ctx.roundRect(at[0] - box.size.width / 2, at[1] - box.size.height / 2, box.size.width, box.size.height, 2 * box.unit);
  ctx.fillStyle = palette.panel;
  ctx.fill();
  ctx.strokeStyle = box.edge;
  ctx.lineWidth = 1.5 * box.unit;
  ctx.stroke();
}

/** A dot in a dotted ring. */
function hidden({ ctx, palette }: Surface, at: Point, unit: number): void {
  for (const [colour, wider] of [
    [palette.case, 3],
    [palette.ink, 0],
  ] as const) {
    ctx.save();
    ctx.strokeStyle = colour;
    ctx.fillStyle = colour;
    ctx.lineWidth = (1.5 + wider) * unit;
    if (wider === 0) ctx.setLineDash([2 * unit, 2 * unit]);
    ctx.beginPath();
    ctx.arc(...at, 6.2 * unit, 0, 7);
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(...at, (3 + wider / 3) * unit, 0, 7);
    ctx.fill();
    ctx.restore();
  }
}
