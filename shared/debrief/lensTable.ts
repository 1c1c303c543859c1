import { LENSES } from "../model/lens.ts";
import type { CodedPlay, Lens } from "../model/lens.ts";
import type { SheetSource } from "../model/order.ts";
import type { LensRow, SeatTurn } from "../model/view.ts";
import { isChoice } from "../theory/coding.ts";
import { logScore, namedPlay, samePlay } from "../theory/plays.ts";
import { wilson } from "./wilson.ts";

type Counted = Pick<SeatTurn, "source" | "coded" | "lenses">;
const WHO: Readonly<Record<LensRow["who"], (source: SheetSource) => boolean>> = {
  people: isChoice,
  everyone: (source) => source !== "default",
};

/**
 * How often each lens foresaw what was played, for people and for everyone who decided – never for default sheets. A hit:
 * the play the lens names, target included, is the play as coded. A choice on which a lens names no play (ideology where
 * all are alike) is not counted for it. Rows in the order of `LENSES`, people before everyone.
 */
export function lensTable(turns: readonly (readonly Counted[])[]): readonly LensRow[] {
  const all = turns.flat();
  return (["people", "everyone"] as const).flatMap((who) => {
    const counted = all.filter(({ source }) => WHO[who](source));
    const baseRate = baseRateOf(counted.map(({ coded }) => coded));
    return LENSES.map((lens): LensRow => ({ lens, who, ...recordOf(lens, counted), baseRate }));
  });
}

function recordOf(
  lens: Lens,
  counted: readonly Counted[],
): Pick<LensRow, "hits" | "n" | "rate" | "interval" | "meanLogScore"> {
  const tried = counted.flatMap(({ coded, lenses }) => {
    const prediction = lenses.find((one) => one.lens === lens);
    const first = prediction ? namedPlay(prediction) : null;
    return prediction && first
      ? [{ hit: samePlay(first.play, coded.play), score: logScore(prediction, coded.play) }]
      : [];
  });
  const n = tried.length;
  const hits = tried.filter(({ hit }) => hit).length;
  if (n === 0) return { hits, n, rate: null, interval: null, meanLogScore: null };
  return {
    hits,
    n,
    rate: hits / n,
    interval: wilson(hits, n),
    meanLogScore: tried.reduce((sum, { score }) => sum + score, 0) / n,
  };
}

/** Share of hits of whoever always names the one play, target included, that turned out commonest: what a lens has to beat. */
function baseRateOf(coded: readonly CodedPlay[]): number | null {
  if (coded.length === 0) return null;
  const most = Math.max(...coded.map(({ play }) => coded.filter((other) => samePlay(other.play, play)).length));
  return most / coded.length;
}
