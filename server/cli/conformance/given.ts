import type { CaseKind, CaseOf } from "./format.ts";

/** What names a case and says how it is to be read. */
export const LABELS = ["number", "title", "says", "tolerance"] as const;

/** The members of a case that describe its situation; all others but its labels are what it expects. */
export const GIVEN: { readonly [K in CaseKind]: readonly (keyof CaseOf<K>)[] } = {
  threat: ["c", "c0", "weights"],
  intent: ["acts"],
  prediction: ["inputs"],
  buck_pass: ["inputs"],
  war_stage: ["inputs"],
  revisionism: ["inputs"],
  prediction_series: ["inputs", "vary", "values", "choice"],
  power: ["rows"],
  proximity: ["start", "buffers", "open_seas", "mobility"],
  components: ["world", "observer", "of"],
  prior: ["D", "rivalry"],
  opening: ["prior", "past"],
  intent_rows: ["prior", "previous", "acts"],
  counted_acts: ["acts"],
  intent_points: ["c", "c0", "rows"],
  threat_series: ["vary", "held", "values"],
  locality: ["world", "after"],
  bands: ["T"],
  alarm: ["arms"],
  dilemmas: ["before", "after", "armed_only"],
  war_side: ["world", "observer", "of"],
  weighed: ["world", "observer", "of"],
  lenses: ["world", "observer", "lens", "revisionism"],
  named: ["options"],
  scores: ["options", "played"],
  coding: ["me", "alignment", "spending", "income", "events"],
  ratings: ["level"],
};
