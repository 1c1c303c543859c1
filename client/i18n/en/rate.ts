import type { Catalogue } from "../catalogue.ts";

/** Rating others' intentions. */
export const rate = {
  question: "How hostile does {{country}} seem to you?",
  level: {
    0: "Peaceful",
    1: "Mostly peaceful",
    2: "Hard to say",
    3: "Hostile",
    4: "Bent on conquest",
  },
  none: "Not rated",
  rated: "By your rating its threat is {{rated}}; by what it did, {{computed}}.",
  only: "This board shows threats as you rate intentions. Where you have not rated, the opening opinion stands. How the others’ deeds reckon up is shown at the end.",
  private: "Only you see your ratings, until the end.",
  formula: "In this match you rate intentions yourself: your answer stands for I = {{intent}}.",
} as const satisfies Catalogue;
