import { fail, ok, type Result } from "#shared/lib/result.ts";
import { type CountryId, matchId, personId, type PersonId } from "#shared/model/ids.ts";
import type { Command, Filler, MatchSettings } from "#shared/model/match.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { Module, Scenario } from "#shared/model/scenario.ts";
import { isJoinCode, isRejoinCode, normaliseCode } from "#shared/protocol/codes.ts";
import type { Entry, MatchSummary } from "#shared/protocol/messages.ts";
import type { CreateMatch } from "#shared/protocol/schemas.ts";
import { newHeader, type RecordHeader } from "#shared/record/header.ts";
import { completeModules, defaultModules, messageRules, phaseSeconds } from "#shared/rules/index.ts";
import { type Chance, drawSeed } from "#server/lib/chance.ts";
import { FAULT, illegal, invalid } from "#server/lib/refusals.ts";
import type { Clock } from "#server/lib/time.ts";
import type { MatchController } from "#server/match/MatchController.ts";
import type { Matches } from "#server/match/Matches.ts";
import { castOf } from "#server/match/cast.ts";
import { seated } from "#server/match/seating.ts";
import type { MatchStore, NewPerson, Person } from "#server/store/MatchStore.ts";
import { drawId, drawJoinCode, drawRejoinCode, drawToken, hashSecret } from "./codes.ts";
import { checkName } from "./names.ts";

export interface ReceptionDeps {
  readonly store: MatchStore;
  readonly matches: Matches;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly findScenario: (id: string) => Scenario | null;
  /** Whether whoever makes a match may fix its chance. */
  readonly allowSeed: boolean;
}

/** Secrets of a newcomer: told once, stored hashed. */
interface Secrets {
  readonly token: string;
  readonly rejoin: string;
}

/** People one match can know, seated or watching. */
const MOST_PEOPLE = 80;

/** A new code is drawn this often before giving up; with 10⁹ codes once is nearly always enough. */
const DRAWS = 20;

/** Cards, last turn and dice follow from the seed: who knows it, knows them. */
const NO_SEED = illegal("seed.notAllowed", "On this server chance is drawn by the server alone.");

/** The door: makes matches and lets people in, with codes and tokens. Knows no sockets. */
export class Reception {
  readonly #deps: ReceptionDeps;
  /** Names being given out, so that two people cannot take one at the same instant. */
  readonly #reserved = new Map<string, Set<string>>();

  constructor(deps: ReceptionDeps) {
    this.#deps = deps;
  }

