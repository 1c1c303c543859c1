import type { ConceptQuestion } from "../model/classroom.ts";

/**
 * The built-in check: six questions on what the game is to teach, each a small case to judge rather than a term to
 * repeat. An instructor can change them. The wrong options are the answers students give: that the strongest is always
 * feared most, that joining the threat is balancing, that weapons alone make a threat, that a spiral needs a villain.
 * After Walt 1985, 1987; Jervis 1978; Schweller 1994.
 */
export const CONCEPT_QUESTIONS: readonly ConceptQuestion[] = [
  {
    about: "balancing",
    text: "A strong state has begun to take land from its neighbours. Two weaker states that have never liked each other sign a defence pact against it. What is this?",
    options: [
      "Balancing: they join forces against the greater threat",
      "Bandwagoning: they join a group to be on the safe side",
      "Hiding: they stay out of the strong state's wars",
      "Collective security: all states act together under law",
    ],
    right: 0,
  },
  {
    about: "bandwagoning",
    text: "A small country borders a threatening great power. Its possible allies are far away and slow to act. According to Walt, when is it most likely to bandwagon?",
    options: [
      "When the great power is a democracy",
      "When it is weak, help is not to be had, and it thinks the great power can be appeased",
      "Whenever the great power is stronger than itself",
      "When it has strong allies who have promised to fight",
    ],
    right: 1,
  },
  {
    about: "sources",
    text: "Which set names the four sources of threat in balance-of-threat theory?",
    options: [
      "Power, wealth, ideology, leadership",
      "Army, navy, allies, nuclear weapons",
      "Aggregate power, proximity, offensive capability, perceived intentions",
      "Interests, identity, institutions, anarchy",
    ],
    right: 2,
  },
  {
    about: "sources",
    text: "A is the strongest state, far away, and has wronged nobody. B is half as strong, lies next door, builds an army for attack, and has threatened its neighbours twice. Whom should a neighbour of B fear more by Walt's theory, and why?",
    options: [
      "A: states balance against the greatest power",
      "Neither: under anarchy all states are feared alike",
      "A: a state that has wronged nobody yet is the harder to predict",
      "B: nearness, offensive arms and intentions can outweigh greater power",
    ],
    right: 3,
  },
  {
    about: "dilemma",
    text: "Two states want nothing but to be left alone. One arms to be safe; the other, seeing this, arms too; both end up less secure. What best explains it?",
    options: [
      "The security dilemma: what makes one safer makes the other less safe, whatever either intends",
      "One of them must have had aggressive plans from the start",
      "Buck-passing: each leaves the cost of defence to the other",
      "They miscounted: two armed states are always safer than two unarmed ones",
    ],
    right: 0,
  },
  {
    about: "dilemma",
    text: "By Jervis, in which world can states that only want security best reassure one another?",
    options: [
      "Where attack has the advantage and all weapons look alike",
      "Where defence has the advantage and weapons for defence can be told from weapons for attack",
      "Where attack has the advantage, so that wars are short",
      "In any world, as long as there are no rising powers",
    ],
    right: 1,
  },
];
