import type { TreatyId } from "../model/ids.ts";
import type { Filler } from "../model/match.ts";
import type { Alignment, Focus, LegalOrder, Move, OrderSheet, Reason, Spending } from "../model/order.ts";
import type { SeatSight } from "../model/sight.ts";
import { checkOrder, defaultOrder, legalOptions } from "../rules/index.ts";
import type { LegalOptions } from "../rules/index.ts";
import { accountOf } from "./account.ts";
import { stancesOf } from "./alignments.ts";
import { characterOf, type Character, type Who } from "./character.ts";
import { foreseen } from "./foresight.ts";
import { hiding } from "./leanings.ts";
import { mannersOf, type Manners } from "./manners.ts";
import { againstOf } from "./odds.ts";
import { fearOf, isExile, sameAlignment } from "./outlook.ts";
import { aidFrom, divide } from "./spend.ts";
import type { Leaning, Stance } from "./stance.ts";
import { movesOf } from "./statecraft.ts";
import { answersTo, demandedAlignment, isAffordable, onSheet } from "./ultimata.ts";

export interface Plan {
  readonly sheet: LegalOrder;
  /** The player's own account, kept for the debrief. Put together when it is asked for. */
  readonly why: string;
}

/** A computer player's whole sheet for this turn, from what its seat may see. Always legal. */
export function chooseOrders(sight: SeatSight, who: Who, draw: () => number): Plan {
  const character = characterOf(who);
  const stances = stancesOf(sight, character, draw);
  const [first = hiding(0, "There is nothing to be done.")] = stances;
  if (character.difficulty !== "hard") return planAround(sight, { stance: first, ...character }, draw);
  return bestOf(sight, character, stances.length > 0 ? stances : [first], draw);
}

/** How many stances a hard player follows up, and points of score that a full unit of worth to its character counts. */
const LOOKED_AT = 3;
const IN_CHARACTER = 20;

/** Hard players play each likely stance through, with its attack and without, and take what they would like best. */
function bestOf(sight: SeatSight, character: Character, stances: readonly Leaning[], draw: () => number): Plan {
  const plans = stances.slice(0, LOOKED_AT).flatMap((stance) => {
    const plan = planAround(sight, { stance, ...character }, draw);
    return [plan, ...withoutAttack(sight, plan)].map((one) => ({
      plan: one,
      value: foreseen(sight, one.sheet) + IN_CHARACTER * stance.worth,
    }));
  });
  const best = plans.reduce<(typeof plans)[number] | null>(
    (top, next) => (top === null || next.value > top.value + 1e-6 ? next : top),
    null,
  );
  return best?.plan ?? { sheet: defaultOrder(sight.board, sight.world, sight.me), why: "There was no better plan." };
}

function withoutAttack({ board, world, me }: SeatSight, plan: Plan): Plan[] {
  const moves = plan.sheet.moves.filter(({ kind }) => kind !== "attack");
  if (moves.length === plan.sheet.moves.length) return [];
  const checked = checkOrder(board, world, me, { ...plan.sheet, moves });
  return checked.ok
    ? [
        {
          sheet: checked.value,
          get why() {
            return `${plan.why} Looked at again, the attack would have cost more than it brings: it is left out.`;
          },
        },
      ]
    : [];
}

/** The rest of the sheet, once the alignment is chosen. */
export function planAround(
  sight: SeatSight,
  { stance, ...named }: { readonly stance: Stance } & Filler,
  draw: () => number,
): Plan {
  const { board, world, me } = sight;
  const character = characterOf(named);
  const options = legalOptions(board, world, me);
  const manners = mannersOf(sight, character);
  const answers = options.received.length > 0 ? answersTo(sight, character, options) : [];
  const alignment = allowed(sight, options, demandedAlignment(answers) ?? stance.alignment);
  const planned = spend(options, alignment, manners);
  const added = planned.offence * options.income.armsPerPoint;
  const moves = movesOf({ sight, options, alignment, manners, added }, stance, draw);
  const spending = moves.some(({ kind }) => kind === "reassure") ? unarmed(planned) : planned;
  const focus = focusOf({ sight, options, alignment, moves });
  const plain: OrderSheet = {
    alignment,
    reason: reasonFor(stance, alignment, options),
    note: "",
    spending: aidFrom(sight, { spending, stance, alignment, manners, options }, draw),
    moves,
    refuse: refusals(options, manners, alignment),
  };
  const answered = answers.length > 0 ? { ...plain, answers: onSheet(sight, answers) } : plain;
  const sheet = firstLegal(sight, focus ? { ...answered, focus } : answered, { ...answered, spending });
  return {
    sheet,
    get why() {
      return accountOf(sight, { character, stance, sheet, answers, added });
    },
  };
}

