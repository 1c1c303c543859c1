import type { MatchRecord } from "../model/match.ts";
import type { Parameters, PartialParameters } from "../model/parameters.ts";
import { withParameters } from "../rules/index.ts";
import { RECORD_VERSION } from "./version.ts";

/** What is known of a match when it is made. */
export type RecordHeader = Omit<MatchRecord, "commands">;

/** The header of a new match, with every number it is played by: defaults, the scenario's, the host's, later ones first. */
export function newHeader(made: Omit<RecordHeader, "version" | "parameters">): RecordHeader {
  return {
    version: RECORD_VERSION,
    ...made,
    parameters: withParameters(made.scenario.parameters, made.settings.parameters),
  };
}

/**
 * What of a match's parameters a program must put over the present defaults and the scenario's own to have them all.
 * Empty as long as the defaults are those of the match's beginning.
 */
export const changesOver = (scenario: PartialParameters, parameters: Parameters): PartialParameters =>
  difference(withParameters(scenario), parameters) ?? {};

function difference(base: unknown, value: unknown): unknown {
  if (!isGroup(base) || !isGroup(value)) return JSON.stringify(base) === JSON.stringify(value) ? undefined : value;
  const changed = Object.entries(value).flatMap(([key, member]) => {
    const change = difference(base[key], member);
    return change === undefined ? [] : [[key, change] as const];
  });
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}

/** `part` put over `base`, member by member; lists are replaced whole. */
export function overlaid(base: unknown, part: unknown): unknown {
  if (!isGroup(base) || !isGroup(part)) return part === undefined ? base : part;
  return {
    ...base,
    ...Object.fromEntries(Object.entries(part).map(([key, value]) => [key, overlaid(base[key], value)])),
  };
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
