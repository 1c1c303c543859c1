import { assertNever } from "../../lib/assertNever.ts";
import { fail, ok, type Result } from "../../lib/result.ts";
import { treatyId, type CountryId, type ProvinceId, type TreatyId } from "../../model/ids.ts";
import { REASONS, type Alignment, type Demand, type Move, type OrderSheet } from "../../model/order.ts";
import type { Refusal } from "../../model/refusal.ts";
import type { Board } from "../../model/world.ts";
import type { WireSheet, WireSheetPart } from "../../protocol/wire.ts";

/** What a sheet's codes refer to. */
export type Places = Pick<Board, "ids" | "indexOf" | "provinces" | "provinceIndexOf">;

/** Kinds of move by code. An attack to liberate counts as a kind of its own. */
const MOVE_CODES = [
  "attack",
  "liberate",
  "mobilise",
  "threaten",
  "reassure",
  "demobilise",
  "cutOffence",
  "withdraw",
  "propaganda",
  "influence",
  "subvert",
  "investigate",
  "appeal",
  "concede",
  "ultimatum",
] as const;
/** Codes are counted in this many kinds. */
const KINDS = 16;
/** Two things in one number: the first below this. */
const PAIR = 32;
type MoveCode = (typeof MOVE_CODES)[number];

/** Ids the board does not know become the index after the last, which `decodeSheet` refuses. */
export function encodeSheet(board: Places, sheet: OrderSheet): WireSheet {
  const { alignment, reason, note, spending, moves, refuse, answers = [], focus } = sheet;
  return shortened([
    encodeAlignment(board, alignment),
    reason === null ? 0 : 1 + REASONS.indexOf(reason),
    spending.offence,
    spending.defence,
    spending.industry,
    moves.map((move) => encodeMove(board, move)),
    spending.aid.flatMap(({ to, points }) => [countryAt(board, to), points]),
    refuse.map(treatyNumber),
    note,
    answers.map(({ to, accept }) => 2 * countryAt(board, to) + (accept ? 1 : 0)),
    focus === undefined ? 0 : focus.kind === "attack" ? 1 : 2 + countryAt(board, focus.country),
  ]);
}

/** Refuses, with a sentence, what is out of shape or refers to nothing; whether it may be played is for the rules to say. */
export function decodeSheet(board: Places, wire: WireSheet): Result<OrderSheet, Refusal> {
  const [
    alignment = 0,
    reason = 0,
    offence = 0,
    defence = 0,
    industry = 0,
    moves = [],
    aid = [],
    refuse = [],
    note = "",
    answers = [],
    focus = 0,
  ] = wire;
  const numbers = [alignment, reason, offence, defence, industry, focus];
  const lists = [moves, aid, refuse, answers];
  if (wire.length > 11 || !numbers.every(isCount) || !lists.every(isCounts) || typeof note !== "string")
    return fail(UNREADABLE);
  return read(board, {
    alignment: alignment as number,
    reason: reason as number,
    amounts: [offence, defence, industry] as [number, number, number],
    moves: moves as readonly number[],
    aid: aid as readonly number[],
    refuse: refuse as readonly number[],
    note,
    answers: answers as readonly number[],
    focus: focus as number,
  });
}

/** The parts of a sheet, their types checked. */
interface Parts {
  readonly alignment: number;
  readonly reason: number;
  readonly amounts: readonly [number, number, number];
  readonly moves: readonly number[];
  readonly aid: readonly number[];
  readonly refuse: readonly number[];
  readonly note: string;
  readonly answers: readonly number[];
  readonly focus: number;
}

function read(
  board: Places,
  { alignment, reason, amounts, moves, aid, refuse, note, answers, focus }: Parts,
): Result<OrderSheet, Refusal> {
  const aligned = decodeAlignment(board, alignment);
  const named = reason === 0 ? null : REASONS[reason - 1];
  const made = moves.map((code) => decodeMove(board, code));
  const given = pairs(aid).map(([to, points]) => ({ to: board.ids[to], points }));
  if (aid.length % 2 !== 0 || named === undefined) return fail(UNREADABLE);
  const replies = answers.map((code) => ({ to: board.ids[code >> 1], accept: code % 2 === 1 }));
  const sent = focus < 2 ? undefined : board.ids[focus - 2];
  if (aligned === null || [...given, ...replies].some(({ to }) => to === undefined)) return fail(NO_COUNTRY);
  if (focus >= 2 && sent === undefined) return fail(NO_COUNTRY);
  if (made.includes(null)) return fail(NOTHING_THERE);
  const [offence, defence, industry] = amounts;
  return ok({
    alignment: aligned,
    reason: named,
    note,
    // Checked above: every recipient and every move is there.
    spending: { offence, defence, industry, aid: given as { to: CountryId; points: number }[] },
    moves: made as Move[],
    refuse: refuse.map(treatyOf),
    ...(replies.length === 0 ? {} : { answers: replies as { to: CountryId; accept: boolean }[] }),
    ...(focus === 0 ? {} : { focus: sent === undefined ? { kind: "attack" } : { kind: "help", country: sent } }),
  });
}

function encodeAlignment(board: Places, alignment: Alignment): number {
  switch (alignment.kind) {
    case "hide":
      return 0;
    case "balance":
      return 2 * countryAt(board, alignment.against) + 1;
    case "bandwagon":
      return 2 * countryAt(board, alignment.with) + 2;
    default:
      return assertNever(alignment);
  }
}

