import type { MatchSettings } from "#shared/model/match.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { encodeSheet } from "#shared/projection/wire/sheet.ts";
import { fromWire } from "#shared/projection/wire/view.ts";
import { createBoard } from "#shared/rules/index.ts";
import type { Reader } from "./reader.ts";

/** The reader of a match on this scenario. Throws on a scenario that makes no board. */
export function wireReader(scenario: Scenario, settings: Omit<MatchSettings, "seed">): Reader {
  const board = createBoard(scenario, settings);
  return { board, read: (wire) => fromWire(board, wire), write: (sheet) => encodeSheet(board, sheet) };
}
