/** The colours the map paints with, by the names of `style/tokens.css`, as CSS colour texts. */
export const COLOUR_NAMES = [
  "panel",
  "ink",
  "ink2",
  "onInk",
  "sea",
  "shelf",
  "grat",
  "seaInk",
  "coast",
  "border",
  "prov",
  "land0",
  "land0Ink",
  "t1",
  "t2",
  "t3",
  "t4",
  "t5",
  "you",
  "g1",
  "g2",
  "g3",
  "threat",
  "part1",
  "case",
] as const;
export type ColourName = (typeof COLOUR_NAMES)[number];
export type Palette = Readonly<Record<ColourName, string>> & {
  /** Opacity of the madder wash of a ring, outermost first among those drawn: strongest last in this list. */
  readonly ringWash: readonly [number, number, number];
  readonly serif: string;
  readonly sans: string;
};

export type Theme = "light" | "dark";

/** Read at paint time, so that a change of theme needs nothing but another painting. */
export function readPalette(element: Element, theme: Theme): Palette {
  const style = getComputedStyle(element);
  const colours = Object.fromEntries(
    COLOUR_NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim() || "#888"]),
  );
  return {
    // One entry for every name of the list.
    ...(colours as Record<ColourName, string>),
    ringWash: theme === "dark" ? [0.22, 0.32, 0.42] : [0.26, 0.39, 0.52],
    serif: style.getPropertyValue("--serif").trim() || "serif",
    sans: style.getPropertyValue("--sans").trim() || "sans-serif",
  };
}
