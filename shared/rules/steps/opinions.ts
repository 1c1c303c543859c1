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
  for (let by = 0; by < turn.countries.length; by += 1) {
    const drafts = turn.acts.filter((draft) => draft.by === by && lambdaOf(turn, draft) !== 0);
    if (drafts.length === 0) continue;
    const hostile = weightiest(turn, drafts.filter((draft) => lambdaOf(turn, draft) > 0));
    const friendly = weightiest(turn, drafts.filter((draft) => lambdaOf(turn, draft) < 0));
    for (const draft of drafts) {
      const felt = feltBy(turn, draft, lambdaOf(turn, draft) > 0 ? hostile : friendly);
      if (felt) counted.push({ rule: "9.1", step: "threats", kind: "act", by, target: draft.target, act: draft.act, lambda: lambdaOf(turn, draft), felt });
    }
  }
  return counted;
}

const lambdaOf = (turn: Turn, { act }: ActDraft): number => turn.board.parameters.intent.llr[act];
const toAll = ({ audience }: ActDraft): boolean => audience === "all" || audience === "allInFull";
const reaches = (draft: ActDraft, i: CountryIndex): boolean => (toAll(draft) ? !(draft.deaf?.includes(i) ?? false) : draft.target === i);

/** By country: the weightiest of these acts toward it; the first of equals. */
function weightiest(turn: Turn, drafts: readonly ActDraft[]): readonly (ActDraft | undefined)[] {
  if (drafts.length === 0) return [];
  return turn.countries.map((_, i) => {
    let best: ActDraft | undefined;
    for (const draft of drafts) {
      if (!reaches(draft, i)) continue;
      if (!best || Math.abs(lambdaOf(turn, draft)) > Math.abs(lambdaOf(turn, best))) best = draft;
    }
    return best;
  });
}

/** Exposure of every observer; null when the act counts for nobody. */
function feltBy(turn: Turn, draft: ActDraft, best: readonly (ActDraft | undefined)[]): (Exposure | null)[] | null {
  if (toAll(draft)) {
    const felt = turn.countries.map((_, i) => (i !== draft.by && best[i] === draft ? addressed(turn, draft, i) : null));
    return felt.some((exposure) => exposure !== null) ? felt : null;
  }
  if (best[draft.target] !== draft) return null;
  return turn.countries.map((_, i) => {
    if (i === draft.by || (draft.deaf?.includes(i) ?? false)) return null;
    if (draft.audience === "target") return i === draft.target ? "direct" : null;
    return exposureTo(turn.board, turn.treaties, draft.target, i);
  });
}

const addressed = (turn: Turn, draft: ActDraft, i: CountryIndex): Exposure => (draft.audience === "allInFull" ? "direct" : exposureToAll(turn.board, draft.by, i));
