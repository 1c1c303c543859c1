import type { TableCard, TableDetail } from "#shared/model/classView.ts";
import type { CountryId, PersonId } from "#shared/model/ids.ts";
import type { Message } from "#shared/model/match.ts";

/** The message of a report, where the table is open and the instructor may read it; null otherwise. */
export function reportedMessage(detail: TableDetail | null, card: TableCard | undefined, seq: number): Message | null {
  if (!detail || detail.match !== card?.match) return null;
  return detail.messages.find((message) => message.seq === seq) ?? null;
}

/** Who may have written it: everyone on that country. */
export const sendersOf = (card: TableCard, country: CountryId): readonly PersonId[] =>
  card.seats.find((seat) => seat.country === country)?.members ?? [];
