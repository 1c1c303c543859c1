import { assertNever } from "#shared/lib/assertNever.ts";
import type { CountryIndex } from "#shared/model/ids.ts";
import { BOXED_FROM } from "./mapModel.ts";
import type { MapModel } from "./mapModel.ts";
import { shownOn } from "./shown.ts";

/** What stands under a country's name. */
export type Figure =
  | { readonly kind: "you" }
  | { readonly kind: "plain"; readonly text: string }
  /** Threat from 40 up, with its change since the turn before. */
  | { readonly kind: "boxed"; readonly text: string; readonly change: string }
  /** A hider's dotted ring, on the layer that asks who chose what. */
  | { readonly kind: "hide" }
  | { readonly kind: "letter"; readonly text: string };

/** Rounded as printed; bands use the unrounded number, so 74.7 prints 75 and is grave. */
export const changeText = (change: number | null): string =>
  change === null || change === 0 ? "" : `${change > 0 ? "▲" : "▼"}${Math.abs(change)}`;

/** Nobody who stands on the map has no power at all: small shares keep a decimal. */
const shareText = (share: number): string => (share < 0.0095 ? (share * 100).toFixed(1) : `${Math.round(share * 100)}`);

export const ideologyLetter = (ideology: number): string => String.fromCharCode(65 + (((ideology % 26) + 26) % 26));

export function figureOf(model: MapModel, country: CountryIndex): Figure | null {
  const mark = model.countries[country];
  if (mark === undefined) return null;
  const kind = shownOn(model.layer).figure;
  switch (kind) {
    case "threat":
      if (model.you === country) return { kind: "you" };
      if (mark.threat === null) return null;
      return Math.round(mark.threat) >= BOXED_FROM
        ? { kind: "boxed", text: `${Math.round(mark.threat)}`, change: changeText(mark.change) }
        : { kind: "plain", text: `${Math.round(mark.threat)}` };
    case "share":
      return { kind: "plain", text: `${shareText(mark.share)} %` };
    case "alignment":
      if (model.you === country && (mark.alignment !== "hide" || model.lines.some((line) => line.draft)))
        return { kind: "you" };
      return mark.alignment === "hide" ? { kind: "hide" } : null;
    case "ideology":
      return mark.ideology < 0 ? null : { kind: "letter", text: ideologyLetter(mark.ideology) };
    default:
      return assertNever(kind);
  }
}
