/** The one way into the rules. */
export { DEFAULT_PARAMETERS, withParameters } from "./parameters.ts";
export { defaultModules, phaseSeconds } from "./levels.ts";
export type { PhaseSeconds } from "./levels.ts";
export { createBoard } from "./createBoard.ts";
export { createWorld } from "./createWorld.ts";
export { dealCards, drawEndTurn } from "./cards.ts";
