import { quantise } from "../../lib/quantise.ts";
import type { ActKind } from "../../model/acts.ts";
import type { CountryIndex } from "../../model/ids.ts";
import type { CrisisEffect } from "../../model/scenario.ts";
import { holdings } from "../../theory/assess.ts";
import { countryAt, indexOf, isExiled, tell } from "./turn.ts";
import type { ActDraft, Turn } from "./turn.ts";

/** Rule 13.2: the card of the turn, and those of its effects that change something. */
export function strike(turn: Turn): void {
  const card = turn.input.crisis;
  if (!card) return;
  const { id: crisis, date, title, text } = card;
  tell(turn, { rule: "13.1", step: "crisis", kind: "crisis", crisis, date, title, text });
  for (const effect of card.effects) {
    const applied = apply(turn, effect);
    if (applied) tell(turn, { rule: "13.2", step: "crisis", kind: "crisisEffect", crisis, effect: applied });
  }
}

/** The effect as far as it applied; null where it changed nothing. */
function apply(turn: Turn, effect: CrisisEffect): CrisisEffect | null {
  switch (effect.kind) {
    case "congress":
      return meet(turn) ? effect : null;
    case "act":
      return act(turn, effect) ? effect : null;
    default: {
      const change = changed(turn, indexOf(turn, effect.country), effect);
      return change === 0 ? null : { ...effect, change };
    }
  }
}

function meet(turn: Turn): boolean {
  const { modules } = turn.board;
  if (turn.congress || !modules.includes("congress") || !modules.includes("treaties")) return false;
  turn.congress = true;
  return true;
}

type Quantity = Extract<CrisisEffect, { readonly change: number }>;

/** Nothing falls below zero, nothing is owned in exile but money, and stability ends at 100. Gives what really changed. */
function changed(turn: Turn, i: CountryIndex, { kind, change }: Quantity): number {
  if (kind !== "treasury" && isExiled(turn, i)) return 0;
  const country = countryAt(turn, i);
  switch (kind) {
    case "industry": {
      const held = holdings(turn.board, turn)[i]?.industry ?? 0;
      const moved = quantise(Math.max(-held, change));
      country.industryBuilt = quantise(country.industryBuilt + moved);
      return moved;
    }
    default: {
      const before = country[kind];
      const most = kind === "stability" ? 100 : Number.POSITIVE_INFINITY;
      country[kind] = quantise(Math.min(most, Math.max(0, before + change)));
      return quantise(country[kind] - before);
    }
  }
}

/** Felt by whom such an act is felt when a country does it itself (rules 9.2 and 9.3). */
function act(turn: Turn, effect: Extract<CrisisEffect, { readonly kind: "act" }>): boolean {
  const by = indexOf(turn, effect.by);
  if (isExiled(turn, by)) return false;
  const named = indexOf(turn, effect.target);
  const audience = by === named ? "all" : (AUDIENCE[effect.act] ?? "exposed");
  turn.acts.push({ by, target: audience === "all" ? by : named, act: effect.act, audience });
  return true;
}

/** Acts that are not felt by exposure to their target. */
const AUDIENCE: Partial<Readonly<Record<ActKind, ActDraft["audience"]>>> = {
  betray_follower: "allInFull",
  mobilise: "all",
  arm_offence: "all",
  arm_defence: "all",
  demobilise: "all",
  cut_offence: "all",
  balance_against: "target",
  reassure: "target",
  aid: "target",
  treaty_defence: "target",
  treaty_nonaggression: "target",
  treaty_consultation: "target",
  treaty_neutrality: "target",
};
