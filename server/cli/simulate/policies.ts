import { PERSONALITIES, type Personality } from "#shared/model/match.ts";
import type { Alignment, LegalOrder, OrderSheet } from "#shared/model/order.ts";
import type { SeatSight } from "#shared/model/sight.ts";
import { checkOrder, defaultOrder, legalOptions } from "#shared/rules/index.ts";
import { chooseOrders, planAround } from "#shared/players/chooseOrders.ts";
import { followTheory } from "#shared/players/theorist.ts";
import { topThreat } from "#shared/players/outlook.ts";

/** Policies that no opponent of a real match has: fixed in one thing, so that a bar can compare it. */
const FIXED = ["bestReply", "alwaysBalance", "alwaysBandwagon", "alwaysHide", "disarmer", "armer"] as const;
type Fixed = (typeof FIXED)[number];
export type Policy = Personality | Fixed;
export const POLICIES: readonly Policy[] = [...PERSONALITIES, ...FIXED];

/** Whose manners (treaties, spending, moves) a policy has. */
export const mannersOf = (policy: Policy): Personality => (isFixed(policy) ? "theorist" : policy);

/** A sheet by policy. A fixed one spends and moves as the theory follower does, and differs in what its name says. */
export function orderBy(policy: Policy, sight: SeatSight, draw: () => number): LegalOrder {
  switch (policy) {
    case "bestReply":
      // The likeliest option comes first: a draw of 0 is the best reply, without the slips of a quantal response.
      return planAround(sight, { stance: followTheory(sight, () => 0), personality: "theorist" }, draw).sheet;
    case "alwaysBalance":
      return aligned(sight, draw, (against) => ({ kind: "balance", against }));
    case "alwaysBandwagon":
      return aligned(sight, draw, (leader) => ({ kind: "bandwagon", with: leader }));
    case "alwaysHide":
      return aligned(sight, draw, () => ({ kind: "hide" }));
    case "disarmer":
      return posture(sight, { reassures: true });
    case "armer":
      return posture(sight, { reassures: false });
    default:
      return chooseOrders(sight, policy, draw).sheet;
  }
}

function aligned(
  sight: SeatSight,
  draw: () => number,
  toward: (target: SeatSight["board"]["ids"][number]) => Alignment,
): LegalOrder {
  const id = sight.board.ids[topThreat(sight.world, sight.me)];
  const alignment: Alignment = id === undefined ? { kind: "hide" } : toward(id);
  return planAround(
    sight,
    { stance: { alignment, reason: null, why: "Always the same." }, personality: "theorist" },
    draw,
  ).sheet;
}

/** Hides and attacks nobody: cuts offence and builds (Kydd 2005: costly reassurance), or puts all it has into offence and mobilises. */
function posture(sight: SeatSight, { reassures }: { readonly reassures: boolean }): LegalOrder {
  const { board, world, me } = sight;
  const options = legalOptions(board, world, me);
  const points = Math.floor(options.income.available);
  const cut = Math.min(2, options.cutOffence.most);
  const sheet: OrderSheet = {
    alignment: { kind: "hide" },
    reason: null,
    note: "",
    spending: reassures
      ? { offence: 0, defence: 0, industry: points, aid: [] }
      : { offence: points, defence: 0, industry: 0, aid: [] },
    moves: reassures
      ? options.cutOffence.answer === null
        ? [{ kind: "cutOffence", points: cut }]
        : []
      : options.mobilise === null
        ? [{ kind: "mobilise" }]
        : [],
    refuse: [],
  };
  const checked = checkOrder(board, world, me, sheet);
  return checked.ok ? checked.value : defaultOrder(board, world, me);
}

function isFixed(policy: Policy): policy is Fixed {
  return FIXED.some((one) => one === policy);
}
