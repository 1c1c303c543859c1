import type { CountryId, CountryIndex } from "#shared/model/ids.ts";
import type { PublicWorld, Ultimatum } from "#shared/model/world.ts";
import type { Draft } from "./orderDraft.ts";

/** Ultimata that stand, from where I sit: to me, from me, and between others (all see all). */
export interface Standing {
  readonly toMe: readonly Ultimatum[];
  readonly mine: readonly Ultimatum[];
  readonly others: readonly Ultimatum[];
}

export const ultimataSeenBy = ({ ultimatums }: Pick<PublicWorld, "ultimatums">, me: CountryIndex | null): Standing => ({
  toMe: ultimatums.filter(({ target }) => target === me),
  mine: ultimatums.filter(({ by }) => by === me),
  others: ultimatums.filter(({ by, target }) => by !== me && target !== me),
});

/** What stands on my sheet; null = nothing, which counts as a refusal. */
export const answerTo = (draft: Draft, by: CountryId | null): boolean | null =>
  draft.answers?.find(({ to }) => to === by)?.accept ?? null;
