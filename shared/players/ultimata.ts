import type { CountryIndex } from "../model/ids.ts";
import type { Personality } from "../model/match.ts";
import type { Alignment, Demand, OrderSheet } from "../model/order.ts";
import type { SeatSight } from "../model/sight.ts";
import type { Ultimatum } from "../model/world.ts";
import type { LegalOptions } from "../rules/index.ts";
import { assertNever } from "../lib/assertNever.ts";
import type { Character } from "./character.ts";
import { nameOf } from "./outlook.ts";
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
 * Chance of holding out below which a character gives way; −1 = never, whatever it costs. Lions do not yield and lambs do
 * (Schweller 1994); wolves and those who answer in kind would rather fight.
 */
const YIELDS_BELOW: Readonly<Record<Personality, number>> = {
  theorist: 0.35,
  powerBalancer: 0.2,
  jackal: 0.45,
  lion: -1,
  lamb: 0.8,
  wolf: -1,
  hider: 0.3,
  titForTat: -1,
};
/** The hot refuse what others would grant; only the hopeless among them do not. */
const PRIDE = 0.4;
/** Least appeasability (1 − I²) of one to whom it is worth yielding: who takes land from the yielding comes back (Walt 1987). */
const APPEASABLE = 0.5;

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
  const { together, appeasable } = prospectsOf(sight, by);
  const limit = YIELDS_BELOW[personality] * (temper === "hot" ? PRIDE : 1) * weightOf(sight, demand);
  const held = `we would hold against ${nameOf(sight, by)} with ${Math.round(100 * together)} %`;
  if (limit < 0) return { accept: false, why: `Its ultimatum is refused, for we do not yield: ${held}.` };
  if (isLastHome(sight, demand))
    return { accept: false, why: "Its ultimatum is refused: it asks for our last province." };
  if (appeasable < APPEASABLE)
    return {
      accept: false,
      why: `Its ultimatum is refused: it would be back for more (appeasable ${Math.round(100 * appeasable)} %).`,
    };
  return together < limit
    ? { accept: true, why: `Its ultimatum is accepted: ${held} only.` }
    : { accept: false, why: `Its ultimatum is refused: ${held}.` };
}

/** How much more readily a demand is granted than one for land. */
function weightOf({ world, me, board }: SeatSight, demand: Demand): number {
  switch (demand.kind) {
    case "cede": {
      const p = board.provinceIndexOf.get(demand.province) ?? -1;
      return world.holders[p] === me && board.provinces[p]?.home === me ? 1 : 1.5;
    }
    case "leaveTreaty":
      return 1.2;
    case "align":
      return demand.alignment.kind === "bandwagon" ? 1 : 0.8;
    default:
      return assertNever(demand);
  }
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
