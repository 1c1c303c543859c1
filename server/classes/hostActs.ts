import type { ClassCommandBody, ClassState } from "#shared/model/classroom.ts";
import type { PersonId } from "#shared/model/ids.ts";
import { pollOf } from "#shared/classroom/polls.ts";
import { deal } from "#shared/classroom/seating.ts";
import { withTreatments } from "#shared/classroom/treatments.ts";
import type { CLASS_ROLES, ClassMessage, ClassMessageName, ClassReply } from "#shared/protocol/classMessages.ts";
import type { Chance } from "#server/lib/chance.ts";
import { illegal, invalid } from "#server/lib/refusals.ts";
import { hashSecret } from "#server/seats/codes.ts";
import type { ClassStore } from "#server/store/ClassStore.ts";
import { answerOf, done, no } from "./answers.ts";
import { beginPlay } from "./beginPlay.ts";
import { addAll } from "./ClassController.ts";
import { drawKey } from "./keys.ts";
import { actAt, type HostAsker, laggards } from "./tableActs.ts";

/** Messages of instructors. `watch` is the room's: what one of them looks at is no business of the class. */
export type HostMessage = {
  [N in ClassMessageName]: "cohost" extends (typeof CLASS_ROLES)[N][number]
    ? N
    : "owner" extends (typeof CLASS_ROLES)[N][number]
      ? N
      : never;
}[ClassMessageName];
export type HostActName = Exclude<HostMessage, "watch" | "classResync" | "classPing">;

export interface HostTools {
  readonly chance: Chance;
  readonly keys: Pick<ClassStore, "addKey" | "endKeys" | "keys">;
}

export interface Host extends HostAsker {
  readonly tools: HostTools;
}
type Act<N extends HostActName> = (host: Host, body: ClassMessage<N>) => Promise<ClassReply>;

const NUDGE = "Your instructor asks you to finish: the others are waiting for you.";
const MINUTE = 60_000;
const MOST_KEYS = 40;

/** Everything an instructor can do: message → what it does. Rules of the class are its record's to check. */
const HOST_ACTS: { readonly [N in HostActName]: Act<N> } = {
  rename: (host, { name }) => record(host, { kind: "rename", name }),
  settings: (host, { settings }) => record(host, { kind: "settings", settings: withoutGaps(settings) }),
  admit,
  remove: (host, { member, reason }) => record(host, { kind: "remove", member, reason }),
  nameMember: (host, { member, name }) => record(host, { kind: "nameMember", member, name }),
  muteMember: (host, { member, minutes }) =>
    record(host, { kind: "mute", member, until: minutes === null ? null : host.room.now() + minutes * MINUTE }),
  handled: (host, { report }) => record(host, { kind: "handled", report }),
  tell: (host, { to, text }) => record(host, { kind: "tell", to, text }),
  concepts: (host, { questions }) => record(host, { kind: "concepts", questions }),
  invite,
  uninvite,
  openSession,
  replan,
  deal: dealPlaces,
  place: placeMember,
  begin,
  finish: (host) => record(host, { kind: "finish" }),
  pause: (host, { tables }) => actAt(host, tables, "pause", () => ({ kind: "pause" })),
  resume: (host, { tables }) => actAt(host, tables, "resume", () => ({ kind: "resume" })),
  freeze: (host, { tables, text }) => actAt(host, tables, "freeze", () => ({ kind: "freeze", text })),
  extend: (host, { tables, seconds }) => actAt(host, tables, "extend", () => ({ kind: "extend", seconds })),
  advance: (host, { tables, seen }) =>
    actAt(host, tables, "advance", ({ state }, number) => {
      const was = seen?.find((one) => one.table === number);
      const moved = was !== undefined && (was.turn !== state.turn || was.phase !== state.phase);
      return moved ? null : { kind: "advance" };
    }),
  stepBack: (host, { tables }) => actAt(host, tables, "stepBack", () => ({ kind: "stepBack" })),
  inject: (host, { tables, crisis }) => actAt(host, tables, "inject", () => ({ kind: "inject", crisis })),
  news: (host, { tables, text, country }) =>
    actAt(host, tables, "news", () => ({ kind: "news", text, to: country === undefined ? null : [country] })),
  handSeat,
  lastTurn: (host, { tables }) => actAt(host, tables, "lastTurn", () => ({ kind: "lastTurn" })),
  end: (host, { tables }) => actAt(host, tables, "end", () => ({ kind: "end" })),
  nudge: (host, { tables }) =>
    actAt(host, tables, "nudge", (controller) => {
      const to = laggards(controller);
      return to.length === 0 ? null : { kind: "news", text: NUDGE, to };
    }),
  spotlight: (host, { table, country, observer }) =>
    record(host, {
      kind: "lead",
      lead: observer === undefined ? { kind: "country", table, country } : { kind: "dyad", table, observer, country },
    }),
  poll,
  closePoll,
  release: (host) => record(host, { kind: "lead", lead: null }),
  show: async ({ room }, choice) => {
    room.show(choice);
    return done;
  },
};

export function actAsHost<N extends HostActName>(host: Host, name: N, body: ClassMessage<N>): Promise<ClassReply> {
  // The table pairs each name with the handler of its own body; indexing by a type variable loses that.
  return (HOST_ACTS[name] as Act<N>)(host, body);
}

