import { ok } from "../lib/result.ts";
import type { CountryId, CountryIndex, PersonId } from "../model/ids.ts";
import type { CommandBody, CommandKind, CrewMember, MatchState, Occupant } from "../model/match.ts";
import { NAME_LENGTH } from "../protocol/schemas.ts";
import type { Body, Checked } from "./checked.ts";
import { checkHost } from "./checkHost.ts";
import { checkMessage } from "./checkMessage.ts";
import { checkForecast, checkRatings, checkSubmit, checkWithdraw } from "./checkSheet.ts";
import { checkAnswer, checkProposal } from "./checkTreaty.ts";
import { cleanLine, lengthOf } from "./cleanText.ts";
import { frozenBy } from "./frozen.ts";
import { nextPhase } from "./nextPhase.ts";
import { haveInCommon, leadersOf, ownersOf } from "./occupants.ts";
import { commandBodySchema } from "./recordSchema.ts";
import { illegal, invalid, malformed } from "./refusals.ts";

type Checks = { readonly [K in CommandKind]: (state: MatchState, body: Body<K>, at: number) => Checked };

const CHECKS: Checks = {
  seat: checkSeat,
  phase: checkPhase,
  forecast: checkForecast,
  rate: checkRatings,
  message: checkMessage,
  propose: checkProposal,
  sign: checkAnswer,
  decline: checkAnswer,
  retract: checkAnswer,
  submit: checkSubmit,
  withdraw: checkWithdraw,
  host: checkHost,
  hash: checkHash,
};

/**
 * The one gate into a record: what may happen to this match now, whoever asks – a person, a computer player or the clock.
 * What passes comes back tidied (text cleaned, lists in order) and is what must be recorded. Never throws. `at`: when it is
 * asked for, epoch milliseconds; it matters only to those who may not speak for a while.
 */
export function checkCommand(state: MatchState, body: CommandBody, at = 0): Checked {
  const parsed = commandBodySchema.safeParse(body);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0] ?? { path: [], message: "wrong shape" };
    return malformed("command.shape", `This cannot be understood: ${path.join(".") || "command"}: ${message}.`);
  }
  // The schema proves the shape of the union member; ids are branded strings.
  const shaped = parsed.data as CommandBody;
  const late = overFor(state, shaped) ?? strangerIn(state, shaped) ?? frozenFor(state, shaped);
  if (late) return late;
  // The table pairs each kind with its own body; indexing by a union loses that.
  return (CHECKS[shaped.kind] as (state: MatchState, body: CommandBody, at: number) => Checked)(state, shaped, at);
}

/** After the end nothing changes. */
function overFor({ phase }: MatchState, { kind }: CommandBody): ReturnType<typeof illegal> | null {
  return phase === "ended" && kind !== "hash" ? illegal("match.over", "The match is over.") : null;
}

/** While an instructor has frozen the match nobody acts; the sheets that a turn is resolved with are still put in. */
function frozenFor(state: MatchState, body: CommandBody): ReturnType<typeof illegal> | null {
  return !("by" in body) || (body.kind === "submit" && body.source !== "person") ? null : frozenBy(state);
}

/** Only a seat that someone plays acts; the default sheet is played for any. */
function strangerIn({ board, occupants }: MatchState, body: CommandBody): ReturnType<typeof illegal> | null {
  if (!("by" in body)) return null;
  const index = board.indexOf.get(body.by);
  if (index === undefined) return unknownCountry(body.by);
  const empty = occupants[index]?.kind === "empty" && !(body.kind === "submit" && body.source === "default");
  return empty ? illegal("seat.empty", `Nobody plays ${board.names[index]}.`) : null;
}

const unknownCountry = (country: CountryId): ReturnType<typeof invalid> =>
  invalid("country.unknown", "There is no such country in this match.", { country });

function checkSeat(state: MatchState, body: Body<"seat">): Checked {
  const { board, phase } = state;
  const index = board.indexOf.get(body.country);
  if (index === undefined) return unknownCountry(body.country);
  const occupant = tidyOccupant(body.occupant);
  const name = board.names[index];
  if (occupant.kind === "empty" && phase !== "lobby") {
    return illegal("seat.running", `The match has begun: ${name} can be handed to a computer player, not left empty.`);
  }
  const crew = crewOf(occupant);
  const refused =
    firstOf(crew, ({ name: own }) => misnamed(own)) ??
    firstOf(leadersOf(occupant), ({ person }) => takenFrom(state, index, person)) ??
    refusedTeam(state, index, occupant);
  return refused ?? ok({ kind: "seat", country: body.country, occupant });
}

