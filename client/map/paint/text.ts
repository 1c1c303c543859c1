import type { Letters } from "../place/names.ts";
import type { Palette } from "../palette.ts";
import type { Point } from "../geometry/types.ts";

/** A casing of this width lies under every name, at this opacity. */
const CASING = 2.6;
const CASING_ALPHA = 0.72;

export interface TextStyle {
  readonly font: string;
  readonly colour: string;
  /** px between letters. */
  readonly tracking: number;
  readonly casing: string | null;
  readonly unit: number;
}

/** Names of countries: serif capitals, 600, my own 800. */
export const nameFont = (palette: Palette, size: number, own: boolean): string =>
  `${own ? 800 : 600} ${size}px ${palette.serif}`;

/** Seas in serif italics, land not in play in serif lower case; neither has a casing. */
export const quietStyle = (palette: Palette, kind: "sea" | "land", unit: number): TextStyle =>
  kind === "sea"
    ? {
        font: `italic 400 ${13 * unit}px ${palette.serif}`,
        colour: palette.seaInk,
        tracking: 0.9 * unit,
        casing: null,
        unit,
      }
    : {
        font: `400 ${12.5 * unit}px ${palette.serif}`,
        colour: palette.land0Ink,
        tracking: 0.2 * unit,
        casing: null,
        unit,
      };

/** Width of a tracked text, px. */
export function textWidth(
  ctx: CanvasRenderingContext2D,
  text: string,
  style: Pick<TextStyle, "font" | "tracking">,
): number {
  const letters = [...text];
  const widths = widthsOf(ctx, style.font);
  return letters.reduce((sum, letter) => sum + widths(letter), 0) + style.tracking * Math.max(0, letters.length - 1);
}

/** Widths of letters by font: the same few hundred are asked for at every painting. */
const known = new Map<string, Map<string, number>>();

/** To be called when fonts have arrived since. */
export const forgetWidths = (): void => known.clear();

function widthsOf(ctx: CanvasRenderingContext2D, font: string): (letter: string) => number {
  const widths = known.get(font) ?? new Map<string, number>();
  known.set(font, widths);
  return (letter) => {
    const held = widths.get(letter);
    if (held !== undefined) return held;
    ctx.font = font;
    const { width } = ctx.measureText(letter);
    widths.set(letter, width);
    return width;
  };
}

export const nameWidth = (
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  text: { readonly text: string; readonly letters: Letters; readonly own: boolean },
): number =>
  textWidth(ctx, text.text, {
    font: nameFont(palette, text.letters.size, text.own),
    tracking: text.letters.tracking * text.letters.size,
  });

/** Writes a text letter by letter (canvas tracking is not everywhere yet), its middle on a point, on its casing. */
export function write(ctx: CanvasRenderingContext2D, text: string, at: Point, style: TextStyle): void {
  const letters = [...text];
  const width = textWidth(ctx, text, style);
  ctx.save();
  ctx.font = style.font;
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  ctx.lineJoin = "round";
  const height = ctx.measureText("H").actualBoundingBoxAscent;
  const widths = widthsOf(ctx, style.font);
  const passes = style.casing === null ? (["fill"] as const) : (["stroke", "fill"] as const);
  for (const pass of passes) {
    let x = at[0] - width / 2;
    for (const letter of letters) {
      if (pass === "stroke") {
        ctx.globalAlpha = CASING_ALPHA;
        ctx.strokeStyle = style.casing ?? "";
        ctx.lineWidth = 2 * CASING * style.unit * 0.5 + 1;
        ctx.strokeText(letter, x, at[1] + height / 2);
      } else {
        ctx.globalAlpha = 1;
        ctx.fillStyle = style.colour;
        ctx.fillText(letter, x, at[1] + height / 2);
      }
      x += widths(letter) + style.tracking;
    }
  }
  ctx.restore();
}
