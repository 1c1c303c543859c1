import { seedPrng, stream } from "#shared/lib/prng.ts";
import { countryId, matchId, personId, type CountryId } from "#shared/model/ids.ts";
import type { CommandBody, MatchSettings, MatchState, Personality } from "#shared/model/match.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import type { Level, Scenario } from "#shared/model/scenario.ts";
import { parseScenario } from "#shared/scenarios/parseScenario.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { chooseOrders } from "#shared/players/chooseOrders.ts";
import { playerView } from "#shared/projection/playerView.ts";
import { applyCommand } from "#shared/record/applyCommand.ts";
import { checkCommand } from "#shared/record/checkCommand.ts";
import { nextPhase } from "#shared/record/nextPhase.ts";
import { newHeader } from "#shared/record/header.ts";
import { startState } from "#shared/record/startState.ts";
import { checkOrder, defaultModules, messageRules, phaseSeconds } from "#shared/rules/index.ts";

/** A fixed moment, so that pictures of it can be compared. */
export const NOW = Date.UTC(2026, 5, 28, 12, 0, 0);

/** What a seat does in a turn, where the rules allow it, instead of what its character would do. */
export type Script = Readonly<Record<string, readonly (OrderSheet | null)[]>>;

export interface Fixture {
  readonly state: MatchState;
  readonly view: (me: CountryId | null, change?: Partial<PlayerView>) => PlayerView;
}

/** A command, or one that is about what has been said before: a proposal on the table. */
export type Said = CommandBody | ((state: MatchState) => CommandBody);

interface Wanted {
  readonly scenario: Scenario;
  /** Turns played to their end. */
  readonly turns: number;
  readonly script: Script;
  readonly people: readonly string[];
  readonly personalities: readonly Personality[];
  /** Said and proposed in the turn that is open. */
  readonly talk?: readonly Said[];
  readonly phase: "dispatches" | "diplomacy" | "orders" | "reveal";
  /** Standard unless said otherwise. */
  readonly level?: Level;
}

/** A scenario file of the build, checked as every other is. */
export function scenarioIn(json: unknown): Scenario {
  const parsed = parseScenario(json);
  if (!parsed.ok) throw new Error(parsed.error.text);
  return parsed.value;
}

/** A match played by the real record, rules and computer players, with some seats scripted. */
export function playedMatch({ scenario, turns, script, people, personalities, talk = [], ...wanted }: Wanted): Fixture {
  const { phase, level = "standard" } = wanted;
  const settings: MatchSettings = {
    scenario: scenario.id,
    level,
    modules: defaultModules(level),
    pace: "standard",
    seconds: phaseSeconds(level, "standard"),
    parameters: {},
    intentions: "computed",
    messages: messageRules(),
    seed: 1914,
  };
  let state = startState(newHeader({ match: matchId("gallery"), createdAt: NOW, scenario, settings }));
  const apply = (body: CommandBody): void => {
    const checked = checkCommand(state, body);
    if (!checked.ok) throw new Error(`${JSON.stringify(body)}: ${checked.error.text}`);
    state = applyCommand(state, { ...checked.value, seq: state.lastSeq + 1, at: NOW });
  };
  state.board.ids.forEach((country, index) => {
    const personality = personalities[index % personalities.length] ?? "theorist";
    const occupant = people.includes(country)
      ? ({
          kind: "person",
          person: personId(country),
          name: NAMES[people.indexOf(country) % NAMES.length] ?? country,
        } as const)
      : ({ kind: "computer", personality } as const);
    apply({ kind: "seat", country, occupant });
  });
  const enter = (): void => {
    const next = nextPhase(state);
    if (!next) throw new Error("the match is over");
    apply({
      kind: "phase",
      phase: next.phase,
      turn: next.turn,
      deadline: NOW + 32_000,
      cause: state.phase === "lobby" ? "start" : "ready",
    });
  };
  for (let turn = 1; turn <= turns; turn += 1) {
    while (state.phase !== "orders") enter();
    submitAll(state, script, apply);
    enter();
  }
  if (phase === "reveal") return fixtureOf(state);
  enter();
  while (state.phase !== phase) enter();
  for (const said of talk) apply(typeof said === "function" ? said(state) : said);
  return fixtureOf(state);
}

const NAMES = ["Ana", "Ben", "Chidi", "Daria", "Emil"];

function submitAll(state: MatchState, script: Script, apply: (body: CommandBody) => void): void {
  const { draw } = stream(seedPrng(7, `turn ${state.turn}`));
  state.board.ids.forEach((by, me) => {
    const wish = script[by]?.[state.turn - 1] ?? null;
    const scripted = wish && checkOrder(state.board, state.world, me, wish).ok ? wish : null;
    const occupant = state.occupants[me];
    const card = state.cards[me];
    if (!card) return;
    const sight = { board: state.board, world: state.world, me, card, proposals: [] };
    const sheet =
      scripted ?? chooseOrders(sight, occupant?.kind === "computer" ? occupant.personality : "theorist", draw).sheet;
    apply({ kind: "submit", by, sheet, source: occupant?.kind === "person" ? "person" : "computer" });
  });
}

function fixtureOf(state: MatchState): Fixture {
  const everyone = (value: boolean): readonly boolean[] => state.board.ids.map(() => value);
  const presence = { code: "K7M4QX", connected: everyone(true), ready: everyone(false), draft: null, mayStart: true };
  return {
    state,
    view: (me, change = {}) => ({ ...playerView(state, me, presence), ...change }),
  };
}

export const sheet = (part: Partial<OrderSheet>): OrderSheet => ({
  alignment: { kind: "hide" },
  reason: null,
  note: "",
  spending: { offence: 0, defence: 0, industry: 0, aid: [] },
  moves: [],
  refuse: [],
  ...part,
});

export const country = countryId;
