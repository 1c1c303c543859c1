import type { CountryIndex } from "#shared/model/ids.ts";
import type { Sheet } from "./sheet.ts";
import { inMap } from "./surface.ts";
import type { Surface } from "./surface.ts";

/** What the pointer is over, thinly; what is selected, plainly. */
export function paintCursor(
  surface: Surface,
  sheet: Sheet,
  at: { readonly hovered: CountryIndex | null; readonly selected: CountryIndex | null },
): void {
  const { ctx, palette } = surface;
  const outline = (country: CountryIndex | null, width: number): void => {
    const path = country === null ? undefined : sheet.homes[country];
    if (path === undefined) return;
    inMap(surface, (px) => {
      ctx.strokeStyle = palette.case;
      ctx.lineWidth = px(width + 2.6);
      ctx.stroke(path);
      ctx.strokeStyle = palette.ink;
      ctx.lineWidth = px(width);
      ctx.stroke(path);
    });
  };
  if (at.hovered !== at.selected) outline(at.hovered, 1.2);
  outline(at.selected, 2.4);
}
