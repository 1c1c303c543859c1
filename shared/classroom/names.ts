import type { ClassSettings, Member, Place } from "../model/classroom.ts";
import type { Scenario } from "../model/scenario.ts";

/** What a name at a table is made of. */
export interface NameFacts {
  readonly settings: Pick<ClassSettings, "naming">;
  readonly places: readonly Place[];
  /** Null = not yet known; then nobody has a role. */
  readonly scenario: { readonly countries: readonly Pick<Scenario["countries"][number], "id" | "short">[] } | null;
}

/**
 * What a member is called at a table, in teams and in talk: their name; where names are roles, their country, with a number
 * for the second and later of a team; without a country, nothing. This is the name that goes into a match's record.
 */
export function nameAtTable({ id, name }: Pick<Member, "id" | "name">, facts: NameFacts): string {
  if (facts.settings.naming !== "role") return name;
  const place = facts.places.find(({ member }) => member === id);
  const country = facts.scenario?.countries.find((one) => one.id === place?.country);
  if (!place || !country) return "";
  const team = facts.places.filter((one) => one.table === place.table && one.country === place.country);
  const at = team.findIndex(({ member }) => member === id);
  return at === 0 ? country.short : `${country.short} ${at + 1}`;
}
