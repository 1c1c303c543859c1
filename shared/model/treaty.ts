import type { CountryId, TreatyId } from "./ids.ts";

export const TREATY_KINDS = ["defence", "nonaggression", "consultation", "neutrality"] as const;
export type TreatyKind = (typeof TREATY_KINDS)[number];

/** What a treaty says, before or after signature. Parties in ascending id order. */
export interface TreatyTerms {
  readonly kind: TreatyKind;
  readonly parties: readonly CountryId[];
  /** A defence pact may name the one country it is against; absent = against anyone. */
  readonly against?: CountryId;
  /** Known to its parties alone, until it leaks, is found, or shows in what they do. */
  readonly secret?: true;
}

/** Why a proposal is turned down, for the proposer to read. */
export const DECLINE_REASONS = [
  "distrust",
  "noThreat",
  "friendOfTarget",
  "ownPlans",
  "bound",
  "tooWeak",
  "wantsMore",
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** A treaty in force. */
export interface Treaty extends TreatyTerms {
  readonly id: TreatyId;
  /** Turn in whose resolution it came into force; 0 = before the match. */
  readonly since: number;
  /** Last turn in which it binds; null = until broken or left. */
  readonly until: number | null;
  /** Countries besides the parties whose intelligence has found it, while it is secret; ascending. Removed by the projection. */
  readonly foundBy?: readonly CountryId[];
}

/** A treaty on the table. All parties but the proposer start unsigned. */
export interface Proposal extends TreatyTerms {
  readonly id: TreatyId;
  readonly by: CountryId;
  readonly turn: number;
  readonly signed: readonly CountryId[];
  readonly declined: readonly CountryId[];
  readonly reasons?: readonly { readonly country: CountryId; readonly reason: DeclineReason }[];
}
