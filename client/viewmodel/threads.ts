import type { CountryId, TreatyId } from "#shared/model/ids.ts";
import type { Channel, Message, MessageRules } from "#shared/model/match.ts";
import type { Proposal } from "#shared/model/treaty.ts";
import { talkForbidden } from "#shared/rules/index.ts";

/** `all`, or the other members' ids joined by `+`, ascending: one private partner or a group. */
export type ThreadId = string;
export const EVERYONE: ThreadId = "all";

export type ThreadEntry =
  | { readonly kind: "message"; readonly message: Message }
  | { readonly kind: "proposal"; readonly proposal: Proposal };

export interface Thread {
  readonly id: ThreadId;
  /** Empty for everyone. */
  readonly countries: readonly CountryId[];
  readonly entries: readonly ThreadEntry[];
  readonly unread: number;
  /** Messages of muted countries, which are not among the entries. */
  readonly hidden: number;
}

/** What a seat has seen: the last message per thread, and the proposals it has looked at. */
export interface ReadMarks {
  readonly seq: Readonly<Record<ThreadId, number>>;
  readonly proposals: readonly TreatyId[];
}
export const NOTHING_READ: ReadMarks = { seq: {}, proposals: [] };

export const threadOf = (countries: readonly CountryId[]): ThreadId =>
  countries.length === 0 ? EVERYONE : [...countries].sort().join("+");

export const membersOf = (thread: ThreadId): readonly CountryId[] =>
  // A thread id is made of country ids by `threadOf` alone.
  thread === EVERYONE ? [] : (thread.split("+") as readonly string[] as readonly CountryId[]);

export const channelOf = (thread: ThreadId): Channel =>
  thread === EVERYONE ? { kind: "all" } : { kind: "some", countries: membersOf(thread) };

/** The thread a message belongs to, as seen from `me`: a reply to Russia lies with Russia's own messages. */
export function threadOfMessage(message: Message, me: CountryId | null): ThreadId {
  if (message.to.kind === "all") return EVERYONE;
  const members = new Set([message.from, ...message.to.countries]);
  if (me) members.delete(me);
  return threadOf([...members]);
}

/** Proposals lie where their parties talk. */
export const threadOfProposal = (proposal: Proposal, me: CountryId | null): ThreadId =>
  threadOf(proposal.parties.filter((party) => party !== me));

interface Sources {
  readonly me: CountryId | null;
  readonly messages: readonly Message[];
  readonly proposals: readonly Proposal[];
  readonly read: ReadMarks;
  /** Shown even when nothing was said in it, e.g. a country just tapped. */
  readonly open: ThreadId;
  /** Countries that this reader does not want to hear. */
  readonly muted?: readonly CountryId[];
}

/** Everyone first, then what was used last; a proposal stands after the messages it followed. */
export function threadsOf({ me, messages, proposals, read, open, muted = [] }: Sources): readonly Thread[] {
  const entries = new Map<ThreadId, ThreadEntry[]>([[EVERYONE, []]]);
  const put = (id: ThreadId, entry: ThreadEntry): void => {
    entries.set(id, [...(entries.get(id) ?? []), entry]);
  };
  if (!entries.has(open)) entries.set(open, []);
  const hidden = new Map<ThreadId, number>();
  for (const message of messages) {
    const id = threadOfMessage(message, me);
    if (!muted.includes(message.from)) put(id, { kind: "message", message });
    else hidden.set(id, (hidden.get(id) ?? 0) + 1);
  }
  for (const proposal of proposals) put(threadOfProposal(proposal, me), { kind: "proposal", proposal });
  const last = new Map<ThreadId, number>();
  messages.forEach((message, at) => {
    if (!muted.includes(message.from)) last.set(threadOfMessage(message, me), at + 1);
  });
  proposals.forEach((proposal) => {
    const id = threadOfProposal(proposal, me);
    if (awaits(proposal, me)) last.set(id, messages.length + 1);
  });
  return [...entries]
    .map(([id, list]): Thread => ({
      id,
      countries: membersOf(id),
      entries: list,
      unread: unreadIn(list, { id, me, read }),
      hidden: hidden.get(id) ?? 0,
    }))
    .sort((a, b) => order(a, last) - order(b, last) || (a.id < b.id ? -1 : 1));
}

/** Whether `me` still has to sign or decline. */
export const awaits = (proposal: Proposal, me: CountryId | null): boolean =>
  me !== null &&
  proposal.by !== me &&
  proposal.parties.includes(me) &&
  !proposal.signed.includes(me) &&
  !proposal.declined.includes(me);

const order = (thread: Thread, last: ReadonlyMap<ThreadId, number>): number =>
  thread.id === EVERYONE ? -Infinity : -(last.get(thread.id) ?? 0);

function unreadIn(
  entries: readonly ThreadEntry[],
  { id, me, read }: { readonly id: ThreadId; readonly me: CountryId | null; readonly read: ReadMarks },
): number {
  const seen = read.seq[id] ?? 0;
  return entries.filter((entry) =>
    entry.kind === "message"
      ? entry.message.from !== me && entry.message.seq > seen
      : awaits(entry.proposal, me) && !read.proposals.includes(entry.proposal.id),
  ).length;
}

/** The marks after a thread has been looked at. */
export function markRead(read: ReadMarks, thread: Thread): ReadMarks {
  const newest = Math.max(0, ...thread.entries.map((entry) => (entry.kind === "message" ? entry.message.seq : 0)));
  const proposals = thread.entries.flatMap((entry) => (entry.kind === "proposal" ? [entry.proposal.id] : []));
  return {
    seq: { ...read.seq, [thread.id]: Math.max(newest, read.seq[thread.id] ?? 0) },
    proposals: [...new Set([...read.proposals, ...proposals])],
  };
}

/** Phases of play in which this kind of channel is open, in their order. */
export const phasesToTalk = (
  rules: MessageRules,
  to: Channel["kind"],
): readonly ("dispatches" | "diplomacy" | "orders" | "reveal")[] =>
  (["dispatches", "diplomacy", "orders", "reveal"] as const).filter(
    (phase) => talkForbidden(rules, phase, to) === null,
  );
