import { bars, dots, hatch } from "./surface.ts";
import type { Surface } from "./surface.ts";

/** A pattern in slate for each ideology, by its position in the scenario; the letter beside the name repeats it. */
export function ideologyFill(surface: Surface, ideology: number): CanvasPattern | string {
  const colour = surface.palette.part1;
  switch (ideology % 6) {
    case 0:
      return hatch(surface, { colour, width: 1.4, every: 7 });
    case 1:
      return dots(surface, { colour, width: 2.6, every: 7 });
    case 2:
      return bars(surface, { colour, width: 1.3, every: 6 }, "upright");
    case 3:
      return bars(surface, { colour, width: 1.3, every: 6 }, "level");
    case 4:
      return bars(surface, { colour, width: 1.1, every: 8 }, "crossed");
    default:
      return hatch(surface, { colour, width: 3.4, every: 6 });
  }
}
