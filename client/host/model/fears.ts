import type { CountryIndex } from "#shared/model/ids.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { printedBand } from "#client/map/bands.ts";
import type { Band } from "#shared/theory/threat.ts";

/** Whom a country fears most, with T unrounded. */
export interface Fear {
  readonly observer: CountryIndex;
  readonly country: CountryIndex;
  readonly threat: number;
  readonly band: Band;
}

/** Each country's greatest fear, the greatest first; equals in the board's order. */
export function fearsAt(view: Pick<PlayerView, "world">): readonly Fear[] {
  const { threat } = view.world;
  return threat
    .map((row, observer) => {
      const others = row
        .map((value, country) => ({ country, value: value ?? 0 }))
        .filter(({ country }) => country !== observer);
      const top = others.toSorted((a, b) => b.value - a.value)[0] ?? { country: 0, value: 0 };
      return { observer, country: top.country, threat: top.value, band: printedBand(top.value) };
    })
    .filter(({ threat: value }) => value > 0)
    .toSorted((a, b) => b.threat - a.threat);
}
