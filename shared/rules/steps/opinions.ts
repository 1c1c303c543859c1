import type { ActKind, Exposure } from "../../model/acts.ts";
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
  const { llr } = turn.board.parameters.intent;
  const counted: Act[] = [];
  for (let by = 0; by < turn.countries.length; by += 1) {
    const own = tellingActs(turn, by);
    for (const draft of own) {
      const { target, act } = draft;
      const felt = feltBy(turn, draft, own.length === 1 ? NONE : outdoing(llr, own, draft));
      if (felt) counted.push({ rule: "9.1", step: "threats", kind: "act", by, target, act, lambda: llr[act], felt });
    }
  }
  return counted;
}

/** Those acts of one doer that say something of its intentions: λ ≠ 0. */
function tellingActs({ acts, board }: Turn, by: CountryIndex): readonly ActDraft[] {
  const { llr } = board.parameters.intent;
  let own: ActDraft[] | null = null;
  for (const draft of acts) {
    if (draft.by !== by || llr[draft.act] === 0) continue;
    if (own === null) own = [draft];
    else own.push(draft);
  }
  return own ?? NONE;
}

const toAll = ({ audience }: ActDraft): boolean => audience === "all" || audience === "allInFull";
const isDeaf = ({ deaf }: ActDraft, i: CountryIndex): boolean => deaf !== undefined && deaf.includes(i);

/** Whether an act is one toward country i. */
const reaches = (draft: ActDraft, i: CountryIndex): boolean => (toAll(draft) ? !isDeaf(draft, i) : draft.target === i);

/** The doer's other acts of the same sign that weigh more, or as much and come first: whom they reach, they count instead. */
function outdoing(
  llr: Readonly<Record<ActKind, number>>,
  own: readonly ActDraft[],
  one: ActDraft,
): readonly ActDraft[] {
  const lambda = llr[one.act];
  let found: ActDraft[] | null = null;
  let first = true;
  for (const rival of own) {
    if (rival === one) first = false;
    const other = llr[rival.act];
    if (rival === one || other > 0 !== lambda > 0) continue;
    const more = Math.abs(other) - Math.abs(lambda);
    if (more < 0 || (more === 0 && !first)) continue;
    if (found === null) found = [rival];
    else found.push(rival);
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
