/** Coalition I, II, III. */
export const RIBBON_STYLES = ["solid", "hatched", "dotted"] as const;
export type RibbonStyle = (typeof RIBBON_STYLES)[number];
