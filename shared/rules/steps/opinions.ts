import type { Exposure } from "../../model/acts.ts";
import type { EventOf } from "../../model/event.ts";
import type { CountryIndex } from "../../model/ids.ts";
import { exposuresTo, exposuresToAll } from "../exposure.ts";
import type { Felt } from "../exposure.ts";
import type { ActDraft, Turn } from "./turn.ts";

type Act = EventOf<"act">;

/** A draft with its λ, which is not 0. */
interface Weighty {
  readonly draft: ActDraft;
  readonly lambda: number;
}

/**
 * The acts of the turn that count, with who feels them (rules 9.1–9.4). Of one doer, only the weightiest hostile and the
 * weightiest conciliatory act toward each country count; an act addressed to everyone is one toward every country.
 */
export function countedActs(turn: Turn): Act[] {
  const counted: Act[] = [];
  for (const deeds of byDoer(turn)) {
    for (const deed of deeds) {
      const felt = feltBy(turn, deed, deeds);
      const { by, target, act } = deed.draft;
      if (felt) counted.push({ rule: "9.1", step: "threats", kind: "act", by, target, act, lambda: deed.lambda, felt });
    }
  }
  return counted;
}

function byDoer(turn: Turn): Weighty[][] {
  const { llr } = turn.board.parameters.intent;
  const grouped: Weighty[][] = turn.countries.map(() => []);
  for (const draft of turn.acts) {
    const lambda = llr[draft.act];
    if (lambda !== 0) grouped[draft.by]?.push({ draft, lambda });
  }
  return grouped;
}

const toAll = ({ audience }: ActDraft): boolean => audience === "all" || audience === "allInFull";
const isDeaf = ({ deaf }: ActDraft, i: CountryIndex): boolean => deaf !== undefined && deaf.includes(i);

/** Whether an act is one toward country i. */
const reaches = (draft: ActDraft, i: CountryIndex): boolean => (toAll(draft) ? !isDeaf(draft, i) : draft.target === i);

/** Whether another of the doer's deeds toward country i, of the same sign, weighs more – or as much and comes first. */
function isOutdone(deed: Weighty, deeds: readonly Weighty[], i: CountryIndex): boolean {
  let first = true;
  for (const rival of deeds) {
    if (rival === deed) first = false;
    else if (rival.lambda > 0 === deed.lambda > 0 && reaches(rival.draft, i)) {
      const more = Math.abs(rival.lambda) - Math.abs(deed.lambda);
      if (more > 0 || (more === 0 && first)) return true;
    }
  }
  return false;
}

/** Exposure of every observer; null when the act counts for nobody. */
function feltBy(turn: Turn, deed: Weighty, deeds: readonly Weighty[]): Felt | null {
  const { draft } = deed;
  if (toAll(draft)) return feltByAll(turn, deed, deeds);
  if (isOutdone(deed, deeds, draft.target)) return null;
  if (draft.audience === "target") return turn.countries.map((_, i) => (i === draft.target ? "direct" : null));
  const felt = exposuresTo(turn.board, turn.treaties, draft.target);
  felt[draft.by] = null;
  for (const i of draft.deaf ?? []) felt[i] = null;
  return felt;
}

/** As addressed: everyone to whom the doer did nothing weightier. */
function feltByAll(turn: Turn, deed: Weighty, deeds: readonly Weighty[]): Felt | null {
  const { by, audience, deaf } = deed.draft;
  const addressed = exposuresToAll(turn.board, by);
  if (deeds.length === 1 && audience === "all" && deaf === undefined) return addressed;
  let anyone = false;
  const felt = addressed.map((exposure, i): Exposure | null => {
    if (exposure === null || isDeaf(deed.draft, i) || isOutdone(deed, deeds, i)) return null;
    anyone = true;
    return audience === "allInFull" ? "direct" : exposure;
  });
  return anyone ? felt : null;
}
