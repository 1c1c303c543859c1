import { findScenario } from "#server/scenarios/registry.ts";
import { computerAutopilot } from "#server/match/computerAutopilot.ts";
import { countryId, matchId, personId, treatyId } from "#shared/model/ids.ts";
import type { CountryId } from "#shared/model/ids.ts";
import { PERSONALITIES } from "#shared/model/match.ts";
import type {
  ClassroomRules,
  Command,
  CommandBody,
  HostAct,
  MatchRecord,
  IntentionMode,
  MatchState,
  Personality,
} from "#shared/model/match.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { Module, Scenario } from "#shared/model/scenario.ts";
import { applyCommand } from "#shared/record/applyCommand.ts";
import { checkCommand } from "#shared/record/checkCommand.ts";
import { newHeader } from "#shared/record/header.ts";
import { nextPhase } from "#shared/record/nextPhase.ts";
import { startState } from "#shared/record/startState.ts";
import { defaultModules, messageRules, phaseSeconds, worldHash } from "#shared/rules/index.ts";

/** A match on paper: commands go through the gate and into the record, as on the server but without server. */
export interface Table {
  readonly state: MatchState;
  readonly record: MatchRecord;
}

export interface Opening {
  readonly scenario?: string;
  readonly seed?: number;
  readonly modules?: readonly Module[];
  readonly intentions?: IntentionMode;
  readonly messages?: Parameters<typeof messageRules>[0];
  readonly turns?: number;
  readonly classroom?: ClassroomRules;
}

/** A class that is told everything there is to tell. */
export const CLASSROOM: ClassroomRules = { board: "full", submitter: "any", hostReads: true, hostSeesOrders: true };

function scenarioOf(id: string): Scenario {
  const scenario = findScenario(id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return scenario;
}

/** The lobby of a match, all seats empty. */
export function open({
  scenario: id = "strait",
  seed = 7,
  modules = defaultModules("standard"),
  intentions = "computed",
  messages,
  ...classroom
}: Opening = {}): Table {
  const scenario = scenarioOf(id);
  const header = newHeader({
    match: matchId(`m-${id}`),
    createdAt: 1_700_000_000_000,
    scenario,
    settings: {
      scenario: scenario.id,
      level: "standard",
      modules,
      pace: "standard",
      seconds: phaseSeconds("standard", "standard"),
      parameters: {},
      intentions,
      messages: messageRules(messages),
      seed,
      ...classroom,
    },
  });
  return { state: startState(header), record: { ...header, commands: [] } };
}

/** The table after a command, or why it was refused. */
export function attempt({ state, record }: Table, body: CommandBody): Table | Refusal {
  const seq = state.lastSeq + 1;
  const at = record.createdAt + 1000 * seq;
  const checked = checkCommand(state, body, at);
  if (!checked.ok) return checked.error;
  const command: Command = { seq, at, ...checked.value };
  return { state: applyCommand(state, command), record: { ...record, commands: [...record.commands, command] } };
}

/** Commands that must be accepted, one after another. */
export const after = (table: Table, ...bodies: readonly CommandBody[]): Table =>
  bodies.reduce((now, body) => {
    const next = attempt(now, body);
    if ("code" in next) throw new Error(`${body.kind} refused: ${next.code}: ${next.text}`);
    return next;
  }, table);

/** The code with which a command is refused; null if it is not. */
export function refusalOf(table: Table, body: CommandBody): string | null {
  const answer = attempt(table, body);
  return "code" in answer ? answer.code : null;
}

/** Enters the next phase; a reveal stores its hash, as the server does. */
export function advance(table: Table, cause: "ready" | "deadline" | "host" = "ready"): Table {
  const next = nextPhase(table.state);
  if (!next) throw new Error("the match is over");
  const entered = after(table, {
    kind: "phase",
    ...next,
    deadline: null,
    cause: table.state.phase === "lobby" ? "start" : cause,
  });
  return next.phase === "reveal"
    ? after(entered, { kind: "hash", turn: next.turn, hash: worldHash(entered.state.world) })
    : entered;
}

export function advanceTo(table: Table, phase: MatchState["phase"]): Table {
  let now = table;
  do now = advance(now);
  while (now.state.phase !== phase);
  return now;
}

/** What an instructor does. */
export const host = (act: HostAct): CommandBody => ({ kind: "host", host: "Ms Lee", act });

/** Every seat taken by a person: `p0` named Ann, `p1` Ben, … by country index. */
export const seatAll = (table: Table): Table =>
  after(table, ...table.state.board.ids.map((country, i): CommandBody => person(country, i)));

const NAMES = ["Ann", "Ben", "Cem", "Dea", "Eli", "Fay", "Gus", "Hua", "Ida", "Jon", "Kai", "Lea"];
export const person = (country: CountryId, i: number): CommandBody => ({
  kind: "seat",
  country,
  occupant: { kind: "person", person: personId(`p${i}`), name: NAMES[i] ?? `P${i}` },
});

/** A running match of people, in dispatches of turn 1. */
export const started = (opening: Opening = {}): Table => advance(seatAll(open(opening)));

export const sheet = (plan: Partial<OrderSheet> = {}): OrderSheet => ({
  alignment: { kind: "hide" },
  reason: null,
  note: "",
  spending: { offence: 0, defence: 0, industry: 0, aid: [] },
  moves: [],
  refuse: [],
  ...plan,
});

export const submit = (by: string, plan: Partial<OrderSheet> = {}): CommandBody => ({
  kind: "submit",
  by: countryId(by),
  sheet: sheet(plan),
  source: "person",
});
export const say = (by: string, text: string, to: readonly string[] | "all" = "all"): CommandBody => ({
  kind: "message",
  by: countryId(by),
  to: to === "all" ? { kind: "all" } : { kind: "some", countries: to.map(countryId) },
  text,
});
export const pact = (by: string, parties: readonly string[]): CommandBody => ({
  kind: "propose",
  by: countryId(by),
  terms: { kind: "defence", parties: parties.map(countryId) },
});
export const answer = (kind: "sign" | "decline" | "retract", by: string, id: string): CommandBody => ({
  kind,
  by: countryId(by),
  proposal: treatyId(id),
});

/** A whole match between computer players, one of each kind in turn. */
export function computerMatch(opening: Opening = {}): Table {
  let table = open(opening);
  table = after(
    table,
    ...table.state.board.ids.map((country, i): CommandBody => ({
      kind: "seat",
      country,
      occupant: { kind: "computer", personality: personalityOf(i) },
    })),
  );
  while (table.state.phase !== "ended") table = advance(actAll(table));
  return table;
}

const personalityOf = (i: number): Personality => PERSONALITIES[i % PERSONALITIES.length] ?? "theorist";

function actAll(table: Table): Table {
  const seats = table.state.board.ids.map((_, me) => ({ me, personality: personalityOf(me) }));
  const { phase } = table.state;
  if (phase === "diplomacy")
    return decide(decide(table, seats, computerAutopilot.act), seats, computerAutopilot.answer);
  return phase === "orders" ? decide(table, seats, computerAutopilot.order) : table;
}

type Seats = readonly { readonly me: number; readonly personality: Personality }[];
function decide(
  table: Table,
  seats: Seats,
  how: (state: MatchState, seat: Seats[number]) => readonly CommandBody[],
): Table {
  return seats.reduce(
    (now, seat) =>
      how(now.state, seat).reduce((one, body) => {
        const next = attempt(one, body);
        return "code" in next ? one : next;
      }, now),
    table,
  );
}
