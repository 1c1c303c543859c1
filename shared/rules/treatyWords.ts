import type { CountryId, TreatyId } from "../model/ids.ts";
import type { Treaty, TreatyKind, TreatyTerms } from "../model/treaty.ts";
import type { PublicWorld } from "../model/world.ts";

/** What a treaty is called in a sentence. */
export const treatyName = ({ kind }: Pick<TreatyTerms, "kind">): string => NAMES[kind];
const NAMES: Readonly<Record<TreatyKind, string>> = {
  defence: "defence pact",
  nonaggression: "non-aggression treaty",
  consultation: "consultation treaty",
  neutrality: "neutrality treaty",
};

/** Treaties that promise less than arms or peace: to consult, or to stand aside (rules 4.10, 4.12). */
export const isSoft = ({ kind }: Pick<TreatyTerms, "kind">): boolean =>
  kind === "consultation" || kind === "neutrality";

/** Whether balancing against a partner breaks it (rule 4.8). To be neutral, or not to attack, is no promise of friendship. */
export const forbidsBalancing = ({ kind }: Pick<TreatyTerms, "kind">): boolean =>
  kind === "defence" || kind === "consultation";

/** Whether treaties of this kind bind for a number of turns, and not until they are broken (rules 4.5, 4.12). */
export const isForATime = ({ kind }: Pick<TreatyTerms, "kind">): boolean =>
  kind === "nonaggression" || kind === "neutrality";

/** Whether a country knows of a treaty: everyone does unless it is secret, else its parties and those who found it (rule 4.13). */
const isKnownTo = ({ secret, parties, foundBy }: Treaty, country: CountryId | undefined): boolean =>
  secret !== true ||
  (country !== undefined && (parties.includes(country) || (foundBy !== undefined && foundBy.includes(country))));

/**
 * The treaty of that number, if `country` knows of it. A world without its secrets is what that country was shown: it holds
 * none but those.
 */
export function treatyKnownTo(world: PublicWorld, id: TreatyId, country: CountryId | undefined): Treaty | undefined {
  const treaty = world.treaties.find((one) => one.id === id);
  return treaty && "secrets" in world && !isKnownTo(treaty, country) ? undefined : treaty;
}
