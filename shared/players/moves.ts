import type { ProvinceIndex } from "../model/ids.ts";
import type { Alignment, Move } from "../model/order.ts";
import type { SeatSight } from "../model/sight.ts";
import type { LegalOptions } from "../rules/index.ts";
import { followsOf, oddsOf, oddsTogether } from "./odds.ts";
import type { Odds } from "./odds.ts";
import { areBound, topThreat } from "./outlook.ts";
import type { Manners } from "./manners.ts";

export interface Occasion {
  readonly sight: SeatSight;
  readonly options: LegalOptions;
  readonly alignment: Alignment;
  readonly manners: Manners;
  /** Points of offence that this turn's spending will add. */
  readonly added: number;
}

/** At most as many moves as the level allows: fight if it pays, get ready if it soon will, else speak. */
export function chooseMoves(occasion: Occasion, draw: () => number): Move[] {
  const moves = [attack(occasion, draw), prepare(occasion, draw), speakOut(occasion, draw)].filter(
    (move) => move !== null,
  );
  return moves.slice(0, occasion.options.mostMoves);
}

/** Own land first, then a friend's, then what it covets. */
function attack(occasion: Occasion, draw: () => number): Move | null {
  const { manners } = occasion;
  const own = ownLand(occasion);
  if (own && own.ratio >= 1.3 && draw() < 0.9) return order(occasion, own.province, { liberate: false });
  const friends = friendsLand(occasion);
  if (friends !== null && draw() < 0.8) return order(occasion, friends, { liberate: true });
  const prey = bestTarget(occasion);
  if (!prey || prey.ratio < manners.attackAt) return null;
  const { world, me, board } = occasion.sight;
  const scruple = followsOf(board, world, prey.target) === me ? SCRUPLE : 1;
  if (draw() > manners.boldness * scruple) return null;
  return order(occasion, prey.province, { liberate: false });
}

function order({ sight }: Occasion, p: ProvinceIndex, { liberate }: { readonly liberate: boolean }): Move | null {
  const province = sight.board.provinces[p];
  return province ? { kind: "attack", province: province.id, liberate } : null;
}

/** Own land under occupation: everyone, however peaceful, tries to get it back. */
function ownLand({ sight, options, added }: Occasion): Odds | null {
  const { board, world, me } = sight;
  let top: Odds | null = null;
  for (const p of board.homes[me] ?? []) {
    if (world.holders[p] === me || !options.targets.includes(p)) continue;
    const odds = oddsOf(board, world, { me, province: p, added });
    if (top === null || odds.ratio > top.ratio) top = odds;
  }
  return top;
}

/** Land that the country it balances against took from others, if those who stand together can free it (rule 8.2). */
function friendsLand({ sight, options, alignment, manners, added }: Occasion): ProvinceIndex | null {
  if (alignment.kind !== "balance" || !manners.keepsWord) return null;
  const { board, world, me } = sight;
  const foe = board.indexOf.get(alignment.against);
  let best: ProvinceIndex | null = null;
  let top = WORTH_FREEING;
  for (const p of options.freeable) {
    if (world.holders[p] !== foe || board.provinces[p]?.home === me) continue;
    const ratio = oddsTogether(board, world, { me, province: p, added });
    if (ratio > top) [best, top] = [p, ratio];
  }
  return best;
}
const WORTH_FREEING = 1.35;

/**
 * What it covets: the richest land that it could take, or else the land where it would fare best. Not of the country it
 * follows, nor of a treaty partner but where it pays handsomely to the faithless. Those who pay to be spared are, by all who keep their word; others turn on them last.
 */
export function bestTarget(occasion: Occasion): Odds | null {
  const { sight, alignment, options, manners, added } = occasion;
  if (manners.attackAt === Number.POSITIVE_INFINITY) return null;
  const { board, world, me } = sight;
  const lord = alignment.kind === "bandwagon" ? board.indexOf.get(alignment.with) : undefined;
  const spared = board.ids.map(
    (_, k) => k === lord || (manners.keepsWord && (areBound(sight, me, k) || followsOf(board, world, k) === me)),
  );
  let top: Odds | null = null;
  let most = -1;
  for (const p of options.targets) {
    const holder = world.holders[p] ?? me;
    if (spared[holder]) continue;
    const odds = judged(manners, oddsOf(board, world, { me, province: p, added }));
    // A word once given is broken only where it pays handsomely.
    if (!manners.keepsWord && odds.ratio < TREACHERY * manners.attackAt && areBound(sight, me, holder)) continue;
    const prize =
      odds.ratio < manners.attackAt ? 0 : worthOf(sight, p) * (followsOf(board, world, holder) === me ? TRIBUTARY : 1);
    if (prize < most || (prize === most && odds.ratio <= (top?.ratio ?? 0))) continue;
    [top, most] = [odds, prize];
  }
  return top;
}
const TREACHERY = 1.5;
/** As this player sees it: some overlook the help that would come. */
const judged = ({ blindToHelp }: Manners, odds: Odds): Odds => (blindToHelp ? { ...odds, ratio: odds.alone } : odds);
/** Even the faithless think twice before they turn on a follower: everyone sees it (rule 7.10). */
const SCRUPLE = 0.35;
/** Land of one who pays tribute is worth little more than the tribute. */
const TRIBUTARY = 0.05;

const worthOf = ({ board }: SeatSight, p: ProvinceIndex): number =>
  (board.provinces[p]?.population ?? 0) + (board.provinces[p]?.industry ?? 0);

/** Mobilise when the attack that fails today would win tomorrow: a quarter more, and one more turn of arms on both sides. */
function prepare(occasion: Occasion, draw: () => number): Move | null {
  const { options, manners, sight, added } = occasion;
  if (options.mobilise !== null || manners.boldness === 0) return null;
  const later = bestTarget({ ...occasion, added: 2 * added });
  const { mobilisedFactor } = sight.board.parameters.war;
  if (!later || later.ratio * mobilisedFactor * PATIENCE < manners.attackAt) return null;
  return draw() < manners.boldness ? { kind: "mobilise" } : null;
}
/** What a turn's warning lets the target add. */
const PATIENCE = 0.92;

function speakOut({ sight, options, alignment, manners }: Occasion, draw: () => number): Move | null {
  const target = topThreat(sight.world, sight.me);
  const id = sight.board.ids[target];
  if (!id) return null;
  if (draw() < manners.threatens)
    return options.threaten[target] === null && alignment.kind !== "bandwagon"
      ? { kind: "threaten", target: id }
      : null;
  return draw() < manners.reassures && options.reassure[target] === null && alignment.kind !== "balance"
    ? { kind: "reassure", target: id }
    : null;
}
