import type { Catalogue } from "../catalogue.ts";

/** Handing one's seat to a computer player, and taking it back. */
export const seat = {
  handOver: "Let a computer player play for me",
  handOverText:
    "It plays {{country}} as its character has it, until you take the seat back. You go on seeing what your seat may see; nobody else can take it.",
  character: "Its character",
  temper: "Its temper",
  difficulty: "How well it plays",
  confirm: "Hand over the seat",
  away: "A computer player plays {{country}} for you",
  awayText:
    "It decides and talks in your place. Take the seat back whenever you like: orders it has handed in this turn are then yours to write anew.",
  mark: "computer plays",
  kept: "yours ·",
  thinking: "It is still thinking about this turn.",
  itsOrders: "What it has handed in this turn",
  itAligns: { balance: "Balance against {{target}}", bandwagon: "Bandwagon with {{target}}", hide: "Hide" },
  silent: "A computer player speaks for you. Take your seat back to write.",
  takeBack: "Take my seat back",
  goOn: "Go on",
  goOnDone: "Going on …",
} as const satisfies Catalogue;
