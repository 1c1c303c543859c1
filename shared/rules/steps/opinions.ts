import type { Exposure } from "../../model/acts.ts";
import type { EventOf } from "../../model/event.ts";
import type { CountryIndex } from "../../model/ids.ts";
import { exposureTo, exposureToAll } from "../exposure.ts";
import type { ActDraft, Turn } from "./turn.ts";

type Act = EventOf<"act">;

/**
 * The acts of the turn that count, with who feels them (rules 9.1–9.4). Of one doer, only the weightiest hostile and the
 * weightiest conciliatory act toward each country count; an act addressed to everyone is one toward every country.
 */
export function countedActs(turn: Turn): Act[] {
  const counted: Act[] = [];
  for (const drafts of byDoer(turn)) {
    if (drafts.length === 0) continue;
    const hostile = weightiest(turn, drafts, 1);
    const friendly = weightiest(turn, drafts, -1);
    for (const draft of drafts) {
      const lambda = lambdaOf(turn, draft);
      const felt = feltBy(turn, draft, lambda > 0 ? hostile : friendly);
      if (felt)
        counted.push({
          rule: "9.1",
          step: "threats",
          kind: "act",
          by: draft.by,
          target: draft.target,
          act: draft.act,
          lambda,
          felt,
        });
    }
  }
  return counted;
}

function byDoer(turn: Turn): ActDraft[][] {
  const grouped: ActDraft[][] = turn.countries.map(() => []);
  for (const draft of turn.acts) if (lambdaOf(turn, draft) !== 0) grouped[draft.by]?.push(draft);
  return grouped;
}

const lambdaOf = (turn: Turn, { act }: ActDraft): number => turn.board.parameters.intent.llr[act];
const toAll = ({ audience }: ActDraft): boolean => audience === "all" || audience === "allInFull";
const isDeaf = ({ deaf }: ActDraft, i: CountryIndex): boolean => deaf !== undefined && deaf.includes(i);

type Best = (ActDraft | undefined)[];

/** By country: the weightiest act of one sign toward it; the first of equals. */
function weightiest(turn: Turn, drafts: readonly ActDraft[], sign: 1 | -1): Best {
  const best: Best = [];
  for (const draft of drafts) {
    const weight = sign * lambdaOf(turn, draft);
    if (weight <= 0) continue;
    const [first, last] = toAll(draft) ? [0, turn.countries.length - 1] : [draft.target, draft.target];
    for (let i = first; i <= last; i += 1) outweigh(turn, best, { draft, i, weight });
  }
  return best;
}

function outweigh(
  turn: Turn,
  best: Best,
  { draft, i, weight }: { readonly draft: ActDraft; readonly i: CountryIndex; readonly weight: number },
): void {
  if (toAll(draft) && isDeaf(draft, i)) return;
  const rival = best[i];
  if (!rival || weight > Math.abs(lambdaOf(turn, rival))) best[i] = draft;
}

/** Exposure of every observer; null when the act counts for nobody. */
function feltBy(turn: Turn, draft: ActDraft, best: Best): (Exposure | null)[] | null {
  if (toAll(draft)) {
    const felt = turn.countries.map((_, i) => (i !== draft.by && best[i] === draft ? addressed(turn, draft, i) : null));
    return felt.some((exposure) => exposure !== null) ? felt : null;
  }
  if (best[draft.target] !== draft) return null;
  return turn.countries.map((_, i) => {
    if (i === draft.by || isDeaf(draft, i)) return null;
    if (draft.audience === "target") return i === draft.target ? "direct" : null;
    return exposureTo(turn.board, turn.treaties, draft.target, i);
  });
}

const addressed = (turn: Turn, draft: ActDraft, i: CountryIndex): Exposure =>
  draft.audience === "allInFull" ? "direct" : exposureToAll(turn.board, draft.by, i);
