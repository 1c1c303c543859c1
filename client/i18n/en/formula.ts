import type { Catalogue } from "../catalogue.ts";

/** "Show the working": the formula sheet. */
export const formula = {
  title: "How {{country}}’s threat to you is worked out",
  titleOther: "How {{country}}’s threat to {{observer}} is worked out",
  intro:
    "Threat T = {{threat}} of 100. Four sources, each between .05 and 1, are weighed together. Everything below is public arithmetic on public facts.",
  power: "1 · Power P",
  powerSource:
    "Power share p: the mean of a country’s shares of people, industry and arms, as in the Composite Index of National Capability (Singer, Bremer & Stuckey 1972). p̃ is the median share, so P = .5 is a country of middling power.",
  nearness: "2 · Nearness X",
  nearnessSource:
    "How much of its strength arrives where you are: a loss-of-strength gradient (Boulding 1962), 1 for a land border, less with distance and sea.",
  offence: "3 · Offence O",
  offenceSource:
    "κ is the offence–defence balance, δ how far weapons can be told apart (Jervis 1978); s is a quarter of the median arms.",
  intent: "4 · Intent I",
  intentSource:
    "A record of acts in log-odds: costly acts weigh more than words (Fearon 1997; Kydd 2005), and old ones fade.",
  record:
    "L = {{now}}; with no acts known it would be {{prior}}. {{keeps}} % of the difference survives each turn, and each act adds its own weight.",
  ideology: "Of the prior, ideology (distance D, 0 to 1) makes up",
  threat: "5 · Threat T",
  threatSource:
    "The four sources are Walt’s (1985, 1987); the weighted geometric mean is this game’s reading of them: no single small factor erases the rest.",
  parts: "What makes the number, in points (exact; LMDI-I, Ang 2004)",
  source: "Source",
  fromAverage: "Above or below an average 50",
  sinceLast: "Since last turn",
  sum: "Sum, giving {{threat}}",
  states: "This states the theory; it is not a validated forecast.",
  cases: {
    power: "Worked cases: power",
    sources: "Worked cases: nearness, offence and first impressions",
    intentions: "Worked cases: what acts do to intentions",
    threat: "Worked cases: threat",
    decomposition: "Worked cases: exact parts",
    lenses: "Worked cases: what each lens expects, by its formula",
    coding: "Worked cases: how a choice is coded",
    ratings: "Worked cases: rated intentions",
  },
} as const satisfies Catalogue;
