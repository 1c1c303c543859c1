import type { GameEvent } from "#shared/model/event.ts";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { Ratings } from "#shared/model/match.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board, Matrix, PublicWorld } from "#shared/model/world.ts";
import { assess, componentsOf, type Assessment } from "#shared/theory/assess.ts";
import { ratedIntent, ratedLogOdds } from "#shared/theory/rated.ts";
import { threatOf } from "#shared/theory/threat.ts";

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
  return {
    ...view,
    world: ratedWorld(board, view.world, { me, ratings: view.ratings }),
    history: history.map((turn) => ({
      ...turn,
      intent: withRow(turn.intent, me, opinions(board, me, view.ratings)),
    })),
  };
}

/** Events that say how much worse or better a deed makes its doer look. */
const RECKONING: ReadonlySet<GameEvent["kind"]> = new Set(["act", "securityDilemma"]);

function ratedWorld(
  board: Board,
  world: PublicWorld,
  { me, ratings }: { readonly me: CountryIndex; readonly ratings: Ratings | null },
): PublicWorld {
  const intent = withRow(world.intent, me, opinions(board, me, ratings));
  const assessment = assess(board, { ...world, intent });
  return { ...world, intent, threat: withRow(world.threat, me, assessment.threat[me] ?? []) };
}

/** L as rated, or as it was before anyone did anything. */
const opinions = (board: Board, me: CountryIndex, ratings: Ratings | null): readonly number[] =>
  board.ids.map((_, country) => {
    const level = ratings?.[country] ?? null;
    if (country === me) return 0;
    return level === null ? (board.prior[me]?.[country] ?? 0) : ratedLogOdds(level);
  });

/** Where everyone rates intentions for themselves, what others would reckon is told to nobody before the end. */
export const hidesOpinions = ({ settings, phase }: Pick<PlayerView, "settings" | "phase">): boolean =>
  settings.intentions === "rated" && phase !== "ended";

const withRow = (matrix: Matrix, row: CountryIndex, values: readonly number[]): Matrix =>
  matrix.map((old, at) => (at === row ? values : old));
