import type { Exposure } from "../../model/acts.ts";
import type { EventOf } from "../../model/event.ts";
import type { CountryIndex } from "../../model/ids.ts";
import { exposuresTo, exposuresToAll } from "../exposure.ts";
import type { Felt } from "../exposure.ts";
import type { ActDraft, Turn } from "./turn.ts";

type Act = EventOf<"act">;

/**
 * The acts of the turn that count, with who feels them (rules 9.1–9.4). Of one doer, only the weightiest hostile and the
 * weightiest conciliatory act toward each country count; an act addressed to everyone is one toward every country.
 */
export function countedActs(turn: Turn): Act[] {
  const counted: Act[] = [];
  for (let by = 0; by < turn.countries.length; by += 1) {
    for (const draft of turn.acts) {
      const lambda = draft.by === by ? lambdaOf(turn, draft) : 0;
      const felt = lambda === 0 ? null : feltBy(turn, draft, outdoing(turn, draft));
      const { target, act } = draft;
      if (felt) counted.push({ rule: "9.1", step: "threats", kind: "act", by, target, act, lambda, felt });
    }
  }
  return counted;
}

const lambdaOf = (turn: Turn, { act }: ActDraft): number => turn.board.parameters.intent.llr[act];
const toAll = ({ audience }: ActDraft): boolean => audience === "all" || audience === "allInFull";
const isDeaf = ({ deaf }: ActDraft, i: CountryIndex): boolean => deaf !== undefined && deaf.includes(i);

/** Whether an act is one toward country i. */
const reaches = (draft: ActDraft, i: CountryIndex): boolean => (toAll(draft) ? !isDeaf(draft, i) : draft.target === i);

/** The doer's other acts of the same sign that weigh more, or as much and come first: whom they reach, they count instead. */
function outdoing(turn: Turn, draft: ActDraft): readonly ActDraft[] {
  const lambda = lambdaOf(turn, draft);
  let found: readonly ActDraft[] = NONE;
  let first = true;
  for (const rival of turn.acts) {
    if (rival === draft) first = false;
    if (rival === draft || rival.by !== draft.by) continue;
    const weight = lambdaOf(turn, rival);
    const more = Math.abs(weight) - Math.abs(lambda);
    if (weight > 0 === lambda > 0 && (more > 0 || (more === 0 && first))) found = [...found, rival];
  }
  return found;
}
const NONE: readonly ActDraft[] = [];
const reachedByAny = (drafts: readonly ActDraft[], i: CountryIndex): boolean =>
  drafts.some((draft) => reaches(draft, i));

/** Exposure of every observer; null when the act counts for nobody. */
function feltBy(turn: Turn, draft: ActDraft, weightier: readonly ActDraft[]): Felt | null {
  if (toAll(draft)) return feltByAll(turn, draft, weightier);
  if (reachedByAny(weightier, draft.target)) return null;
  if (draft.audience === "target") return turn.countries.map((_, i) => (i === draft.target ? "direct" : null));
  const felt = exposuresTo(turn.board, turn.treaties, draft.target);
  felt[draft.by] = null;
  for (const i of draft.deaf ?? []) felt[i] = null;
  return felt;
}

/** As addressed: everyone to whom the doer did nothing weightier. */
function feltByAll(turn: Turn, draft: ActDraft, weightier: readonly ActDraft[]): Felt | null {
  const { by, audience, deaf } = draft;
  const addressed = exposuresToAll(turn.board, by);
  if (weightier.length === 0 && audience === "all" && deaf === undefined) return addressed;
  let anyone = false;
  const felt = addressed.map((exposure, i): Exposure | null => {
    if (exposure === null || isDeaf(draft, i) || reachedByAny(weightier, i)) return null;
    anyone = true;
    return audience === "allInFull" ? "direct" : exposure;
  });
  return anyone ? felt : null;
}
