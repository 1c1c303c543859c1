import { countryId } from "#shared/model/ids.ts";
import type { MatchState } from "#shared/model/match.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { playerView, type Presence } from "#shared/projection/playerView.ts";

/** Everyone connected, nobody ready, nothing drafted. */
export const presence = ({ board }: MatchState, over: Partial<Presence> = {}): Presence => ({
  code: "QXRT7K",
  connected: board.ids.map(() => true),
  ready: board.ids.map(() => false),
  draft: null,
  mayStart: false,
  ...over,
});

export const viewOf = (state: MatchState, me: string | null, over: Partial<Presence> = {}): PlayerView =>
  playerView(state, me === null ? null : countryId(me), presence(state, over));

/** Everyone who looks: each country, and an observer. */
export const readers = ({ board }: MatchState): readonly (string | null)[] => [...board.ids, null];
