import type { GameEvent } from "#shared/model/event.ts";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { Ratings } from "#shared/model/match.ts";
import type { PlayerView, TurnView } from "#shared/model/view.ts";
import type { Board, Matrix, PublicWorld } from "#shared/model/world.ts";
import { assess, componentsOf, type Assessment } from "#shared/theory/assess.ts";
import { intentProbability } from "#shared/theory/intent.ts";
import { ratedIntent, ratedLogOdds } from "#shared/theory/rated.ts";
import { threatOf } from "#shared/theory/threat.ts";
import { openingWorld } from "./opening.ts";

/** T of one country to me with my own rating in place of reckoned intentions. */
export const ratedThreat = (
  board: Board,
  assessment: Assessment,
  { me, country, level }: { readonly me: CountryIndex; readonly country: CountryIndex; readonly level: number },
): number =>
  threatOf({ ...componentsOf(board, assessment, me, country), I: ratedIntent(level) }, board.parameters.weights);

/**
 * In a match that rates intentions, what this seat thinks is what its threat board shows: its own row of intentions and
 * threats follows from its ratings, and from the opening opinion of countries it has not rated. Everyone else's rows, and the
 * rules, go by the reckoned record all the same; what each deed weighs in it is left out of the news until the end.
 */
export function ratedView(board: Board, view: PlayerView): PlayerView {
  const me = view.you === null ? undefined : board.indexOf.get(view.you);
  if (!hidesOpinions(view)) return view;
  const history = view.history.map((turn) => ({
    ...turn,
    events: turn.events.filter(({ kind }) => !RECKONING.has(kind)),
  }));
  if (me === undefined) return { ...view, history };
  const seat = { me, opinions: opinions(board, me, view.ratings) };
  return {
    ...view,
    world: ratedWorld(board, view.world, seat),
    history: history.map((turn) => ratedTurn(board, turn, seat)),
  };
}

/** The world before the first turn, as this seat's board shows it: what a change is measured from. */
export function openingSeen(board: Board, view: PlayerView): PublicWorld {
  const me = view.you === null ? undefined : board.indexOf.get(view.you);
  const opening = openingWorld(board);
  if (me === undefined || !hidesOpinions(view)) return opening;
  return ratedWorld(board, opening, { me, opinions: opinions(board, me, view.ratings) });
}

interface Opinions {
  readonly me: CountryIndex;
  /** L by country. */
  readonly opinions: readonly number[];
}

/** A turn past, by what this seat thinks now: a change since then is one of power, arms or ground alone. */
function ratedTurn(board: Board, turn: TurnView, { me, opinions: seen }: Opinions): TurnView {
  const { power, offence } = turn;
  const row =
    power && offence
      ? seen.map((logOdds, country) =>
          country === me
            ? 0
            : threatOf(
                {
                  P: power[country] ?? 0,
                  X: board.proximity[me]?.[country] ?? 0,
                  O: offence[country] ?? 0,
                  I: intentProbability(logOdds, board.parameters.floor),
                },
                board.parameters.weights,
              ),
        )
      : (turn.threat[me] ?? []);
  return { ...turn, intent: withRow(turn.intent, me, seen), threat: withRow(turn.threat, me, row) };
}

/** Events that say how much worse or better a deed makes its doer look. */
export const RECKONING: ReadonlySet<GameEvent["kind"]> = new Set(["act", "securityDilemma"]);

function ratedWorld(board: Board, world: PublicWorld, { me, opinions: seen }: Opinions): PublicWorld {
  const intent = withRow(world.intent, me, seen);
  const assessment = assess(board, { ...world, intent });
  return { ...world, intent, threat: withRow(world.threat, me, assessment.threat[me] ?? []) };
}

/** L as rated, or as it was before anyone did anything. */
function opinions(board: Board, me: CountryIndex, ratings: Ratings | null): readonly number[] {
  const before = openingWorld(board).intent[me] ?? [];
  return board.ids.map((_, country) => {
    const level = ratings?.[country] ?? null;
    if (country === me) return 0;
    return level === null ? (before[country] ?? 0) : ratedLogOdds(level);
  });
}

/** Where everyone rates intentions for themselves, what others would reckon is told to nobody before the end. */
export const hidesOpinions = ({ settings, phase }: Pick<PlayerView, "settings" | "phase">): boolean =>
  settings.intentions === "rated" && phase !== "ended";

const withRow = (matrix: Matrix, row: CountryIndex, values: readonly number[]): Matrix =>
  matrix.map((old, at) => (at === row ? values : old));
