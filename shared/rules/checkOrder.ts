import { assertNever } from "../lib/assertNever.ts";
import type { CountryId, CountryIndex, ProvinceId, ProvinceIndex, TreatyId } from "../model/ids.ts";
import type { LegalOrder, Move, OrderSheet, Spending } from "../model/order.ts";
import type { Refusal } from "../model/refusal.ts";
import type { Board, PublicWorld } from "../model/world.ts";
import { fail, ok } from "../lib/result.ts";
import type { Result } from "../lib/result.ts";
import { checkAnswers, checkFocus, checkGivenOnce } from "./legality/answers.ts";
import { checkModuleMove } from "./legality/modules.ts";
import { treatyKnownTo } from "./treatyWords.ts";
import { incomeOf } from "./income.ts";
import * as legality from "./legality.ts";
import type { Answer, Asked } from "./legality.ts";
import { illegal, invalid, malformed, pointsText, short } from "./refusals.ts";

/**
 * Whether a sheet may be played by this country in this world. The first thing wrong is refused with a code and a sentence
 * to act on; nothing is changed. What passes is put in canonical order, so that equal plans are equal sheets. Never throws.
 */
export function checkOrder(
  board: Board,
  world: PublicWorld,
  me: CountryIndex,
  sheet: OrderSheet,
): Result<LegalOrder, Refusal> {
  const asked: Asked = { board, world, me };
  const refused =
    checkShape(sheet.spending) ??
    checkAlignment(asked, sheet) ??
    checkMoves(asked, sheet.moves) ??
    checkAid(asked, sheet.spending) ??
    checkSpending(asked, sheet) ??
    checkRefuse(asked, sheet.refuse) ??
    checkAnswers(asked, sheet) ??
    checkGivenOnce(asked, sheet) ??
    checkFocus(asked, sheet);
  // The one place that makes a LegalOrder: everything above has passed.
  return refused ? fail(refused) : ok(canonical(sheet) as LegalOrder);
}

function checkShape({ offence, defence, industry, aid }: Spending): Answer {
  return isWhole(offence) && isWhole(defence) && isWhole(industry) && aid.every(({ points }) => isWhole(points))
    ? null
    : malformed("spending.notWhole", "Spend whole points, none below zero.");
}

const isWhole = (points: number): boolean => Number.isSafeInteger(points) && points >= 0;

function checkAlignment(asked: Asked, { alignment }: OrderSheet): Answer {
  switch (alignment.kind) {
    case "balance":
      return withCountry(asked, alignment.against, (target) => legality.mayBalance(asked, target));
    case "bandwagon":
      return withCountry(asked, alignment.with, (target) => legality.mayBandwagon(asked, target));
    case "hide":
      return null;
    default:
      return assertNever(alignment);
  }
}

function checkMoves(asked: Asked, moves: readonly Move[]): Answer {
  const most = legality.mostMoves(asked.board);
  if (moves.length > most) {
    return illegal(
      "moves.tooMany",
      `You may make ${most === 1 ? "one move" : `${most} moves`} a turn: take ${moves.length - most} off.`,
      { most, moves: moves.length },
    );
  }
  return (moves.length > 1 ? checkTogether(moves) : null) ?? firstRefusal(moves, (move) => checkMove(asked, move));
}

/** Moves that cannot stand on one sheet. */
function checkTogether(moves: readonly Move[]): Answer {
  if (moves.filter(({ kind }) => kind === "attack").length > 1)
    return illegal("moves.oneAttack", "You may attack once a turn: take one attack off.");
  if (moves.filter(({ kind }) => kind === "ultimatum").length > 1)
    return illegal("moves.oneUltimatum", "You may give one ultimatum a turn: take one off.");
  const named = moves.map(moveKey);
  if (new Set(named).size < named.length)
    return illegal("moves.twice", "The same move is on the sheet twice: take one off.");
  const both = moves.some(({ kind }) => kind === "mobilise") && moves.some(({ kind }) => kind === "demobilise");
  return both ? illegal("moves.mobiliseBoth", "Mobilise or demobilise, not both.") : null;
}

/** Two moves with one key are the same move: both could not be carried out. */
function moveKey(move: Move): string {
  switch (move.kind) {
    case "threaten":
    case "reassure":
    case "propaganda":
    case "influence":
    case "subvert":
    case "investigate":
      return `${move.kind} ${move.target}`;
    case "withdraw":
    case "concede":
      return `${move.kind} ${move.province}`;
    case "appeal":
      return `${move.kind} ${move.to} ${move.against}`;
    default:
      return move.kind;
  }
}

