import type { MapModel, RingLevel } from "#client/map/mapModel.ts";
import type { RibbonStyle } from "#client/map/ribbon.ts";
import { shownOn } from "#client/map/shown.ts";

/** The marks that stand on the map now, in the order of the legend. What is not drawn is not explained. */
export type LegendMark =
  | { readonly kind: "balance" | "bandwagon" | "hide" | "pact" | "secretPact" | "draft" | "you" }
  | { readonly kind: "ultimatum" | "unrest" | "crisis" }
  /** What the figure under a name means, where no other mark of the legend says it. */
  | { readonly kind: "number" | "share" }
  /** Position in `scenario.ideologies`. */
  | { readonly kind: "ideology"; readonly ideology: number }
  | { readonly kind: "attack"; readonly occupied: boolean }
  | { readonly kind: "occupied" }
  | { readonly kind: "coalitions"; readonly styles: readonly RibbonStyle[]; readonly numbers: readonly number[] }
  | { readonly kind: "threat"; readonly levels: readonly Exclude<RingLevel, 0>[] };

export function legendMarks(model: MapModel): readonly LegendMark[] {
  const shown = shownOn(model.layer);
  const occupied = shown.occupation && model.provinces.some((province) => province.holder !== province.home);
  const attacks = shown.attacks && model.attacks.length > 0;
  const lines = shown.lines ? model.lines : [];
  const seen = shown.attacks ? model.signs : [];
  const signs = new Set(seen.map(({ kind }) => kind));
  const drafted = lines.some((line) => line.draft) || seen.some((sign) => sign.kind === "demand" && sign.draft);
  const levels = ([1, 2, 3] as const).filter(
    (level) => shown.rings && model.countries.some((country) => country.rings === level),
  );
  const coalitions = shown.ribbons ? model.coalitions : [];
  const ideologies =
    shown.figure === "ideology"
      ? [...new Set(model.countries.map((country) => country.ideology))].filter((one) => one >= 0).sort((a, b) => a - b)
      : [];
  const marks: readonly (LegendMark | false)[] = [
    lines.some((line) => line.kind === "balance") && { kind: "balance" },
    lines.some((line) => line.kind === "bandwagon") && { kind: "bandwagon" },
    shown.figure === "alignment" && model.countries.some((country) => country.alignment === "hide") && { kind: "hide" },
    shown.lines && model.pacts.some(({ secret }) => !secret) && { kind: "pact" },
    shown.lines && model.pacts.some(({ secret }) => secret) && { kind: "secretPact" },
    attacks && { kind: "attack", occupied },
    signs.has("demand") && { kind: "ultimatum" },
    (signs.has("unrest") || signs.has("revolt")) && { kind: "unrest" },
    signs.has("crisis") && { kind: "crisis" },
    occupied && !attacks && { kind: "occupied" },
    coalitions.length > 0 && {
      kind: "coalitions",
      styles: coalitions.map((each) => each.style),
      numbers: coalitions.map((each) => each.number),
    },
    levels.length > 0 && { kind: "threat", levels },
    shown.figure === "threat" && levels.length === 0 && model.you !== null && { kind: "number" },
    shown.figure === "share" && { kind: "share" },
    ...ideologies.map((ideology) => ({ kind: "ideology", ideology }) as const),
    drafted && { kind: "draft" },
    model.you !== null && { kind: "you" },
  ];
  return marks.filter((mark) => mark !== false);
}
