import type { MatchState } from "../model/match.ts";
import type { Board } from "../model/world.ts";
import { createBoard, createWorld, crisisSchedule, dealCards, drawEndTurn } from "../rules/index.ts";
import { changesOver, type RecordHeader } from "./header.ts";

/** The match before its first command: the lobby, with all seats empty. Cards and last turn follow from the seed. */
export function startState(header: RecordHeader): MatchState {
  const { match, scenario, parameters } = header;
  const settings = { ...header.settings, parameters: changesOver(scenario.parameters, parameters) };
  const board = createBoard(scenario, { ...settings, parameters });
  const world = createWorld(board, settings.seed);
  return {
    match,
    settings,
    board,
    endTurn: drawEndTurn(board, settings.seed),
    cards: dealCards(board, settings.seed),
    crises: crisisSchedule(board, settings.seed),
    phase: "lobby",
    turn: 0,
    deadline: null,
    occupants: board.ids.map(() => ({ kind: "empty" })),
    world,
    played: [],
    submitted: nobody(board),
    forecasts: nobody(board),
    ratings: nobody(board),
    proposals: [],
    treatyCount: world.treaties.length,
    messages: [],
    pause: null,
    epoch: 0,
    hostDeeds: [],
    undone: [],
    openings: [],
    lastSeq: 0,
    hashMismatches: [],
  };
}

/** Nothing from anyone, by country index. */
export const nobody = (board: Pick<Board, "ids">): readonly null[] => board.ids.map(() => null);
