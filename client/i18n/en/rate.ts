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
  scale: { low: "peaceful", high: "bent on conquest" },
  untold: "told at the end",
  ownRow: "Threats as you rate intentions. In this match nobody is told how others see each other before the end.",
  ownRowWatching: "In this match the players rate intentions, and nobody is told how the others reckon before the end.",
  sheet: "How hostile do the others seem?",
  sheetText: "Judge by what they did and what they say. You can change your mind in any turn.",
  open: "Rate the others",
  prompt: {
    title: "How hostile do the others seem?",
    first: "Before anything happens: what do you make of them? Only you see your ratings, until the end.",
    again: "You have rated {{rated}} of {{of}}. Did the last turn change your mind about anyone?",
  },
  private: "Only you see your ratings, until the end.",
  formula: "In this match you rate intentions yourself: your answer stands for I = {{intent}}.",
} as const satisfies Catalogue;
