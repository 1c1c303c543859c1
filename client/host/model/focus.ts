import type { Box, MapGeometry } from "#client/map/geometry/types.ts";

/** How much of the whole frame is left free around the countries' names, on each side. */
const MARGIN = 0.07;

/**
 * The part of a map in which its countries lie, for small pictures: an atlas leaves sea and neighbours around, a card has no
 * room for them. Never beyond the map's own frame.
 */
export function focusFrame({ frame, countries }: Pick<MapGeometry, "frame" | "countries">): Box {
  if (countries.length === 0) return frame;
  const [left, top, right, bottom] = frame;
  const xs = countries.map(({ label }) => label[0]);
  const ys = countries.map(({ label }) => label[1]);
  const [padX, padY] = [(right - left) * MARGIN, (bottom - top) * MARGIN];
  return [
    Math.max(left, Math.min(...xs) - padX),
    Math.max(top, Math.min(...ys) - padY),
    Math.min(right, Math.max(...xs) + padX),
    Math.min(bottom, Math.max(...ys) + padY),
  ];
}
