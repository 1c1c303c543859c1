/**
 * The acts that move perceived intentions (theory.md 2). Each has a log-likelihood ratio λ
 * (`Parameters.llr`): ln(Pr(act | aggressor) / Pr(act | status quo)).
 */
export const ACT_KINDS = [
  "annex",
  "attack_unprovoked",
  "attack_provoked",
  "break_pact",
  "betray_follower",
  "ultimatum",
  "subvert_found",
  "mobilise",
  "threat",
  "arm_offence",
  "balance_against",
  "hostile_propaganda",
  "arm_defence",
  "reassure",
  "join_war_for_victim",
  "aid",
  "treaty_nonaggression",
  "honour_pact",
  "treaty_defence",
  "concede",
  "demobilise",
  "cut_offence",
  "withdraw",
  "influence_found",
  "treaty_consultation",
  "treaty_neutrality",
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** How strongly an observer feels an act: target itself, ally of the target, neighbour, anyone else, not known. */
export const EXPOSURES = ["direct", "ally", "neighbour", "other", "hidden"] as const;
export type Exposure = (typeof EXPOSURES)[number];
