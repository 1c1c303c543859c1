import { overlaid } from "./header.ts";
import { ADDED_IN_VERSION_3 } from "./parametersOfVersion3.ts";
import { PARAMETERS_OF_VERSION_1 } from "./parametersOfVersion1.ts";

/** A record as JSON of some older version: nothing but that it is an object is known of it. */
export type OldRecord = Readonly<Record<string, unknown>>;

/** One step from version `to − 1` to version `to`. `up` leaves its input alone and need not set `version`. */
export interface Migration {
  readonly to: number;
  /** What changed, in a few words. */
  readonly name: string;
  readonly up: (record: OldRecord) => OldRecord;
}

/**
 * Every change of the record's shape since version 1, in order and without gaps. A migration, once released, is never
 * changed; `tests/golden/records` keeps a record of every version for ever. A match may go on under a newer program than it
 * began with: its later commands then have the present shape already, and `up` leaves them as they are.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    to: 2,
    name: "the header holds all parameters, a proposal its id",
    up: (record) => ({ ...record, parameters: parametersOf(record), commands: withProposalIds(record) }),
  },
  {
    to: 3,
    name: "modules by name, message and intention rules, characters of computer players",
    up: (record) => ({
      ...record,
      settings: settingsOfVersion3(record),
      parameters: overlaid(ADDED_IN_VERSION_3, memberOf(record, "parameters")),
      commands: listOf(memberOf(record, "commands")).map(withCharacter),
    }),
  },
  {
    to: 4,
    name: "what an instructor does, teams, who of a team did it, fewer turns: all of it may be absent",
    up: (record) => record,
  },
];

function parametersOf({ scenario, settings }: OldRecord): unknown {
  return [scenario, settings].reduce<unknown>(
    (parameters, part) => overlaid(parameters, memberOf(part, "parameters")),
    PARAMETERS_OF_VERSION_1,
  );
}

/** Proposals were numbered t1, t2, … as they came, after the treaties that stood at the start. */
function withProposalIds({ scenario, settings, commands }: OldRecord): unknown {
  if (!Array.isArray(commands)) return commands;
  const played = listOf(memberOf(settings, "modules")).includes("treaties");
  let count = played ? listOf(memberOf(scenario, "treaties")).length : 0;
  return commands.map((command: unknown) => {
    if (memberOf(command, "kind") !== "propose") return command;
    count += 1;
    return { id: `t${count}`, ...(command as object) }; // an object, as it has a kind
  });
}

/** Until then every match was played with calls, reliability and congresses, any talk, and computed intentions. */
function settingsOfVersion3({ settings }: OldRecord): unknown {
  const modules = new Set([...listOf(memberOf(settings, "modules")), "calls", "reliability", "congress"]);
  return {
    intentions: "computed",
    messages: Object.fromEntries(PHASES_OF_VERSION_3.map((phase) => [phase, "all"])),
    ...(settings as object), // an object in every version
    modules: [...modules],
  };
}
const PHASES_OF_VERSION_3 = ["lobby", "dispatches", "diplomacy", "orders", "reveal", "ended"];

/** The opportunist became the jackal, the expander the wolf (Schweller 1994). */
function withCharacter(command: unknown): unknown {
  const occupant = memberOf(command, "occupant");
  const renamed = RENAMED[String(memberOf(occupant, "personality"))];
  if (renamed === undefined) return command;
  return { ...(command as object), occupant: { ...(occupant as object), personality: renamed } }; // both have members
}
const RENAMED: Readonly<Record<string, string>> = { opportunist: "jackal", expander: "wolf" };

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
