import type { Exposure } from "../../model/acts.ts";
import type { EventOf } from "../../model/event.ts";
import type { CountryIndex } from "../../model/ids.ts";
import { exposureOf, exposuresTo, exposuresToAll } from "../exposure.ts";
import type { Felt } from "../exposure.ts";
import type { ActDraft, Turn } from "./turn.ts";

type Act = EventOf<"act">;

/**
 * The acts of the turn that count, with who feels them (rules 9.1–9.4). Of one doer, only the weightiest hostile and the
 * weightiest conciliatory act toward each country count; an act addressed to everyone is one toward every country.
 */
export function countedActs(turn: Turn): Act[] {
  const { acts, countries } = turn;
  const { llr } = turn.board.parameters.intent;
  const weights = acts.map(({ act }) => llr[act]);
  const counted: Act[] = [];
  for (let by = 0; by < countries.length; by += 1) {
    for (let k = 0; k < acts.length; k += 1) {
      const draft = acts[k];
      const lambda = weights[k] ?? 0;
      if (draft?.by !== by || lambda === 0) continue;
      const felt = feltBy(turn, draft, outdoing(acts, weights, k));
      const { target, act } = draft;
      if (felt) counted.push({ rule: "9.1", step: "threats", kind: "act", by, target, act, lambda, felt });
    }
  }
  return counted;
}

const toAll = ({ audience }: ActDraft): boolean => audience === "all" || audience === "allInFull";
const isDeaf = ({ deaf }: ActDraft, i: CountryIndex): boolean => deaf !== undefined && deaf.includes(i);

/** Whether an act is one toward country i. */
const reaches = (draft: ActDraft, i: CountryIndex): boolean => (toAll(draft) ? !isDeaf(draft, i) : draft.target === i);

/** The doer's other acts of the same sign that weigh more, or as much and come first: whom they reach, they count instead. */
function outdoing(acts: readonly ActDraft[], weights: readonly number[], k: number): readonly ActDraft[] {
  const by = acts[k]?.by;
  const lambda = weights[k] ?? 0;
  let found: ActDraft[] | null = null;
  for (let other = 0; other < acts.length; other += 1) {
    const rival = acts[other];
    if (!rival || other === k || rival.by !== by) continue;
    const weight = weights[other] ?? 0;
    const more = Math.abs(weight) - Math.abs(lambda);
    if (weight > 0 === lambda > 0 && (more > 0 || (more === 0 && other < k))) (found ??= []).push(rival);
  }
  return found ?? NONE;
}
const NONE: readonly ActDraft[] = [];

function reachedByAny(drafts: readonly ActDraft[], i: CountryIndex): boolean {
  for (const draft of drafts) if (reaches(draft, i)) return true;
  return false;
}

/** Exposure of every observer; null when the act counts for nobody. */
function feltBy(turn: Turn, draft: ActDraft, weightier: readonly ActDraft[]): Felt | null {
  const { by, target, audience, deaf } = draft;
  if (toAll(draft)) return feltByAll(turn, draft, weightier);
  if (reachedByAny(weightier, target)) return null;
  if (audience === "target") return exposureOf(turn.board, target);
  const felt = exposuresTo(turn.board, turn.treaties, target, by);
  return deaf === undefined ? felt : felt.map((exposure, i) => (deaf.includes(i) ? null : exposure));
}

/** As addressed: everyone to whom the doer did nothing weightier. */
function feltByAll(turn: Turn, draft: ActDraft, weightier: readonly ActDraft[]): Felt | null {
  const { by, audience, deaf } = draft;
  const addressed = exposuresToAll(turn.board, by);
  if (weightier.length === 0 && audience === "all" && deaf === undefined) return addressed;
  let felt: (Exposure | null)[] | null = null;
  for (let i = 0; i < addressed.length; i += 1) {
    const exposure = addressed[i] ?? null;
    if (exposure === null || isDeaf(draft, i) || reachedByAny(weightier, i)) continue;
    felt ??= addressed.map(() => null);
    felt[i] = audience === "allInFull" ? "direct" : exposure;
  }
  return felt;
}
