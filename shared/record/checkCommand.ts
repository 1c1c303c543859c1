import { ok } from "../lib/result.ts";
import type { CountryId, CountryIndex, PersonId } from "../model/ids.ts";
import type { CommandBody, CommandKind, MatchState, Occupant } from "../model/match.ts";
import { NAME_LENGTH } from "../protocol/schemas.ts";
import type { Body, Checked } from "./checked.ts";
import { checkMessage } from "./checkMessage.ts";
import { checkForecast, checkRatings, checkSubmit, checkWithdraw } from "./checkSheet.ts";
import { checkAnswer, checkProposal } from "./checkTreaty.ts";
import { cleanLine, lengthOf } from "./cleanText.ts";
import { nextPhase } from "./nextPhase.ts";
import { commandBodySchema } from "./recordSchema.ts";
import { illegal, invalid, malformed } from "./refusals.ts";

type Checks = { readonly [K in CommandKind]: (state: MatchState, body: Body<K>) => Checked };

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
  host: () => illegal("host.none", "This match has no instructor."),
  hash: checkHash,
};

/**
 * The one gate into a record: what may happen to this match now, whoever asks – a person, a computer player or the clock.
 * What passes comes back tidied (text cleaned, lists in order) and is what must be recorded. Never throws.
 */
export function checkCommand(state: MatchState, body: CommandBody): Checked {
  const parsed = commandBodySchema.safeParse(body);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0] ?? { path: [], message: "wrong shape" };
    return malformed("command.shape", `This cannot be understood: ${path.join(".") || "command"}: ${message}.`);
  }
  // The schema proves the shape of the union member; ids are branded strings.
  const shaped = parsed.data as CommandBody;
  const late = overFor(state, shaped) ?? strangerIn(state, shaped);
  if (late) return late;
  // The table pairs each kind with its own body; indexing by a union loses that.
  return (CHECKS[shaped.kind] as (state: MatchState, body: CommandBody) => Checked)(state, shaped);
}

/** After the end nothing changes. */
function overFor({ phase }: MatchState, { kind }: CommandBody): ReturnType<typeof illegal> | null {
  return phase === "ended" && kind !== "hash" ? illegal("match.over", "The match is over.") : null;
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
  if (occupant.kind === "person") {
    const refused = misnamed(occupant.name) ?? takenFrom(state, index, occupant.person);
    if (refused) return refused;
  }
  if (
    occupant.kind === "computer" &&
    occupant.keeps !== undefined &&
    occupant.keeps !== ownerOf(state.occupants[index])
  )
    return illegal("seat.keeps", `${name} is not led by whom the computer player is to keep it for.`);
  return ok({ kind: "seat", country: body.country, occupant });
}

function tidyOccupant(occupant: Occupant): Occupant {
  if (occupant.kind === "person") return { ...occupant, name: cleanLine(occupant.name) };
  if (occupant.kind === "empty") return occupant;
  return occupant;
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

/** Who sits here, or is expected back. */
const ownerOf = (held: Occupant | undefined): PersonId | undefined =>
  held?.kind === "person" ? held.person : held?.kind === "computer" ? held.keeps : undefined;

/**
 * Whether a person may sit here: not where another person sits or is expected back, and not on two seats – one that is kept
 * for them counts, as they have read its secrets.
 */
function takenFrom(
  { board, occupants }: MatchState,
  index: CountryIndex,
  person: PersonId,
): ReturnType<typeof illegal> | null {
  const owner = ownerOf(occupants[index]);
  if (owner !== undefined && owner !== person) return illegal("seat.taken", `${board.names[index]} is taken.`);
  const other = occupants.findIndex((one, at) => at !== index && ownerOf(one) === person);
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
  if ((body.cause === "start") !== (state.phase === "lobby")) {
    return illegal(
      "phase.cause",
      "A match leaves the lobby by being started, and later phases by all being ready or by the clock.",
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
