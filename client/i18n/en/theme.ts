import type { Catalogue } from "../catalogue.ts";

/** The theme switch, on every page. */
export const theme = {
  auto: "Theme: automatic",
  light: "Theme: light",
  dark: "Theme: dark",
} as const satisfies Catalogue;
