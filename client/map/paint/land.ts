import { assertNever } from "#shared/lib/assertNever.ts";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { Coalition } from "../coalitions.ts";
import { shownOn } from "../shown.ts";
import type { CountryMark } from "../mapModel.ts";
import type { RibbonStyle } from "../ribbon.ts";
import type { Palette } from "../palette.ts";
import { ideologyFill } from "./ideology.ts";
import type { Sheet } from "./sheet.ts";
import { dots, hatch, inMap, layered } from "./surface.ts";
import type { Surface } from "./surface.ts";

/** Everything under the names and lines, in the order of the design: sea, tints, rings, occupation, ribbon, borders, coast. */
export function paintLand(surface: Surface, sheet: Sheet): void {
  const shown = shownOn(sheet.model.layer);
  paintSea(surface, sheet);
  paintTints(surface, sheet);
  if (shown.rings) paintRings(surface, sheet);
  inMap(surface, (px) => {
    const { ctx, palette } = surface;
    ctx.strokeStyle = palette.prov;
    ctx.lineWidth = px(0.8);
    ctx.setLineDash([px(2), px(2)]);
    ctx.lineCap = "butt";
    ctx.stroke(sheet.provinceLines);
  });
  if (shown.occupation) paintOccupation(surface, sheet);
  if (shown.ribbons) for (const coalition of sheet.model.coalitions) paintRibbon(surface, sheet, coalition);
  paintBorders(surface, sheet);
  if (sheet.model.you !== null) paintOwnOutline(surface, sheet.homes[sheet.model.you]);
}

/** Two faint steps of shallows along every shore. */
const SHALLOWS: readonly { readonly width: number; readonly alpha: number }[] = [
  { width: 26, alpha: 0.4 },
  { width: 14, alpha: 0.55 },
];

function paintSea(surface: Surface, sheet: Sheet): void {
  const { ctx, palette } = surface;
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.fillStyle = palette.sea;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  ctx.restore();
  inMap(surface, (px) => {
    ctx.strokeStyle = palette.shelf;
    for (const { width, alpha } of SHALLOWS) {
      ctx.globalAlpha = alpha;
      ctx.lineWidth = px(width);
      ctx.stroke(sheet.coast);
    }
    ctx.globalAlpha = 1;
    ctx.strokeStyle = palette.grat;
    ctx.lineWidth = px(0.6);
    ctx.stroke(sheet.graticule);
    ctx.strokeStyle = palette.seaInk;
    ctx.lineWidth = px(1.2);
    ctx.stroke(sheet.insets);
  });
}

function paintTints(surface: Surface, sheet: Sheet): void {
  inMap(surface, () => {
    const { ctx, palette } = surface;
    ctx.fillStyle = palette.land0;
    ctx.fill(sheet.others);
    sheet.model.countries.forEach((country, index) => {
      const path = sheet.held[index];
      if (path === undefined) return;
      ctx.fillStyle = groundOf(sheet, palette, index);
      ctx.fill(path);
      const over = overlayOf(surface, sheet, { country, index });
      if (over === null) return;
      ctx.save();
      ctx.globalAlpha = over.alpha;
      ctx.fillStyle = over.fill;
      ctx.fill(path);
      ctx.restore();
    });
  });
}

/** Owner tints where the owner is the subject; one quiet ground where something else is. */
function groundOf(sheet: Sheet, palette: Palette, country: CountryIndex): string {
  if (sheet.model.you === country) return palette.you;
  return sheet.model.layer === "owner" ? palette[`t${sheet.model.countries[country]?.tint ?? 5}`] : palette.t5;
}

function overlayOf(
  surface: Surface,
  sheet: Sheet,
  at: { readonly country: CountryMark; readonly index: CountryIndex },
): { readonly fill: CanvasPattern | string; readonly alpha: number } | null {
  const { layer } = sheet.model;
  switch (layer) {
    case "owner":
    case "threat":
    case "power":
      return null;
    case "alignment": {
      const coalition = sheet.model.coalitions.find((one) => one.members.includes(at.index));
      return coalition === undefined ? null : { fill: surface.palette[ribbonColour(coalition.style)], alpha: 0.2 };
    }
    case "ideology":
      return { fill: ideologyFill(surface, at.country.ideology), alpha: 0.5 };
    default:
      return assertNever(layer);
  }
}

const RIBBON = 3.2;
const KEYLINE = 1.2;

/** Rings begin inside the ribbon, whether there is one or not, so that a ring is as wide everywhere. */
const RING = 7;
const RING_EDGE = 1.3;
const RING_LEAST = 3.4;
/** Rings and ribbon take up at most this share of the way to the middle of a country. */
const RING_SHARE = 0.85;

