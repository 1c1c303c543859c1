import type { MessageMode, MessageRules, Pace } from "../model/match.ts";
import { MODULES } from "../model/scenario.ts";
import type { Level, Module } from "../model/scenario.ts";

const STANDARD: readonly Module[] = [
  "treaties",
  "aid",
  "extraMove",
  "forecast",
  "calls",
  "reliability",
  "congress",
  "ultimatum",
  "crises",
];

/** The modules a level switches on; a host may tick others. */
const LEVEL_MODULES: Readonly<Record<Level, readonly Module[]>> = {
  intro: [],
  standard: STANDARD,
  advanced: [...STANDARD, "ideology", "influence", "intelligence", "secretTreaties", "softTreaties", "chance"],
};

/** What a module makes no sense without. */
const NEEDS: Partial<Record<Module, Module>> = {
  calls: "treaties",
  reliability: "treaties",
  congress: "treaties",
  softTreaties: "treaties",
  secretTreaties: "treaties",
};

/** The modules in their usual order, with those that they cannot do without. */
export function completeModules(ticked: readonly Module[]): Module[] {
  const wanted = new Set(ticked.flatMap((module) => [module, NEEDS[module] ?? module]));
  return MODULES.filter((module) => wanted.has(module));
}

export const defaultModules = (level: Level): Module[] => [...LEVEL_MODULES[level]];

export type PhaseSeconds = Readonly<Record<"dispatches" | "diplomacy" | "orders" | "reveal", number>>;
const LEVEL_SECONDS: Readonly<Record<Level, PhaseSeconds>> = {
  intro: { dispatches: 15, diplomacy: 60, orders: 30, reveal: 40 },
  standard: { dispatches: 30, diplomacy: 150, orders: 45, reveal: 60 },
  advanced: { dispatches: 40, diplomacy: 180, orders: 75, reveal: 75 },
};
const PACE_FACTOR: Readonly<Record<Pace, number>> = { relaxed: 2, standard: 1, brisk: 0.5 };

/** Seconds per phase, rounded up to whole ones. */
export function phaseSeconds(level: Level, pace: Pace): PhaseSeconds {
  const base = LEVEL_SECONDS[level];
  const factor = PACE_FACTOR[pace];
  return {
    dispatches: Math.ceil(base.dispatches * factor),
    diplomacy: Math.ceil(base.diplomacy * factor),
    orders: Math.ceil(base.orders * factor),
    reveal: Math.ceil(base.reveal * factor),
  };
}

/** What may be said in each phase of play; in the lobby, to the whole table; after the end, as at the reveal. */
export function messageRules(
  modes: Readonly<Record<"dispatches" | "diplomacy" | "orders" | "reveal", MessageMode>> = FREE,
): MessageRules {
  return { lobby: "public", ...modes, ended: modes.reveal };
}
const FREE = { dispatches: "all", diplomacy: "all", orders: "all", reveal: "all" } as const;
