import type { CountryIndex } from "#shared/model/ids.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import { scoreOf } from "#shared/rules/index.ts";
import { openingWorld } from "./opening.ts";

export interface ScoreShown {
  readonly security: number;
  readonly total: number;
}

interface Sight {
  readonly me: CountryIndex;
  /** The last turn is still being told step by step: the figures are those of the turn before. */
  readonly untold: boolean;
}

/** My security and score as the header may show them now. Null without a score. */
export function scoreShown(board: Board, view: PlayerView, { me, untold }: Sight): ScoreShown | null {
  if (!view.score) return null;
  if (!untold) return { security: view.world.countries[me]?.security ?? 0, total: view.score.total };
  const before = view.history.at(-2);
  if (before?.scores) return { security: before.security[me] ?? 0, total: before.scores[me] ?? 0 };
  const opening = openingWorld(board);
  return { security: opening.countries[me]?.security ?? 0, total: scoreOf(board, opening, me).total };
}