/**
 * Rings from the border inwards, the strongest outermost. Each is drawn from the border to its own inner edge and then
 * cut down to that edge, so the next one out replaces what lies beyond it and no wash is laid twice.
 */
function paintRings(surface: Surface, sheet: Sheet): void {
  layered(surface, (over) => {
    sheet.model.countries.forEach((country, index) => {
      const path = sheet.homes[index];
      const width = ringWidth(surface, sheet, index);
      if (country.rings === 0 || path === undefined || width < RING_LEAST) return;
      inMap(over, (px) => {
        over.ctx.clip(path);
        for (let ring = country.rings; ring >= 1; ring -= 1)
          paintRing(over, path, { ring, level: country.rings, width, px });
      });
    });
  });
}

/** Narrower where a country has little room, so that its rings leave land between them; too narrow, and the number alone must do. */
function ringWidth({ camera, unit }: Surface, sheet: Sheet, country: CountryIndex): number {
  const room = ((sheet.shapes.geometry.countries[country]?.room ?? 0) * camera.scale) / unit;
  const level = sheet.model.countries[country]?.rings ?? 0;
  return Math.min(RING, (RING_SHARE * room - RIBBON - KEYLINE) / Math.max(1, level));
}

interface RingSpec {
  readonly width: number;
  readonly ring: number;
  readonly level: number;
  readonly px: (width: number) => number;
}

function paintRing({ ctx, palette }: Surface, path: Path2D, { ring, level, width, px }: RingSpec): void {
  const reach = RIBBON + KEYLINE + width * ring;
  ctx.strokeStyle = palette.threat;
  ctx.lineWidth = px(2 * reach);
  ctx.stroke(path);
  ctx.globalCompositeOperation = "destination-out";
  ctx.lineWidth = px(2 * (reach - RING_EDGE));
  ctx.stroke(path);
  ctx.globalCompositeOperation = "source-over";
  ctx.globalAlpha = palette.ringWash[level - ring] ?? 0.26;
  ctx.stroke(path);
  ctx.globalAlpha = 1;
}

function paintOccupation(surface: Surface, sheet: Sheet): void {
  inMap(surface, () => {
    const { ctx, palette } = surface;
    ctx.fillStyle = hatch(surface, { colour: palette.ink, width: 2.4, every: 6 });
    ctx.globalAlpha = 0.55;
    sheet.model.provinces.forEach((province, index) => {
      const path = sheet.provinces[index];
      if (province.holder !== province.home && path !== undefined) ctx.fill(path);
    });
  });
}

export const ribbonColour = (style: RibbonStyle): "g1" | "g2" | "g3" =>
  ({ solid: "g1", hatched: "g2", dotted: "g3" } as const)[style];

function paintRibbon(surface: Surface, sheet: Sheet, coalition: Coalition): void {
  const path = sheet.joint(coalition.members);
  inMap(surface, (px) => {
    const { ctx, palette } = surface;
    ctx.clip(path);
    ctx.strokeStyle = palette.case;
    ctx.lineWidth = px(2 * (RIBBON + KEYLINE));
    ctx.stroke(path);
    ctx.strokeStyle = ribbonFill(surface, coalition.style);
    ctx.stroke(path);
    ctx.strokeStyle = palette.case;
    ctx.lineWidth = px(2 * KEYLINE);
    ctx.stroke(path);
  });
}

function ribbonFill(surface: Surface, style: RibbonStyle): CanvasPattern | string {
  const { palette } = surface;
  switch (style) {
    case "solid":
      return palette.g1;
    case "hatched":
      return hatch(surface, { colour: palette.g2, width: 3, every: 4.4, ground: palette.case });
    case "dotted":
      return dots(surface, { colour: palette.g3, width: 2.8, every: 3.6, ground: palette.case });
    default:
      return assertNever(style);
  }
}

function paintBorders(surface: Surface, sheet: Sheet): void {
  inMap(surface, (px) => {
    const { ctx, palette } = surface;
    ctx.strokeStyle = palette.border;
    ctx.lineWidth = px(1);
    ctx.stroke(sheet.borders);
    ctx.strokeStyle = palette.coast;
    ctx.lineWidth = px(0.8);
    ctx.stroke(sheet.coast);
  });
}

/** 2.4 ink on 5 case: whose seat this is. */
export function paintOwnOutline(surface: Surface, path: Path2D | undefined): void {
  if (path === undefined) return;
  inMap(surface, (px) => {
    const { ctx, palette } = surface;
    ctx.strokeStyle = palette.case;
    ctx.lineWidth = px(5);
    ctx.stroke(path);
    ctx.strokeStyle = palette.ink;
    ctx.lineWidth = px(2.4);
    ctx.stroke(path);
  });
}