/** Everyone whose name the occupant brings along. */
const crewOf = (occupant: Occupant): readonly CrewMember[] =>
  occupant.kind === "computer" ? (occupant.crew ?? []) : leadersOf(occupant);

function firstOf<T, R>(list: readonly T[], find: (one: T) => R | null): R | null {
  for (const one of list) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}

function tidyOccupant(occupant: Occupant): Occupant {
  if (occupant.kind === "empty") return occupant;
  const { crew, ...rest } = occupant;
  const named = rest.kind === "person" ? { ...rest, name: cleanLine(rest.name) } : rest;
  if (crew === undefined || crew.length === 0) return named;
  return { ...named, crew: crew.map(({ person, name }) => ({ person, name: cleanLine(name) })) };
}

/** A team names each of its people once, and takes no seat that is led by others; a seat is kept for those who led it. */
function refusedTeam(
  { board, occupants }: MatchState,
  index: CountryIndex,
  occupant: Occupant,
): ReturnType<typeof illegal> | null {
  const name = board.names[index];
  const owners = ownersOf(occupant);
  const present = ownersOf(occupants[index]);
  if (new Set(owners).size < owners.length) return illegal("seat.twice", "Someone is named twice in this team.");
  if (occupant.kind === "person")
    return present.length === 0 || haveInCommon(owners, present) ? null : illegal("seat.taken", `${name} is taken.`);
  if (occupant.kind === "computer" && occupant.crew && occupant.keeps === undefined)
    return illegal("seat.keepsNobody", "A seat that is kept for a team names the first of it.");
  return owners.every((person) => present.includes(person))
    ? null
    : illegal("seat.keeps", `${name} is not led by whom the computer player is to keep it for.`);
}

function misnamed(name: string): ReturnType<typeof illegal> | null {
  const length = lengthOf(name);
  if (length === 0) return illegal("seat.noName", "Whoever takes a seat needs a name.");
  return length <= NAME_LENGTH
    ? null
    : illegal("seat.longName", `The name has ${length} characters; at most ${NAME_LENGTH} fit.`, {
        length,
        most: NAME_LENGTH,
      });
}

/** Nobody sits on two seats – one that is kept for them counts, as they have read its secrets. */
function takenFrom(
  { board, occupants }: MatchState,
  index: CountryIndex,
  person: PersonId,
): ReturnType<typeof illegal> | null {
  const other = occupants.findIndex((one, at) => at !== index && ownersOf(one).includes(person));
  if (other < 0) return null;
  return occupants[other]?.kind === "person"
    ? illegal("seat.two", `You lead ${board.names[other]}: leave that seat first.`)
    : illegal("seat.kept", `A computer player keeps ${board.names[other]} for you: take that seat back first.`);
}

function checkPhase(state: MatchState, body: Body<"phase">): Checked {
  const next = nextPhase(state);
  if (!next || next.phase !== body.phase || next.turn !== body.turn) {
    const then = next ? `${next.phase} of turn ${next.turn}` : "nothing";
    return illegal(
      "phase.order",
      `After ${state.phase} of turn ${state.turn} comes ${then}, not ${body.phase} of turn ${body.turn}.`,
    );
  }
  if (state.pause && body.cause !== "host")
    return illegal("phase.paused", "The match is paused: only the instructor leads it on.");
  if ((body.cause === "start") !== (state.phase === "lobby")) {
    return illegal(
      "phase.cause",
      "A match leaves the lobby by being started, and later phases by all being ready, by the clock or by the instructor.",
    );
  }
  return ok(body);
}

/** A turn's hash is taken once it is resolved. Whether it agrees is seen when it is applied. */
function checkHash(state: MatchState, body: Body<"hash">): Checked {
  return state.played.some(({ turn }) => turn === body.turn)
    ? ok(body)
    : illegal("hash.turn", `Turn ${body.turn} has not been played.`, { turn: body.turn });
}
