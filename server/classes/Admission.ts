import { fail, ok, type Result } from "#shared/lib/result.ts";
import { anonymousNames } from "#shared/classroom/anonymousNames.ts";
import { checkClassCommand } from "#shared/classroom/checkClassCommand.ts";
import type { ClassCommandBody } from "#shared/model/classroom.ts";
import { personId, type PersonId } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { ClassEntry, ClassSummary, joinClassSchema } from "#shared/protocol/classMessages.ts";
import { isRejoinCode, normaliseCode } from "#shared/protocol/codes.ts";
import { illegal } from "#server/lib/refusals.ts";
import { drawId, drawRejoinCode, drawToken, hashSecret } from "#server/seats/codes.ts";
import { checkName } from "#server/seats/names.ts";
import type { z } from "zod";
import type { ClassController, ClassDeps } from "./ClassController.ts";
import type { Classes } from "./Classes.ts";

interface AdmissionDeps extends Pick<ClassDeps, "store" | "clock" | "chance"> {
  readonly classes: Classes;
}

/** People in a class, or at its door. Who was removed takes nobody's place, nor do the computer students of rehearsals. */
const MOST_MEMBERS = 600;

interface Secrets {
  readonly token: string;
  readonly rejoin: string;
}

/** The door of a class: lets students in and back. Knows no sockets. */
export class Admission {
  readonly #deps: AdmissionDeps;

  constructor(deps: AdmissionDeps) {
    this.#deps = deps;
  }

  /** Lets someone into the class and, while a session is open, to a table at once. */
  async join(room: ClassController, typed: z.infer<typeof joinClassSchema>): Promise<Result<ClassEntry, Refusal>> {
    const wrong = wrongPin(room, typed.pin);
    if (wrong) return fail(wrong);
    const name = this.#nameFor(room, typed.name);
    if (!name.ok) return name;
    const { chance, clock, store } = this.#deps;
    const member = personId(drawId(chance, "p"));
    const secrets = { token: drawToken(chance), rejoin: drawRejoinCode(chance) };
    const body: ClassCommandBody = { kind: "join", member, name: name.value, waiting: room.state.settings.approve };
    const by = { kind: "member", member } as const;
    const refused = fullFor(room) ?? checkClassCommand(room.state, body, by);
    if (!refused.ok) return refused;
    const hashes = { tokenHash: hashSecret(secrets.token), rejoinHash: hashSecret(secrets.rejoin) };
    // Until their line opens they count as here: nobody waits twenty seconds to be seated.
    room.people.expect(member);
    // Asked for together, both are one transaction and one wait for the disk.
    const [joined] = await Promise.all([
      room.write((entry) => entry.add({ by, body }) ?? room.placeNew(entry, [member])),
      store.classes.addPerson({ id: member, class: room.id, ...hashes, at: clock.now() }),
    ]);
    return joined.ok ? ok(entryOf(room, member, secrets)) : joined;
  }

  /** The same person on another device: same place, a token of its own. Null when the code is not a class's. */
  async rejoin(typed: string): Promise<ClassEntry | null> {
    const code = normaliseCode(typed);
    const { store, chance, clock, classes } = this.#deps;
    const person = isRejoinCode(code) ? await store.classes.personByRejoin(hashSecret(code)) : null;
    const room = person && (await classes.get(person.class));
    if (!person || !room) return null;
    const token = drawToken(chance);
    await store.classes.addToken(person.id, hashSecret(token), clock.now());
    return entryOf(room, person.id, { token, rejoin: code });
  }

  /** Who holds this token, and their class; null when it is not a class's. */
  async identify(token: string): Promise<{ readonly person: PersonId; readonly room: ClassController } | null> {
    const person = await this.#deps.store.classes.personByToken(hashSecret(token));
    const room = person && (await this.#deps.classes.get(person.class));
    return person && room ? { person: person.id, room } : null;
  }

  /** Names that are given need none typed; refused words are kept out of all others. */
  #nameFor(room: ClassController, typed: string): Result<string, Refusal> {
    const { members, settings } = room.state;
    const taken = members.flatMap((member) => (member.state === "removed" ? [] : [member.name]));
    if (settings.naming !== "anonymous") return checkName(typed, taken);
    const [given] = anonymousNames(
      1,
      room.seed(),
      members.map(({ name }) => name),
    );
    return ok(given ?? typed);
  }
}

function wrongPin({ state: { settings } }: ClassController, typed: string | undefined): Refusal | null {
  if (settings.pin === null || typed?.trim() === settings.pin) return null;
  return typed === undefined || typed.trim() === ""
    ? illegal("pin.needed", "This class asks for the four digits on the projector.")
    : illegal("pin.wrong", "These are not the four digits on the projector.");
}

function fullFor({ state: { members } }: ClassController): Result<never, Refusal> | null {
  if (members.filter(({ state, simulated }) => state !== "removed" && !simulated).length < MOST_MEMBERS) return null;
  return fail(
    illegal("class.full", `This class is full: ${MOST_MEMBERS} people have joined it.`, { most: MOST_MEMBERS }),
  );
}

function entryOf(room: ClassController, member: PersonId, { token, rejoin }: Secrets): ClassEntry {
  const { session, state } = room;
  const name = state.members.find(({ id }) => id === member)?.name ?? "";
  const place = session?.places.find((one) => one.member === member);
  return { kind: "class", class: room.id, code: room.code, token, rejoin, name, country: place?.country ?? null };
}

/** What anyone with the code may know before joining. */
export function classSummary({ code, state, session, scenario }: ClassController): ClassSummary {
  const { naming, roster, pin, locked } = state.settings;
  const taken = new Set(state.members.flatMap((one) => (one.state === "removed" ? [] : [one.name.toLowerCase()])));
  return {
    kind: "class",
    code,
    name: state.name,
    naming,
    roster: naming === "real" ? roster.filter((name) => !taken.has(name.toLowerCase())) : [],
    needsPin: pin !== null,
    locked,
    session: session && scenario ? { title: scenario.title, state: session.state } : null,
  };
}
