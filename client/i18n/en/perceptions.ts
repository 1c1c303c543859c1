import type { Catalogue } from "../catalogue.ts";

/** "Intentions three ways" on the final screen. */
export const perceptions = {
  title: "Intentions three ways",
  n_one: "one rating",
  n_other: "{{count}} ratings",
  lead: "How hostile {{observer}} thought the others at the end, how their deeds reckoned up, and what they truly wanted.",
  nobody: "{{observer}} rated nobody.",
  farOver:
    "Farthest apart: {{country}}. {{observer}} rated it {{rated}}, its deeds reckon up to {{reckoned}}. What did {{observer}} see that the record does not?",
  farUnder:
    "Farthest apart: {{country}}. {{observer}} rated it {{rated}}, its deeds reckon up to {{reckoned}}. What did {{observer}} forgive that the record does not?",
  country: "Country",
  rated: "Rated",
  reckoned: "Reckoned",
  truth: "True ambition",
  gapOver: "On average people rated others {{gap}} points of 100 more hostile than their deeds reckoned.",
  gapUnder: "On average people rated others {{gap}} points of 100 less hostile than their deeds reckoned.",
  gapNone: "On average people rated others as their deeds reckoned.",
  rho: "Rank correlation (Spearman’s ρ, from −1 to 1): ratings with the record {{ratedByRecord}}, ratings with true ambition {{ratedByAmbition}}, the record with true ambition {{recordByAmbition}}.",
  unknown: "not to be told",
  note: "Rated and reckoned run from 0, peaceful, to 100, hostile; true ambition from −1, content with what there is, to 1, bent on changing it. A rating counts once for every turn it stood in. Ratings of one person are not independent of each other.",
} as const satisfies Catalogue;
