import * as fc from "fast-check";
import { legalOptions, worldHash } from "#shared/rules/index.ts";
import { personId, treatyId } from "#shared/model/ids.ts";
import type { CountryId } from "#shared/model/ids.ts";
import type { CommandBody, HostAct, MatchState, Occupant } from "#shared/model/match.ts";
import type { Alignment, Move, OrderSheet } from "#shared/model/order.ts";
import type { ScenarioCrisis } from "#shared/model/scenario.ts";
import { nextPhase } from "#shared/record/nextPhase.ts";
import { leadersOf } from "#shared/record/occupants.ts";
import { after, attempt, host, sheet, type Table } from "./table.ts";

/** A wish of the random players: what, who, and two choices, each taken modulo what there is. */
export type Wish = readonly [what: number, who: number, one: number, other: number];
export const wishes = (most: number): fc.Arbitrary<readonly Wish[]> =>
  fc.array(fc.tuple(fc.nat(15), fc.nat(15), fc.nat(999), fc.nat(999)), { maxLength: most });

/** The same with an instructor at the table, who does something every few wishes. */
export const hostedWishes = (most: number): fc.Arbitrary<readonly Wish[]> =>
  fc.array(fc.tuple(fc.nat(21), fc.nat(15), fc.nat(999), fc.nat(999)), { maxLength: most });

/** Tries each wish in turn; what the gate refuses leaves the table as it was. */
export const wander = (table: Table, list: readonly Wish[]): Table =>
  list.reduce((now, wish) => {
    const next = attempt(now, bodyOf(now.state, wish));
    if ("code" in next) return now;
    const { played, turn, world } = next.state;
    // As the server does: a turn that is resolved leaves its hash.
    return played.length > now.state.played.length ? after(next, { kind: "hash", turn, hash: worldHash(world) }) : next;
  }, table);

/** The command a wish stands for in this state: often a legal one, not always. */
export function bodyOf(state: MatchState, [what, who, one, other]: Wish): CommandBody {
  const by = pick(state.board.ids, who);
  const to = pick(state.board.ids, one);
  const proposal = state.proposals[one % Math.max(1, state.proposals.length)]?.id ?? treatyId("t1");
  switch (what) {
    case 0:
    case 1: {
      const next = nextPhase(state) ?? { phase: "ended", turn: state.turn };
      return { kind: "phase", ...next, deadline: one, cause: state.phase === "lobby" ? "start" : "ready" };
    }
    case 2:
      return {
        kind: "message",
        by,
        to: other % 3 === 0 ? { kind: "all" } : { kind: "some", countries: [to, pick(state.board.ids, other)] },
        text: `said ${one}`,
      };
    case 3:
      return { kind: "propose", by, terms: { kind: other % 2 === 0 ? "defence" : "nonaggression", parties: [by, to] } };
    case 4:
      return { kind: "sign", by, proposal };
    case 5:
      return { kind: other % 2 === 0 ? "decline" : "retract", by, proposal };
    case 6:
      return { kind: "withdraw", by };
    case 7:
      return { kind: "forecast", by, forecast: { fears: to, balancers: [pick(state.board.ids, other)] } };
    case 16:
    case 17:
    case 18:
    case 19:
      return host(actOf(state, [what, who, one, other]));
    case 20:
      return { kind: "phase", ...(nextPhase(state) ?? { phase: "ended", turn: 1 }), deadline: one, cause: "host" };
    case 21:
      return { kind: "seat", country: by, occupant: teamOf(state, by, other) };
    default:
      return { kind: "submit", by, sheet: sheetFor(state, { by, one, other }), source: "person" };
  }
}

/** What an instructor may want to do; the end comes seldom, or there would be nothing to try. */
function actOf({ board, turn, deadline }: MatchState, [what, who, one, other]: Wish): HostAct {
  const country = pick(board.ids, one);
  const acts: readonly HostAct[] = [
    { kind: "pause", frozen: other % 3 === 0, text: other % 2 === 0 ? "Eyes up" : "", left: one },
    { kind: "resume", deadline: one },
    { kind: "resume", deadline: null },
    { kind: "extend", deadline: (deadline ?? 0) + one },
    { kind: "stepBack", turn: 1 + (one % Math.max(1, turn + 1)), deadline: other },
    { kind: "stepBack", turn, deadline: null },
    { kind: "inject", crisis: storm(`storm-${one % 4}`, country, other % 7) },
    { kind: "news", text: `heard ${one}`, to: other % 2 === 0 ? null : [country] },
    { kind: "mute", country, until: other % 3 === 0 ? null : 1_700_000_000_000 + 300 * other },
    other % 9 === 0 ? { kind: "lastTurn" } : { kind: "stepBack", turn: 1, deadline: null },
    other % 19 === 0 ? { kind: "end" } : { kind: "resume", deadline: one },
  ];
  return pick(acts, 4 * who + what - 16);
}

/** Moves one country's treasury; the rest is words. */
export const storm = (id: string, country: CountryId, change: number): ScenarioCrisis => ({
  id,
  date: "Now",
  title: "A storm",
  text: "The harvest is lost.",
  effects: [{ kind: "treasury", country, change: -change }],
  source: "",
});

/** Whoever leads the seat with a second, or a computer player that keeps it for them. */
function teamOf({ board, occupants }: MatchState, country: CountryId, other: number): Occupant {
  const at = board.indexOf.get(country) ?? 0;
  const held = occupants[at];
  const crew = [{ person: personId(`q${at}`), name: "Second" }];
  const [first = { person: personId(`p${at}`), name: "First" }] = leadersOf(held);
  if (held?.kind === "person" && other % 2 === 0)
    return { kind: "computer", personality: "theorist", keeps: held.person, ...(held.crew ? { crew: held.crew } : {}) };
  return { kind: "person", ...first, ...(other % 3 === 0 ? { crew } : {}) };
}

/** A plan that the country may well be allowed. */
export function sheetFor(
  state: MatchState,
  { by, one, other }: { readonly by: CountryId; readonly one: number; readonly other: number },
): OrderSheet {
  const me = state.board.indexOf.get(by) ?? 0;
  const to = pick(
    state.board.ids.filter((id) => id !== by),
    one,
  );
  return sheet({
    alignment: alignmentTo(to, other),
    spending: { offence: one % 3, defence: other % 2, industry: 0, aid: [] },
    moves: movesOf(state, me, { to, one, other }),
  });
}

function alignmentTo(to: CountryId, choice: number): Alignment {
  if (choice % 3 === 0) return { kind: "hide" };
  return choice % 3 === 1 ? { kind: "balance", against: to } : { kind: "bandwagon", with: to };
}

function movesOf(
  { board, world }: MatchState,
  me: number,
  { to, one, other }: { readonly to: CountryId; readonly one: number; readonly other: number },
): Move[] {
  const targets = legalOptions(board, world, me).attack.flatMap(({ keep }, province) =>
    keep === null ? [province] : [],
  );
  const province = board.provinces[targets[one % Math.max(1, targets.length)] ?? -1];
  if (other % 4 === 0 && province) return [{ kind: "attack", province: province.id, liberate: false }];
  if (other % 4 === 1) return [{ kind: "threaten", target: to }];
  return other % 4 === 2 ? [{ kind: "mobilise" }] : [];
}

function pick<T>(items: readonly T[], at: number): T {
  const item = items[at % items.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

/** Throws on any attempt to change the value, to any depth. */
export function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) frozen(member);
  return value;
}