  /** Makes a match with its creator seated; `solo` starts it at once. */
  async create(body: CreateMatch): Promise<Result<Entry, Refusal>> {
    if (body.seed !== undefined && !this.#deps.allowSeed) return fail(NO_SEED);
    const scenario = this.#deps.findScenario(body.scenario);
    if (!scenario) return fail(invalid("scenario.unknown", `There is no scenario "${body.scenario}".`));
    const country = body.country ?? this.#anyCountry(scenario);
    if (!country || !scenario.countries.some(({ id }) => id === country)) {
      return fail(invalid("country.unknown", `There is no country "${country ?? ""}" in ${scenario.title}.`));
    }
    const name = checkName(body.name, []);
    if (!name.ok) return name;
    const header = this.#newHeader(body, scenario);
    const { person, secrets } = this.#newPerson(header, name.value);
    const first: Command = { seq: 1, at: header.createdAt, ...seated(country, person) };
    const code = await this.#store({
      header,
      person,
      commands: [first],
      computers: fillersOf(body, scenario, header.settings.seed),
    });
    const controller = code ? await this.#deps.matches.get(header.match) : null;
    if (!controller) return fail(FAULT);
    const started = body.solo ? await controller.start() : ok(undefined);
    return started.ok ? ok(entryOf(controller, person, secrets)) : started;
  }

  /** Lets someone in: into a seat, or as an observer when the table is full. */
  async join(
    controller: MatchController,
    typed: { readonly name: string; readonly country?: CountryId | undefined },
  ): Promise<Result<Entry, Refusal>> {
    if (controller.isOver) return fail(illegal("match.over", "This match is over. Ask for the code of the next one."));
    const reserved = this.#reserved.get(controller.match) ?? new Set<string>();
    if (controller.people.all.length + reserved.size >= MOST_PEOPLE) {
      return fail(
        illegal("match.full", `This table and its gallery are full: ${MOST_PEOPLE} people are here.`, {
          most: MOST_PEOPLE,
        }),
      );
    }
    this.#reserved.set(controller.match, reserved);
    const name = checkName(typed.name, [...controller.people.all.map((person) => person.name), ...reserved]);
    if (!name.ok) return name;
    reserved.add(name.value);
    try {
      return await this.#admit(controller, name.value, typed.country);
    } finally {
      reserved.delete(name.value);
      if (reserved.size === 0) this.#reserved.delete(controller.match);
    }
  }

  /** The same person on another device: same seat, same draft, a token of its own. */
  async rejoin(typed: string): Promise<Result<Entry, Refusal>> {
    const code = normaliseCode(typed);
    const person = isRejoinCode(code) ? await this.#deps.store.personByRejoin(hashSecret(code)) : null;
    const controller = person ? await this.#deps.matches.get(person.match) : null;
    if (!person || !controller) {
      return fail(
        invalid(
          "rejoin.unknown",
          "This rejoin code is not known. It has ten letters and digits, without 0, O, 1 and I.",
        ),
      );
    }
    const token = drawToken(this.#deps.chance);
    await this.#deps.store.addToken(person.id, hashSecret(token), this.#deps.clock.now());
    return ok(entryOf(controller, person, { token, rejoin: code }));
  }

  /** Who holds this seat token, and their match. */
  async identify(
    token: string,
  ): Promise<Result<{ readonly person: PersonId; readonly controller: MatchController }, Refusal>> {
    const person = await this.#deps.store.personByToken(hashSecret(token));
    const controller = person ? await this.#deps.matches.get(person.match) : null;
    if (!person || !controller)
      return fail(invalid("token.unknown", "This seat is not known here any more. Join again with the match's code."));
    return ok({ person: person.id, controller });
  }

  /** The match of a join code as typed, or null. */
  find(typed: string): Promise<MatchController | null> {
    const code = normaliseCode(typed);
    return isJoinCode(code) ? this.#deps.matches.findByCode(code) : Promise.resolve(null);
  }

  async #admit(
    controller: MatchController,
    name: string,
    country: CountryId | undefined,
  ): Promise<Result<Entry, Refusal>> {
    const { person, secrets } = this.#newPerson({ match: controller.match }, name);
    const free = controller.checkSeat(person.id, country);
    if (!free.ok) return free;
    await this.#deps.store.addPerson(person);
    controller.people.add({ id: person.id, match: person.match, name });
    const wanted = await controller.takeSeat(person, country);
    // Someone else sat down there in the meantime: any other seat rather than none.
    const seat = wanted.ok ? wanted : await controller.takeSeat(person, undefined);
    return seat.ok ? ok(entryOf(controller, person, secrets)) : seat;
  }

  #anyCountry({ countries }: Scenario): CountryId | undefined {
    return countries[(this.#deps.chance.bytes(1)[0] ?? 0) % countries.length]?.id;
  }

  #newHeader(body: CreateMatch, scenario: Scenario): RecordHeader {
    const modules: readonly Module[] = completeModules(body.modules ?? defaultModules(body.level));
    const settings: MatchSettings = {
      scenario: scenario.id,
      level: body.level,
      modules,
      pace: body.pace,
      seconds: phaseSeconds(body.level, body.pace),
      parameters: {},
      intentions: body.intentions ?? "computed",
      messages: messageRules(body.messages),
      seed: body.seed ?? drawSeed(this.#deps.chance),
    };
    const match = matchId(drawId(this.#deps.chance, "m"));
    return newHeader({ match, createdAt: this.#deps.clock.now(), scenario, settings });
  }

  #newPerson(
    { match }: Pick<RecordHeader, "match">,
    name: string,
  ): { readonly person: NewPerson; readonly secrets: Secrets } {
    const { chance, clock } = this.#deps;
    const secrets = { token: drawToken(chance), rejoin: drawRejoinCode(chance) };
    const hashes = { tokenHash: hashSecret(secrets.token), rejoinHash: hashSecret(secrets.rejoin) };
    return { person: { id: personId(drawId(chance, "p")), match, name, ...hashes, at: clock.now() }, secrets };
  }

  /** Stores a new match under a fresh code, which it returns; null when no free code was found. */
  async #store(made: {
    readonly header: RecordHeader;
    readonly person: NewPerson;
    readonly commands: readonly Command[];
    readonly computers: readonly Filler[];
  }): Promise<string | null> {
    const { header, person, commands, computers } = made;
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const code = drawJoinCode(this.#deps.chance);
      if ((await this.#deps.store.create({ header, code, creator: person, computers, commands })) === "created")
        return code;
    }
    return null;
  }
}

/** What anyone with the code may know before joining. */
export function summaryOf({ code, state }: MatchController): MatchSummary {
  const { settings, board, phase, turn, occupants } = state;
  return {
    code,
    scenario: settings.scenario,
    title: board.scenario.title,
    level: settings.level,
    pace: settings.pace,
    phase,
    turn,
    seats: occupants.map((occupant, at) => ({
      country: board.ids[at] as CountryId, // one occupant per country of the board
      name: board.names[at] ?? "",
      occupant: occupant.kind,
      by: occupant.kind === "person" ? occupant.name : "",
    })),
  };
}

function entryOf(controller: MatchController, { id, name }: Person, { token, rejoin }: Secrets): Entry {
  return { match: controller.match, code: controller.code, token, rejoin, name, country: controller.countryOf(id) };
}

export function unknownCode(typed: string): Refusal {
  const code = normaliseCode(typed);
  if (isJoinCode(code))
    return invalid("code.unknown", `There is no match with the code ${code}. Check it with whoever gave it to you.`);
  return invalid("code.shape", "A match code has six letters and digits, without 0, O, 1 and I.");
}

/** The computer players asked for; where only their difficulty was, the scenario's cast at that difficulty; else nobody yet. */
function fillersOf({ computers = [], difficulty }: CreateMatch, scenario: Scenario, seed: number): readonly Filler[] {
  if (computers.length === 0 && difficulty !== undefined) return castOf(scenario, seed, difficulty);
  return computers.map((one) => {
    const { personality, temper, difficulty: own = difficulty } = typeof one === "string" ? { personality: one } : one;
    return {
      personality,
      ...(temper === undefined ? {} : { temper }),
      ...(own === undefined ? {} : { difficulty: own }),
    };
  });
}
