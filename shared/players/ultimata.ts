import type { CountryIndex } from "../model/ids.ts";
import type { Personality } from "../model/match.ts";
import type { Alignment, Demand, OrderSheet } from "../model/order.ts";
import type { SeatSight } from "../model/sight.ts";
import type { Ultimatum } from "../model/world.ts";
import { incomeOf, legalOptions } from "../rules/index.ts";
import type { LegalOptions } from "../rules/index.ts";
import type { Character } from "./character.ts";
import { percent } from "./leanings.ts";
import { oddsOf } from "./odds.ts";
import { prospectsOf } from "./prospects.ts";

export interface UltimatumAnswer {
  readonly by: CountryIndex;
  readonly demand: Demand;
  readonly accept: boolean;
  readonly why: string;
}

/** Those that this seat issued last turn and that are answered now. */
export const issued = ({ world, me }: Pick<SeatSight, "world" | "me">): readonly Ultimatum[] =>
  world.ultimatums.filter(({ by }) => by === me);

/**
 * The attack, as a multiple of the defence it would meet, from which a character gives way to it; Infinity = never, whatever it
 * costs. Lions do not yield and lambs do before it comes to that (Schweller 1994); wolves, and those who answer in kind,
 * would rather fight. The others give up what they would lose: an attack wins above 1.25 (rule 7.8).
 */
const YIELDS_TO: Readonly<Record<Personality, number>> = {
  theorist: 1.5,
  powerBalancer: 1.9,
  jackal: 1.25,
  lion: Number.POSITIVE_INFINITY,
  lamb: 0.8,
  wolf: Number.POSITIVE_INFINITY,
  hider: 1.6,
  titForTat: Number.POSITIVE_INFINITY,
  reassurer: 1.5,
  blusterer: Number.POSITIVE_INFINITY,
};
/** The hot refuse what others would grant; only the hopeless among them do not. */
const PRIDE = 1.5;
/** Least appeasability (1 − I²) of one to whom it is worth yielding: who is bent on more comes back (Walt 1987). The meek yield all the same. */
const APPEASABLE = 0.25;
const HEEDLESS: ReadonlySet<Personality> = new Set<Personality>(["lamb", "jackal"]);
/** What is easier to grant than land of one's own. */
const CHEAPER = 0.85;

/**
 * What the character answers to every ultimatum that can still be met. It serves one master: of demands that ask for an
 * alignment it grants at most the first, and no province is promised twice.
 */
export function answersTo(sight: SeatSight, character: Character, options: LegalOptions): UltimatumAnswer[] {
  const answers: UltimatumAnswer[] = [];
  for (const { by, demand, accept, needs } of options.received) {
    if (accept !== null) continue;
    const answer = answerTo(sight, character, by, demand);
    const taken = answers.some((one) => one.accept && clash(one.demand, demand));
    const possible = !taken && (needs === null || isAffordable(options, needs));
    answers.push({ by, demand, ...answer, accept: answer.accept && possible });
  }
  return answers;
}

const clash = (a: Demand, b: Demand): boolean =>
  (a.kind === "align" && b.kind === "align") || (a.kind === "cede" && b.kind === "cede" && a.province === b.province);

/** Whether there is money for an alignment. */
export const isAffordable = ({ income }: LegalOptions, alignment: Alignment): boolean =>
  (alignment.kind === "balance" ? income.balanceCost : alignment.kind === "bandwagon" ? income.tribute : 0) <=
  income.available;

function answerTo(
  sight: SeatSight,
  { personality, temper }: Character,
  by: CountryIndex,
  demand: Demand,
): { readonly accept: boolean; readonly why: string } {
  const { winRatio } = sight.board.parameters.war;
  const ratio = dangerFrom(sight, by, demand);
  const limit = YIELDS_TO[personality] * (temper === "hot" ? PRIDE : 1) * (isOwnLand(sight, demand) ? 1 : CHEAPER);
  const odds = ratio > 0 ? `it could come at us with ${ratio.toFixed(1)} to 1` : "it cannot reach us";
  const no = (why: string): { accept: false; why: string } => ({
    accept: false,
    why: `Its ultimatum is refused: ${why}.`,
  });
  if (limit === Number.POSITIVE_INFINITY) return no(`${odds}, and we do not yield`);
  if (isLastHome(sight, demand)) return no("it asks for our last province");
  if (ratio < limit) return no(`${odds}, and that is not enough`);
  const { appeasable } = prospectsOf(sight, by);
  if (appeasable < APPEASABLE && !HEEDLESS.has(personality))
    return no(`it would be back for more (${percent(appeasable)} appeasable)`);
  return {
    accept: true,
    why: `Its ultimatum is accepted: ${odds}, and ${ratio >= winRatio ? "would have its way in any case" : "we do not put it to the test"}.`,
  };
}

/** Attack over defence where the one that threatens would strike: at the land it asks for, or where we are weakest. */
function dangerFrom({ board, world, me }: SeatSight, by: CountryIndex, demand: Demand): number {
  const { targets } = legalOptions(board, world, by);
  const { income, armsPerPoint } = incomeOf(board, world, by);
  const asked = demand.kind === "cede" ? board.provinceIndexOf.get(demand.province) : undefined;
  let worst = 0;
  for (const p of targets) {
    if (world.holders[p] !== me || (asked !== undefined && p !== asked)) continue;
    worst = Math.max(worst, oddsOf(board, world, { me: by, province: p, added: 0.5 * income * armsPerPoint }).ratio);
  }
  return worst;
}

function isOwnLand({ board, me }: SeatSight, demand: Demand): boolean {
  return demand.kind === "cede" && board.provinces[board.provinceIndexOf.get(demand.province) ?? -1]?.home === me;
}

function isLastHome({ board, world, me }: SeatSight, demand: Demand): boolean {
  if (demand.kind !== "cede") return false;
  const held = (board.homes[me] ?? []).filter((p) => world.holders[p] === me);
  return held.length === 1 && board.provinceIndexOf.get(demand.province) === held[0];
}

/** The alignment that an accepted demand asks for, if one does. */
export function demandedAlignment(answers: readonly UltimatumAnswer[]): Alignment | null {
  for (const { accept, demand } of answers) if (accept && demand.kind === "align") return demand.alignment;
  return null;
}

/** As they stand on the sheet, ascending by country. */
export const onSheet = (
  { board }: SeatSight,
  answers: readonly UltimatumAnswer[],
): NonNullable<OrderSheet["answers"]> =>
  answers
    .flatMap(({ by, accept }) => {
      const to = board.ids[by];
      return to === undefined ? [] : [{ to, accept }];
    })
    .sort((a, b) => (a.to < b.to ? -1 : 1));