function decodeAlignment(board: Places, code: number): Alignment | null {
  if (code === 0) return { kind: "hide" };
  const country = board.ids[(code - 1) >> 1];
  if (country === undefined) return null;
  return code % 2 === 1 ? { kind: "balance", against: country } : { kind: "bandwagon", with: country };
}

function encodeMove(board: Places, move: Move): number {
  switch (move.kind) {
    case "attack":
      return code(move.liberate ? "liberate" : "attack", provinceAt(board, move.province));
    case "withdraw":
      return code("withdraw", provinceAt(board, move.province));
    case "threaten":
    case "reassure":
    case "propaganda":
    case "influence":
    case "subvert":
    case "investigate":
      return code(move.kind, countryAt(board, move.target));
    case "appeal":
      return code(move.kind, countryAt(board, move.to) + PAIR * countryAt(board, move.against));
    case "concede":
      return code(move.kind, countryAt(board, move.to) + PAIR * provinceAt(board, move.province));
    case "ultimatum":
      return code(move.kind, countryAt(board, move.target) + PAIR * encodeDemand(board, move.demand));
    case "cutOffence":
      return code("cutOffence", move.points);
    case "mobilise":
    case "demobilise":
      return code(move.kind, 0);
    default:
      return assertNever(move);
  }
}

const code = (kind: MoveCode, about: number): number => KINDS * about + MOVE_CODES.indexOf(kind);

function decodeMove(board: Places, move: number): Move | null {
  const kind = MOVE_CODES[move % KINDS];
  const about = Math.floor(move / KINDS);
  const first = board.ids[about % PAIR];
  const second = Math.floor(about / PAIR);
  switch (kind) {
    case "attack":
    case "liberate":
    case "withdraw":
      return aboutProvince(kind, board.provinces[about]?.id);
    case "threaten":
    case "reassure":
    case "propaganda":
    case "influence":
    case "subvert":
    case "investigate":
      return aboutCountry(kind, board.ids[about]);
    case "appeal":
      return made(first, board.ids[second], (to, against) => ({ kind, to, against }));
    case "concede":
      return made(first, board.provinces[second]?.id, (to, province) => ({ kind, to, province }));
    case "ultimatum":
      return made(first, decodeDemand(board, second), (target, demand) => ({ kind, target, demand }));
    case "cutOffence":
      return { kind, points: about };
    case "mobilise":
    case "demobilise":
      return about === 0 ? { kind } : null;
    case undefined:
      return null;
    default:
      return assertNever(kind);
  }
}

function aboutProvince(kind: "attack" | "liberate" | "withdraw", province: ProvinceId | undefined): Move | null {
  if (province === undefined) return null;
  return kind === "withdraw" ? { kind, province } : { kind: "attack", province, liberate: kind === "liberate" };
}

/** A move about two things, if both are there. */
const made = <A, B>(one: A | undefined, other: B | undefined | null, make: (one: A, other: B) => Move): Move | null =>
  one === undefined || other === undefined || other === null ? null : make(one, other);

/** 3 × what it is about + cede, leave a treaty or align. */
function encodeDemand(board: Places, demand: Demand): number {
  switch (demand.kind) {
    case "cede":
      return 3 * provinceAt(board, demand.province);
    case "leaveTreaty":
      return 3 * treatyNumber(demand.treaty) + 1;
    case "align":
      return 3 * encodeAlignment(board, demand.alignment) + 2;
    default:
      return assertNever(demand);
  }
}

function decodeDemand(board: Places, code: number): Demand | null {
  const about = Math.floor(code / 3);
  if (code % 3 === 1) return { kind: "leaveTreaty", treaty: treatyOf(about) };
  if (code % 3 === 0) {
    const province = board.provinces[about]?.id;
    return province === undefined ? null : { kind: "cede", province };
  }
  const alignment = decodeAlignment(board, about);
  return alignment === null || alignment.kind === "hide" ? null : { kind: "align", alignment };
}

type Addressed = Extract<Move, { readonly target: CountryId }>["kind"];
const aboutCountry = (kind: Exclude<Addressed, "ultimatum">, target: CountryId | undefined): Move | null =>
  target === undefined ? null : { kind, target };

export const countryAt = (board: Pick<Places, "ids" | "indexOf">, id: CountryId): number =>
  board.indexOf.get(id) ?? board.ids.length;
const provinceAt = (board: Places, id: ProvinceId): number => board.provinceIndexOf.get(id) ?? board.provinces.length;

/** `t12` ↔ 12. */
export const treatyNumber = (id: TreatyId): number => Number(id.slice(1));
export const treatyOf = (number: number): TreatyId => treatyId(`t${number}`);

/** Without what is 0 or empty at its end. */
function shortened(parts: readonly WireSheetPart[]): WireSheet {
  const last = parts.findLastIndex((part) => (typeof part === "number" ? part !== 0 : part.length > 0));
  return parts.slice(0, last + 1);
}

const pairs = (list: readonly number[]): (readonly [number, number])[] =>
  list.flatMap((one, at) => (at % 2 === 0 ? [[one, list[at + 1] ?? 0] as const] : []));

const isCount = (value: WireSheetPart): boolean =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
const isCounts = (value: WireSheetPart): boolean => typeof value === "object" && value.every(isCount);

const UNREADABLE: Refusal = {
  kind: "malformed",
  code: "sheet.malformed",
  text: "The order sheet could not be read. Reload the page.",
};
const NO_COUNTRY: Refusal = {
  kind: "invalid",
  code: "country.unknown",
  text: "There is no such country in this match.",
};
const NOTHING_THERE: Refusal = {
  kind: "invalid",
  code: "move.unknown",
  text: "A move on the sheet refers to no country or province of this match.",
};
