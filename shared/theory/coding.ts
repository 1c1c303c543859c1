import type { GameEvent, EventOf } from "../model/event.ts";
import type { CountryId, CountryIndex } from "../model/ids.ts";
import type { CodedPlay, Play } from "../model/lens.ts";
import type { OrderSheet, SheetSource } from "../model/order.ts";
import type { Board } from "../model/world.ts";

type Decision = Pick<CodedPlay, "play" | "because">;
type CodedBoard = Pick<Board, "ids">;
/** What the coding reads of a sheet. */
export type CodedSheet = Pick<OrderSheet, "alignment" | "spending">;

/**
 * How the debrief counts one seat's turn (theory.md 7): the alignment chosen decides; where it is to hide, a war, a pact or
 * a concession of the same turn decides instead, in that order; hiding with aid to another, or with an appeal to it, is
 * buck-passing: somebody else is to stand up (Posen 1984; Christensen & Snyder 1990).
 * `events` are those of the turn's resolution. Whether the turn counts at all depends on who decided it: `isChoice`.
 */
export function codePlay(
  board: CodedBoard,
  sheet: CodedSheet,
  events: readonly GameEvent[],
  me: CountryIndex,
): CodedPlay {
  return { ...decisionOf(board, sheet, events, me), internalBalancing: armsInward(sheet, events, me) };
}

/** Only what a person chose is a choice; default orders and a computer player's are not. */
export const isChoice = (source: SheetSource): boolean => source === "person";

function decisionOf(board: CodedBoard, sheet: CodedSheet, events: readonly GameEvent[], me: CountryIndex): Decision {
  if (sheet.alignment.kind !== "hide") return { play: sheet.alignment, because: "alignment" };
  const act = warOf(board, events, me) ?? pactOf(board, events, me) ?? concessionOf(board, events, me);
  if (act) return act;
  if (sheet.spending.aid.some(({ points }) => points > 0)) return { play: { kind: "buckPass" }, because: "aid" };
  if (events.some((event) => event.kind === "appealed" && event.by === me))
    return { play: { kind: "buckPass" }, because: "appeal" };
  return { play: { kind: "hide" }, because: "alignment" };
}

/** An attack of my own against j. Being attacked is no choice, and helping a victim is a pact's doing. */
function warOf(board: CodedBoard, events: readonly GameEvent[], me: CountryIndex): Decision | null {
  const battle = events.find(
    (event): event is EventOf<"battle"> & GameEvent => event.kind === "battle" && event.attackers.includes(me),
  );
  return battle ? decided(balanceAgainst(board.ids[battle.defender]), "war") : null;
}

/** A defence pact honoured when j attacked, or signed against a j that it names. */
function pactOf(board: CodedBoard, events: readonly GameEvent[], me: CountryIndex): Decision | null {
  const mine = board.ids[me];
  for (const event of events) {
    if (event.kind === "pactCalled" && event.ally === me && event.answer === "honoured") {
      return decided(balanceAgainst(board.ids[event.attacker]), "pact");
    }
  }
  for (const event of events) {
    if (event.kind !== "treatySigned" || event.treaty.kind !== "defence" || event.treaty.against === undefined)
      continue;
    if (mine !== undefined && event.treaty.parties.includes(mine))
      return decided(balanceAgainst(event.treaty.against), "pact");
  }
  return null;
}

/** Giving j what it asked for, or land before it asks, is going along with j. The first of several decides. */
function concessionOf(board: CodedBoard, events: readonly GameEvent[], me: CountryIndex): Decision | null {
  for (const event of events) {
    const to = board.ids[yieldedTo(event, me) ?? -1];
    if (to !== undefined) return { play: { kind: "bandwagon", with: to }, because: "concession" };
  }
  return null;
}

function yieldedTo(event: GameEvent, me: CountryIndex): CountryIndex | null {
  if (event.kind === "conceded" && event.by === me) return event.to;
  return event.kind === "ultimatumAnswered" && event.accepted && event.target === me ? event.by : null;
}

/** Half or more of the turn's income spent on arms. Without a record of the income, of all that the sheet spends. */
function armsInward({ spending }: CodedSheet, events: readonly GameEvent[], me: CountryIndex): boolean {
  const armed = events.find(
    (event): event is EventOf<"armed"> & GameEvent => event.kind === "armed" && event.country === me,
  );
  const arms = spending.offence + spending.defence;
  const aid = spending.aid.reduce((sum, { points }) => sum + points, 0);
  const income = armed?.income ?? arms + spending.industry + aid;
  return arms > 0 && 2 * arms >= income;
}

const balanceAgainst = (country: CountryId | undefined): Play | null =>
  country === undefined ? null : { kind: "balance", against: country };
const decided = (play: Play | null, because: CodedPlay["because"]): Decision | null =>
  play ? { play, because } : null;
