import type { CountryId } from "../model/ids.ts";
import type { Message } from "../model/match.ts";

const read = new WeakMap<readonly Message[], Map<CountryId | null, readonly Message[]>>();

/**
 * The messages a country has sent or received, or those to the whole table for an observer. Numbered 1, 2, 3, … for each
 * reader: the numbers of the record have gaps where others talked in private or changed their orders.
 */
export function messagesFor(messages: readonly Message[], me: CountryId | null): readonly Message[] {
  const readers = read.get(messages) ?? new Map<CountryId | null, readonly Message[]>();
  read.set(messages, readers);
  const known = readers.get(me);
  if (known) return known;
  const mine = messages.filter((message) => isFor(message, me)).map((message, at) => numbered(message, at + 1));
  readers.set(me, mine);
  return mine;
}

/** The record's number of the message that a reader knows by theirs; null = it is not among what they read. */
export const numberInRecord = (messages: readonly Message[], me: CountryId | null, seq: number): number | null =>
  messages.filter((message) => isFor(message, me))[seq - 1]?.seq ?? null;

function isFor({ from, to }: Message, me: CountryId | null): boolean {
  if (to.kind === "all") return true;
  return me !== null && (from === me || to.countries.includes(me));
}

/** A message's place among those of a reader never changes, so neither does the object. */
const copies = new WeakMap<Message, Map<number, Message>>();
function numbered(message: Message, seq: number): Message {
  const known = copies.get(message) ?? new Map<number, Message>();
  copies.set(message, known);
  const copy = known.get(seq) ?? { ...message, seq };
  known.set(seq, copy);
  return copy;
}