/** The wish, if it may be played; else the same with ordinary moves alone, then without answers; the default sheet if none may. */
function firstLegal({ board, world, me }: SeatSight, wish: OrderSheet, plain: OrderSheet): LegalOrder {
  const checked = checkOrder(board, world, me, wish);
  if (checked.ok) return checked.value;
  const ordinary = { ...plain, moves: plain.moves.filter(isOrdinary) };
  const { answers: _answers, ...silent } = ordinary;
  for (const sheet of [ordinary, silent]) {
    const again = checkOrder(board, world, me, sheet);
    if (again.ok) return again.value;
  }
  return defaultOrder(board, world, me);
}

const ORDINARY: ReadonlySet<Move["kind"]> = new Set<Move["kind"]>(["attack", "mobilise", "threaten", "reassure"]);
const isOrdinary = ({ kind }: Move): boolean => ORDINARY.has(kind);

/** Named only for what it decided, and where the match knows of such a reason. */
const reasonFor = ({ alignment, reason }: Stance, chosen: Alignment, { reasons }: LegalOptions): Reason | null =>
  reason !== null && reasons.includes(reason) && sameAlignment(alignment, chosen) ? reason : null;

/** The wish if it is legal, else hide. */
function allowed({ board }: SeatSight, options: LegalOptions, wish: Alignment): Alignment {
  if (wish.kind === "hide") return wish;
  const target = board.indexOf.get(wish.kind === "balance" ? wish.against : wish.with) ?? -1;
  const answers = wish.kind === "balance" ? options.balance : options.bandwagon;
  return answers[target] === null && isAffordable(options, wish) ? wish : { kind: "hide" };
}

function spend({ income, arms }: LegalOptions, alignment: Alignment, manners: Manners): Spending {
  if (arms !== null) return { offence: 0, defence: 0, industry: 0, aid: [] };
  const aligned =
    alignment.kind === "balance" ? income.balanceCost : alignment.kind === "bandwagon" ? income.tribute : 0;
  return divide(income.available - aligned, manners);
}

/** A reassurance counts only if no offence is bought: those points go to defence. */
const unarmed = (plan: Spending): Spending => ({ ...plan, offence: 0, defence: plan.defence + plan.offence });

interface Plight {
  readonly sight: SeatSight;
  readonly options: LegalOptions;
  readonly alignment: Alignment;
  readonly moves: readonly Move[];
}

/** Most of the force to whoever of those that stand together is most exposed – where there is more than one to help. */
function focusOf({ sight, options, alignment, moves }: Plight): Focus | null {
  if (alignment.kind !== "balance" || moves.some(({ kind }) => kind === "attack")) return null;
  const { board, world, me } = sight;
  const foe = board.indexOf.get(alignment.against) ?? -1;
  let exposed = -1;
  let fellows = 0;
  for (let k = 0; k < world.alignments.length; k += 1) {
    if (k === me || isExile(world, k) || againstOf(board, world, k) !== foe) continue;
    fellows += 1;
    if (exposed < 0 || fearOf(world, k, foe) > fearOf(world, exposed, foe)) exposed = k;
  }
  const country = board.ids[exposed];
  return fellows < 2 || country === undefined || options.focus.help[exposed] !== null
    ? null
    : { kind: "help", country };
}

/** Pacts whose call is refused: those that would make the faithless fight the country they follow. */
const refusals = ({ refuse }: LegalOptions, { keepsWord }: Manners, alignment: Alignment): readonly TreatyId[] =>
  keepsWord || alignment.kind === "balance" ? [] : refuse;
