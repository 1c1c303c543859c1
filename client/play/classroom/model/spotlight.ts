import type { Lead } from "#shared/model/classroom.ts";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { Board } from "#shared/model/world.ts";

/** What a spotlight asks this table's page to show. */
export type Show =
  | { readonly kind: "country"; readonly country: CountryIndex }
  | { readonly kind: "dyad"; readonly country: CountryIndex; readonly observer: CountryIndex };

/** Null where it is about another table, or no spotlight: then the banner alone says it. */
export function showOf(lead: Lead | null, board: Pick<Board, "indexOf">, table: number | null): Show | null {
  if (lead === null || lead.kind === "poll" || lead.table !== table) return null;
  const country = board.indexOf.get(lead.country);
  if (country === undefined) return null;
  if (lead.kind === "country") return { kind: "country", country };
  const observer = board.indexOf.get(lead.observer);
  return observer === undefined ? null : { kind: "dyad", country, observer };
}

/** Tells one spotlight from the next. */
export function leadKey(lead: Lead | null): string {
  if (lead === null) return "";
  if (lead.kind === "poll") return `poll ${lead.poll.id}`;
  return lead.kind === "country" ? `${lead.table} ${lead.country}` : `${lead.table} ${lead.observer} ${lead.country}`;
}
