import { countryId, matchId, scenarioId } from "#shared/model/ids.ts";
import type { PlayerView, TurnView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import { standingAfter } from "#shared/projection/standing.ts";
import { classScore, messageRules, scoreOf } from "#shared/rules/index.ts";
import {
  play,
  sheetOf,
  small,
  NAMES,
  type Name,
  type Plans,
  type Setup,
  type Small,
} from "#tests/helpers/smallWorld.ts";

export interface Seen {
  readonly board: Board;
  readonly view: PlayerView;
}

/** What a country sees after these turns of the small world. */
export function seen(you: Name | null, turns: readonly Plans[], setup: Setup = {}): Seen {
  let game: Small = small(setup);
  const history = turns.map((plans, at): TurnView => {
    const played = play(game, plans);
    game = played;
    return {
      turn: at + 1,
      sheets: NAMES.map((name) => ({ sheet: sheetOf(plans[name] ?? {}), source: "person" as const })),
      events: played.events,
      ...standingAfter(played.board, played.world),
    };
  });
  return { board: game.board, view: viewOf(you, game, history) };
}

function viewOf(
  you: Name | null,
  { board, world: { prng: _prng, ...world } }: Small,
  history: readonly TurnView[],
): PlayerView {
  return {
    match: matchId("m"),
    code: "K7M4QX",
    settings: {
      scenario: scenarioId("small"),
      level: "standard",
      modules: board.modules,
      pace: "standard",
      seconds: { dispatches: 30, diplomacy: 150, orders: 45, reveal: 60 },
      parameters: {},
      intentions: "computed",
      messages: messageRules(),
    },
    you: you && countryId(you),
    phase: "orders",
    turn: history.length + 1,
    turnsAtMost: 6,
    deadline: null,
    seats: board.ids.map((country) => ({
      country,
      occupant: "person",
      name: country,
      connected: true,
      ready: false,
      submitted: false,
    })),
    world,
    card: null,
    orders: { state: "none", sheet: null },
    forecast: null,
    ratings: null,
    proposals: [],
    messages: [],
    history,
    score: you === null ? null : scoreOf(board, world, NAMES.indexOf(you)),
    classScore: classScore(board, world),
    mayStart: false,
    hosted: null,
    outcome: null,
  };
}