const record = async ({ room, by }: Host, ...bodies: readonly ClassCommandBody[]): Promise<ClassReply> =>
  answerOf(await room.record(by, ...bodies));

/** Members that are absent, not undefined: the schemas of optional members allow both. */
function withoutGaps<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // Only members that are undefined are left out.
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as never;
}

/** Who is let in gets a place at once, if a session is open. */
async function admit({ room, by }: Host, { members }: ClassMessage<"admit">): Promise<ClassReply> {
  const here = members.filter((member) => room.people.attendance.isPresent(member));
  const bodies = members.map((member) => ({ kind: "admit" as const, member }));
  return answerOf(await room.write((entry) => addAll(entry, by, bodies) ?? room.placeNew(entry, here)));
}

async function invite({ room, tools }: Host, { role, label }: ClassMessage<"invite">): Promise<ClassReply> {
  const name = label.trim();
  if (name === "") return no(illegal("invite.noLabel", "Give the link a name, so that you can end it later."));
  const known = await tools.keys.keys(room.id);
  if (known.some((key) => key.label.toLowerCase() === name.toLowerCase()))
    return no(illegal("invite.taken", `There is a link called ${name} already.`));
  if (known.length >= MOST_KEYS) return no(illegal("invite.most", `A class has ${MOST_KEYS} links at most.`));
  const key = drawKey(tools.chance);
  await tools.keys.addKey({ hash: hashSecret(key), class: room.id, role, label: name, at: room.now() });
  return { ok: true, key };
}

async function uninvite({ room, tools }: Host, { label }: ClassMessage<"uninvite">): Promise<ClassReply> {
  const known = await tools.keys.keys(room.id);
  const name = label.trim();
  if (!known.some((key) => key.label === name && key.role !== "owner"))
    return no(invalid("invite.none", "There is no such link to this class."));
  await tools.keys.endKeys(room.id, name);
  room.keysEnded(name);
  return done;
}

/** Opens a session with treatments dealt, and seats those who are here already. */
async function openSession({ room, by }: Host, { plan, rehearsal }: ClassMessage<"openSession">): Promise<ClassReply> {
  const dealt = withTreatments(withoutGaps(plan), room.seed());
  return answerOf(
    await room.write((entry) => {
      const refusal = entry.add({ by, body: { kind: "openSession", plan: dealt, rehearsal } });
      return refusal || rehearsal ? refusal : room.placeNew(entry, hereIn(entry.state));
    }),
  );
}

/** Whoever sat at a table that is no more sits at another at once. */
async function replan({ room, by }: Host, { plan }: ClassMessage<"replan">): Promise<ClassReply> {
  const dealt = withTreatments(withoutGaps(plan), room.seed());
  return answerOf(
    await room.write(
      (entry) => entry.add({ by, body: { kind: "replan", plan: dealt } }) ?? room.placeNew(entry, hereIn(entry.state)),
    ),
  );
}

const hereIn = ({ members }: ClassState): readonly PersonId[] =>
  members.flatMap(({ id, state, present }) => (state === "in" && present ? [id] : []));

async function dealPlaces({ room, by }: Host): Promise<ClassReply> {
  return answerOf(
    await room.write((entry) => {
      const session = entry.state.sessions.at(-1);
      const { scenario } = room;
      if (!session || !scenario) return illegal("session.none", "No session is open: open one with the planner first.");
      const places = deal(session.plan, entry.state.members, room.seed(), scenario);
      return entry.add({ by, body: { kind: "deal", places } });
    }),
  );
}

/** Who is here leads the country they are given, though a computer player kept it for those who were away. */
async function placeMember({ room, by }: Host, { member, place }: ClassMessage<"place">): Promise<ClassReply> {
  return answerOf(
    await room.write((entry) => {
      const refusal = entry.add({ by, body: { kind: "place", member, place } });
      return refusal || !room.people.attendance.isPresent(member) ? refusal : room.handBack(entry, member);
    }),
  );
}

async function begin({ room, by, tools }: Host): Promise<ClassReply> {
  return answerOf(await beginPlay(room, by, tools.chance));
}

async function handSeat({ room, by }: Host, { table, country, kept }: ClassMessage<"handSeat">): Promise<ClassReply> {
  const led = room.session?.places.some((place) => place.table === table && place.country === country) ?? false;
  if (!led) return no(illegal("seat.computer", "Nobody leads this country: a computer player has it already."));
  return answerOf(
    await room.record(
      by,
      { kind: "keep", table, country, kept },
      { kind: "tableAct", tables: [table], act: "handSeat" },
    ),
  );
}

/** The countries of the table asked about, for "whom do you fear most?". */
function poll(host: Host, { table: _table, ...asked }: ClassMessage<"poll">): Promise<ClassReply> {
  const { state, scenario } = host.room;
  const countries = [...(scenario?.countries ?? [])].map(({ id }) => id).sort();
  const made = pollOf(asked, { id: `q${state.polls.length + 1}`, countries });
  return record(host, { kind: "lead", lead: { kind: "poll", poll: made } });
}

async function closePoll(host: Host, { tallyShown }: ClassMessage<"closePoll">): Promise<ClassReply> {
  const last = host.room.state.polls.at(-1);
  if (!last) return no(invalid("poll.none", "No poll has been asked."));
  return record(host, { kind: "lead", lead: { kind: "poll", poll: { ...last, open: false, tallyShown } } });
}
