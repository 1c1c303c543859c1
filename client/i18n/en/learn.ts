import type { Catalogue } from "../catalogue.ts";

/** The primer. Every statement about the literature follows the design's theory text; what is the game's own choice is called that. `*Stars*` set a title in italics. */
export const learn = {
  title: "The idea in two minutes – Counterpoise",
  description:
    "Balance-of-threat theory in two minutes: four sources of threat, three answers to it, and how a turn of Counterpoise goes.",
  brand: "Counterpoise",
  play: "Play",
  print: "Print this page",
  glossary: "Levels and glossary",
  heading: "The idea in two minutes",
  opening:
    "When one state grows dangerous, what do the others do? They can balance: stand together against it. They can bandwagon: side with it. Or they can hide and hope. For Kenneth Waltz (1979) states balance the strongest. Stephen Walt (1985, 1987) looked at whom states had in fact opposed and answered: not the strongest, but the most threatening.",
  sources: {
    heading: "Four sources of threat",
    power: "Power",
    powerText: "People, industry and arms, as a share of all there are. The same for every observer.",
    nearness: "Nearness",
    nearnessText:
      "Force fades with distance. A land border counts in full, a sea or a buffer state in between counts less.",
    offence: "Offence",
    offenceText: "How much of its force can be used to take land rather than to keep it.",
    intent: "Intentions",
    intentText:
      "What its acts suggest it wants. Attacks and broken pacts frighten; costly restraint reassures; words do little.",
    formulaHeading: "As this game computes it",
    formulaWhere:
      "T is the threat that one country poses to another, from 5 to 100; P, X, O and I are its power, nearness, offence and perceived intentions, each between .05 and 1.",
    formulaWhy:
      "Multiplied rather than added, because a giant without reach or malice is no threat. The four sources are Walt’s. The formula and its weights are this game’s: he gives none.",
  },
  answers: {
    heading: "Three answers",
    balance: "Balance",
    balanceText: "Stand with others against the threat. If it attacks one of you, the rest send help.",
    balanceWhen:
      "Walt expects it most often, and above all where allies are at hand and the threat cannot be appeased.",
    bandwagon: "Bandwagon",
    bandwagonText:
      "Side with the threat. You pay tribute and are half your own master; you are spared if it can be appeased.",
    bandwagonWhen:
      "Expected of the weak and the friendless, and late in a war, on the winner’s side. Schweller (1994): also of those who want a share.",
    hide: "Hide",
    hideText: "Commit to nothing. It costs nothing, but who hides cannot call for help.",
    hideWhen: "Tempting when someone else is more exposed and may do the work: that is buck-passing.",
  },
  rivals: {
    heading: "What else may bind states",
    text: "Walt (1987) set three other explanations beside threat and found each weaker. Aid is in the Standard rules, all three are in the Advanced, so that you can see which weighs with you.",
    ideology: "Ideology",
    ideologyText:
      "States of one creed find it easier to stand together while they are safe. A creed that demands one leader divides those who share it.",
    aid: "Aid",
    aidText: "Gifts follow an alignment more often than they make one, and buy a say only where nobody else is giving.",
    influence: "Penetration",
    influenceText:
      "A hand in another country’s politics: it reaches furthest into open societies, serves limited aims, and turns against its owner once it is found out.",
  },
  turn: {
    heading: "How a turn goes",
    dispatches: "Dispatches",
    dispatchesText: "What last turn’s choices led to.",
    diplomacy: "Diplomacy",
    diplomacyText: "Messages, open and private. Treaties are offered, signed, refused.",
    orders: "Orders",
    ordersText:
      "In secret everyone chooses one of the three answers, spends, and may move. You also say which source decided it.",
    reveal: "Reveal",
    revealText: "All orders are opened at once and played out on the map, each result with its reason.",
    note: "Security is the goal, not conquest: land beyond your own earns nothing. The last turn is not announced.",
  },
  debrief: {
    heading: "What to look for afterwards",
    one: "Did you oppose the strongest country, or the one that threatened you most? Were they the same?",
    two: "Who changed sides, and what had happened just before?",
    three:
      "Two neighbours bought arms only to be safe. Did both end less safe? That is the security dilemma (Jervis 1978).",
    four: "Did a costly act of restraint loosen a coalition?",
    five: "Who relied on others to balance, and what came of it?",
    note: "After the last turn every choice made by a person is laid beside what five theories would have predicted. These rules embody the theory; agreement here is not evidence about the world. What you can learn is which reasoning you used.",
  },
  reading: {
    heading: "Read on",
    walt85:
      "Stephen M. Walt, “Alliance Formation and the Balance of World Power”, *International Security* 9:4 (1985).",
    walt87: "Stephen M. Walt, *The Origins of Alliances* (Cornell University Press, 1987).",
    waltz: "Kenneth N. Waltz, *Theory of International Politics* (Addison-Wesley, 1979).",
    jervis: "Robert Jervis, “Cooperation under the Security Dilemma”, *World Politics* 30:2 (1978).",
    schweller: "Randall L. Schweller, “Bandwagoning for Profit”, *International Security* 19:1 (1994).",
  },
} as const satisfies Catalogue;