function checkMove(asked: Asked, move: Move): Answer {
  switch (move.kind) {
    case "attack":
      return withProvince(asked, move.province, (province) =>
        legality.mayAttack(asked, province, { liberate: move.liberate }),
      );
    case "mobilise":
      return legality.mayMobilise(asked);
    case "threaten":
      return withCountry(asked, move.target, (target) => legality.mayThreaten(asked, target));
    case "reassure":
      return withCountry(asked, move.target, (target) => legality.mayReassure(asked, target));
    case "demobilise":
      return legality.mayDemobilise(asked);
    case "cutOffence":
      return Number.isSafeInteger(move.points)
        ? legality.mayCutOffence(asked, move.points)
        : malformed("cut.notWhole", "Cut whole points.");
    case "withdraw":
      return withProvince(asked, move.province, (province) => legality.mayWithdraw(asked, province));
    default:
      return checkModuleMove(asked, move);
  }
}

const checkAid = (asked: Asked, { aid }: Spending): Answer =>
  firstRefusal(aid, ({ to }) => withCountry(asked, to, (target) => legality.mayAid(asked, target)));

function checkSpending(asked: Asked, sheet: OrderSheet): Answer {
  const { offence, defence, industry } = sheet.spending;
  if (offence + defence + industry > 0) {
    const refused = legality.mayArm(asked);
    if (refused) return refused;
  }
  const { available } = incomeOf(asked.board, asked.world, asked.me);
  const cost = costOf(asked, sheet);
  if (cost <= available + 1e-9) return null;
  const over = Math.ceil(cost - available - 1e-9);
  return illegal(
    "spending.tooMuch",
    `You have ${pointsText(available)} and this plan costs ${short(cost)}: take ${over} off${alignmentShare(asked, sheet)}.`,
    { available, cost, over },
  );
}

/** Points the whole sheet costs: alignment, arms, industry, aid. */
export function costOf(
  { board, world, me }: Asked,
  { alignment, spending }: Pick<OrderSheet, "alignment" | "spending">,
): number {
  const { economy } = board.parameters;
  const { balanceCost, tribute } = incomeOf(board, world, me);
  const aligned = alignment.kind === "balance" ? balanceCost : alignment.kind === "bandwagon" ? tribute : 0;
  const aid = spending.aid.reduce((sum, { points }) => sum + points, 0);
  return (
    aligned + spending.offence * economy.offenceCost + spending.defence * economy.defenceCost + spending.industry + aid
  );
}

function alignmentShare(asked: Asked, { alignment }: OrderSheet): string {
  const { balanceCost, tribute } = incomeOf(asked.board, asked.world, asked.me);
  if (alignment.kind === "balance" && balanceCost > 0) return ` (balancing costs ${short(balanceCost)})`;
  return alignment.kind === "bandwagon" && tribute > 0 ? ` (the tribute is ${short(tribute)})` : "";
}

function checkRefuse({ board, world, me }: Asked, refuse: readonly TreatyId[]): Answer {
  return firstRefusal(refuse, (id) => {
    if (!board.modules.includes("calls"))
      return illegal("refuse.level", "In this match every call is answered: none can be refused.");
    const treaty = treatyKnownTo(world, id, board.ids[me]);
    if (!treaty) return invalid("refuse.unknown", "That treaty is not in force.", { treaty: id });
    const mine = treaty.kind === "defence" && treaty.parties.some((party) => board.indexOf.get(party) === me);
    return mine
      ? null
      : illegal("refuse.notYours", "You can refuse a call only under a defence pact of your own.", { treaty: id });
  });
}

function canonical({ answers = [], ...sheet }: OrderSheet): OrderSheet {
  const { spending, moves, refuse } = sheet;
  const tidy: OrderSheet = {
    ...sheet,
    spending: spending.aid.length === 0 ? spending : { ...spending, aid: canonicalAid(spending.aid) },
    moves: moves.length < 2 ? moves : moves.toSorted((a, b) => (moveKey(a) < moveKey(b) ? -1 : 1)),
    refuse: refuse.length < 2 ? refuse : [...new Set(refuse)].sort(),
  };
  return answers.length === 0 ? tidy : { ...tidy, answers: answers.toSorted((a, b) => (a.to < b.to ? -1 : 1)) };
}

/** One gift a country, by country. */
function canonicalAid(gifts: Spending["aid"]): Spending["aid"] {
  const aid = new Map<CountryId, number>();
  for (const { to, points } of gifts) aid.set(to, (aid.get(to) ?? 0) + points);
  return [...aid]
    .filter(([, points]) => points > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([to, points]) => ({ to, points }));
}

function withCountry({ board }: Asked, id: CountryId, ask: (index: CountryIndex) => Answer): Answer {
  const index = board.indexOf.get(id);
  return index === undefined
    ? invalid("country.unknown", "There is no such country in this match.", { country: id })
    : ask(index);
}

function withProvince({ board }: Asked, id: ProvinceId, ask: (index: ProvinceIndex) => Answer): Answer {
  const index = board.provinceIndexOf.get(id);
  return index === undefined
    ? invalid("province.unknown", "There is no such province on this map.", { province: id })
    : ask(index);
}

function firstRefusal<T>(items: readonly T[], ask: (item: T) => Answer): Answer {
  for (const item of items) {
    const refused = ask(item);
    if (refused) return refused;
  }
  return null;
}
