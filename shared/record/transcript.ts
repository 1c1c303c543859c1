import type { CountryId, CountryIndex, ProvinceId } from "../model/ids.ts";
import type { MatchRecord, MatchState, Message, Occupant, PlayedTurn, Submitted } from "../model/match.ts";
import type { Demand, Alignment, Move, Spending } from "../model/order.ts";
import type { Score } from "../model/score.ts";
import { STEPS } from "../model/event.ts";
import type { GameEvent } from "../model/event.ts";
import type { Board } from "../model/world.ts";
import { assertNever } from "../lib/assertNever.ts";
import { classScore, finalScore, scoreOf, sentence, worldHash } from "../rules/index.ts";
import { foldRecord } from "./foldRecord.ts";
import { leadersOf } from "./occupants.ts";
import { deedLines } from "./transcriptHost.ts";

/** How many changes of threat a turn tells of, and the least that is worth telling, in points of T. */
const TOLD_CHANGES = 6;
const LEAST_CHANGE = 0.05;

/**
 * A whole match as text, secrets included: seats, then of every turn the talk, the orders, what happened and why, the threats
 * that changed most, scores and the world's hash. For golden files, bug reports and reading.
 */
export const transcript = (record: MatchRecord): string => transcriptOf(foldRecord(record));

/** The same of a match already folded. */
export function transcriptOf(state: MatchState): string {
  const sections = [
    heading(state),
    seats(state),
    ...state.played.map((turn) => turnText(state, turn)),
    ...unplayed(state),
    ending(state),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** What an instructor did outside the turns that were played, and the turns they undid. */
function unplayed(state: MatchState): string[] {
  const played = new Set(state.played.map(({ turn }) => turn));
  const turns = new Set(state.hostDeeds.map(({ turn }) => turn).filter((turn) => !played.has(turn)));
  const deeds = [...turns].flatMap((turn) => deedLines(state, turn).map((line) => `turn ${turn}, ${line}`));
  const undone = state.undone.map(({ turn, after }) => `turn ${turn}, which led to world ${worldHash(after)}`);
  return [
    ...(deeds.length > 0 ? [block("Instructor, outside the turns played", deeds)] : []),
    ...(undone.length > 0 ? [block("Undone", undone)] : []),
  ];
}

function heading({ board, settings, endTurn }: MatchState): string {
  const { title, id, version } = board.scenario;
  const modules = settings.modules.length === 0 ? "no modules" : settings.modules.join(", ");
  return [
    `${title} (${id}, version ${version})`,
    `level ${settings.level}: ${modules}`,
    `seed ${settings.seed}, last turn ${endTurn}`,
  ].join("\n");
}

function seats(state: MatchState): string {
  const { board, occupants, cards } = state;
  const rows = board.names.map((name, i) => {
    const card = cards[i];
    const aim = card ? `r ${signed(card.revisionism)} · ${card.aim.text}` : "";
    return [name, occupantText(occupants[i]), aim];
  });
  return block("Seats", columns(rows));
}

function occupantText(occupant: Occupant | undefined): string {
  if (!occupant || occupant.kind === "empty") return "empty";
  if (occupant.kind === "computer") return `computer, ${occupant.personality}`;
  return leadersOf(occupant)
    .map((member) => member.name)
    .join(", ");
}

function turnText(state: MatchState, turn: PlayedTurn): string {
  const { board } = state;
  const talk = state.messages
    .filter((message) => message.turn === turn.turn)
    .map((message) => messageText(board, message));
  const deeds = deedLines(state, turn.turn);
  const parts = [
    `== Turn ${turn.turn} ==`,
    ...(deeds.length > 0 ? [block("Instructor", deeds)] : []),
    ...(talk.length > 0 ? [block("Talk", talk)] : []),
    block("Orders", columns(turn.sheets.map((sheet, i) => [board.names[i] ?? "", ...orderText(board, sheet)]))),
    ...happened(board, turn.events),
    block("Threats that changed most", changes(board, turn)),
    block("Scores so far", columns(board.names.map((name, i) => scoreRow(name, scoreOf(board, turn.after, i))))),
    `World ${worldHash(turn.after)}`,
  ];
  return parts.join("\n");
}

function messageText(board: Board, { from, to, text }: Message): string {
  const whom = to.kind === "all" ? "all" : to.countries.map((country) => nameOf(board, country)).join(", ");
  return `${nameOf(board, from)} to ${whom}: ${text.replaceAll("\n", " / ")}`;
}

function orderText(board: Board, { sheet, source, why }: Submitted): string[] {
  const refused = sheet.refuse.length > 0 ? [`refuses ${sheet.refuse.join(", ")}`] : [];
  const deeds = [
    spendingText(board, sheet.spending),
    ...sheet.moves.map((move) => moveText(board, move)),
    ...refused,
  ].filter((text) => text !== "");
  const reason = sheet.reason === null ? "" : ` (${sheet.reason})`;
  const words = [sheet.note && `“${sheet.note}”`, why].filter((text) => text !== "").map((text) => ` – ${text}`);
  return [
    `${alignmentText(board, sheet.alignment)}${reason}`,
    `${deeds.join("; ") || "saves"}${source === "person" ? "" : ` [${source}]`}${words.join("")}`,
  ];
}

function alignmentText(board: Board, alignment: Alignment): string {
  switch (alignment.kind) {
    case "balance":
      return `balance against ${nameOf(board, alignment.against)}`;
    case "bandwagon":
      return `bandwagon with ${nameOf(board, alignment.with)}`;
    case "hide":
      return "hide";
    default:
      return assertNever(alignment);
  }
}

function spendingText(board: Board, { offence, defence, industry, aid }: Spending): string {
  const bought = Object.entries({ offence, defence, industry }).filter(([, points]) => points > 0);
  const given = aid.map(({ to, points }) => `aid ${points} to ${nameOf(board, to)}`);
  return [...bought.map(([what, points]) => `${what} ${points}`), ...given].join(", ");
}

function demandText(board: Board, demand: Demand): string {
  switch (demand.kind) {
    case "cede":
      return `cede ${provinceName(board, demand.province)}`;
    case "leaveTreaty":
      return `leave treaty ${demand.treaty}`;
    case "align":
      return alignmentText(board, demand.alignment);
    default:
      return assertNever(demand);
  }
}

function moveText(board: Board, move: Move): string {
  switch (move.kind) {
    case "attack":
      return `attack ${provinceName(board, move.province)}${move.liberate ? " to free it" : ""}`;
    case "withdraw":
      return `withdraw from ${provinceName(board, move.province)}`;
    case "threaten":
    case "reassure":
      return `${move.kind} ${nameOf(board, move.target)}`;
    case "cutOffence":
      return `cut offence by ${move.points}`;
    case "mobilise":
    case "demobilise":
      return move.kind;
    case "ultimatum":
      return `ultimatum to ${nameOf(board, move.target)}: ${demandText(board, move.demand)}`;
    case "concede":
      return `concede ${provinceName(board, move.province)} to ${nameOf(board, move.to)}`;
    case "appeal":
      return `appeal to ${nameOf(board, move.to)} against ${nameOf(board, move.against)}`;
    case "propaganda":
      return `propaganda against ${nameOf(board, move.target)}`;
    case "influence":
    case "subvert":
    case "investigate":
      return `${move.kind} ${nameOf(board, move.target)}`;
    default:
      return assertNever(move);
  }
}

/** A block for each step in which something happened, in the order of the reveal. */
const happened = (board: Board, events: readonly GameEvent[]): string[] =>
  STEPS.flatMap((step) => {
    const lines = events
      .filter((event) => event.step === step)
      .map((event) => `${sentence(board, event)} [${event.rule}]`);
    return lines.length === 0 ? [] : [block(`Step: ${step}`, lines)];
  });

function changes(board: Board, { before, after }: PlayedTurn): string[] {
  const all = board.ids.flatMap((_, i) =>
    board.ids.map((__, j) => {
      const from = before.threat[i]?.[j] ?? 0;
      const to = after.threat[i]?.[j] ?? 0;
      return { i, j, from, to, size: Math.abs(to - from) };
    }),
  );
  const told = all
    .filter(({ size }) => size >= LEAST_CHANGE)
    .sort((a, b) => b.size - a.size || a.i - b.i || a.j - b.j)
    .slice(0, TOLD_CHANGES);
  if (told.length === 0) return ["none"];
  return columns(
    told.map(({ i, j, from, to }) => [
      `${name(board, i)} sees ${name(board, j)}`,
      `${fixed(from)} → ${fixed(to)}`,
      signed(to - from),
    ]),
  );
}

function ending(state: MatchState): string {
  const { board, world, cards, phase } = state;
  if (phase !== "ended") return `Not over: ${phase} of turn ${state.turn}`;
  const rows = cards.map((card, i) => scoreRow(name(board, i), finalScore(board, world, i, card)));
  const { wars, alive, countries, total } = classScore(board, world);
  const table = `Table: ${fixed(total)} – ${wars} ${wars === 1 ? "attack" : "attacks"}, ${alive} of ${countries} countries alive`;
  return [block("Final scores", columns(rows)), table].join("\n");
}

const scoreRow = (who: string, { total, home, security, sovereign, aim }: Score): string[] => [
  who,
  fixed(total),
  `home ${fixed(home)}, security ${fixed(security)}, sovereign ${fixed(sovereign)}, aim ${fixed(aim)}`,
];

const block = (title: string, lines: readonly string[]): string =>
  [title, ...lines.map((line) => `  ${line}`)].join("\n");

/** Rows with their columns lined up, two spaces apart; the last column is left ragged. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const width = (at: number): number => Math.max(...rows.map((row) => row[at]?.length ?? 0));
  return rows.map((row) =>
    row
      .map((text, at) => (at === row.length - 1 ? text : text.padEnd(width(at))))
      .join("  ")
      .trimEnd(),
  );
}

const name = (board: Board, i: CountryIndex): string => board.names[i] ?? "?";
const nameOf = (board: Board, id: CountryId): string => name(board, board.indexOf.get(id) ?? -1);
const provinceName = (board: Board, id: ProvinceId): string =>
  board.provinces[board.provinceIndexOf.get(id) ?? -1]?.name ?? id;
const fixed = (value: number): string => value.toFixed(1);
const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;
