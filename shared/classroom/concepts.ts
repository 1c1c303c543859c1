import type { ConceptQuestion } from "../model/classroom.ts";

/**
 * The built-in check: six questions on what the game is to teach, most of them a small case to judge rather than a term to
 * repeat. An instructor can change them. The wrong options are the answers students give: that the strongest is always
 * feared most, that joining any group is bandwagoning, that a spiral needs a villain, that short wars reassure. The right
 * one is neither always first nor always longest. After Walt 1985, 1987; Jervis 1978.
 */
export const CONCEPT_QUESTIONS: readonly ConceptQuestion[] = [
  {
    about: "balancing",
    text: "A strong state has begun to seize land from its neighbours. Two weaker states that have long quarrelled with each other now sign a defence pact against it. In Walt's terms, what are they doing?",
    options: [
      "Bandwagoning: they join a group so as not to stand alone",
      "Balancing: they ally against the main threat",
      "Buck-passing: each hopes that the other will do the fighting",
      "Hiding: they keep out of the strong state's wars",
    ],
    right: 1,
  },
  {
    about: "bandwagoning",
    text: "According to Walt, when is a state most likely to bandwagon with a threatening great power?",
    options: [
      "When it is strong itself, and its allies have promised to fight",
      "When the great power is the strongest in the system, whatever it does",
      "When it is weak, help is far off, and the threat seems appeasable",
      "When the great power has just lost a war and its neighbours see it weakening",
    ],
    right: 2,
  },
  {
    about: "sources",
    text: "Which are the four sources of threat in balance-of-threat theory?",
    options: [
      "Aggregate power, proximity, offensive capability, perceived intentions",
      "Aggregate power, form of government, number of allies, record of past wars",
      "Armed forces, trade, geography, international law",
      "Anarchy, fear, self-help, relative gains",
    ],
    right: 0,
  },
  {
    about: "sources",
    text: "State A is the strongest, lies far away, and has wronged nobody. State B is half as strong, lies next door, builds an army for attack, and has twice threatened its neighbours. Whom should B's neighbour fear more, by Walt's theory, and why?",
    options: [
      "A: states balance against whoever has the most power, wherever it lies",
      "A: a state that has wronged nobody so far is the hardest to foresee",
      "Neither: under anarchy every state must be feared alike",
      "B: nearness, offensive arms and intent can outweigh greater power",
    ],
    right: 3,
  },
  {
    about: "dilemma",
    text: "Two states want nothing but to be left alone. One arms to be safe; the other sees it and arms too; in the end both are less secure. What explains this best?",
    options: [
      "One of the two must have planned conquest from the start, or neither would have armed",
      "What makes one safer threatens the other, whatever they intend",
      "Each leaves it to the other to bear the cost of keeping the peace",
      "They misjudged it: two armed states are always safer than two unarmed ones",
    ],
    right: 1,
  },
  {
    about: "dilemma",
    text: "According to Jervis, in which world can two states that only want to be safe reassure each other most easily?",
    options: [
      "Attack is easier than defence, so that both know wars will be short and decided quickly",
      "Attack is easier than defence, and arms for the one look like arms for the other",
      "Defence is easier than attack, and arms for the one can be told from arms for the other",
      "In any world, as long as the two are equally strong",
    ],
    right: 2,
  },
];
