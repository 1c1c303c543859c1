import type { CountryIndex, ProvinceIndex } from "../model/ids.ts";
import type { Alignment, Demand, Move } from "../model/order.ts";
import type { SeatSight } from "../model/sight.ts";
import { checkOrder } from "../rules/index.ts";
import { assessed } from "../theory/assessed.ts";
import type { Manners } from "./manners.ts";
import { bestTarget, chooseMoves, type Occasion } from "./moves.ts";
import { followsOf, oddsOf, type Odds } from "./odds.ts";
import { areBound, fearOf, others, topThreat } from "./outlook.ts";
import { prospectsOf } from "./prospects.ts";
import type { Stance } from "./stance.ts";
import { issued } from "./ultimata.ts";

/** From this T a threat is grave (theory.md 3). */
const GRAVE = 60;

/**
 * The turn's moves: war first, then demands and gifts, then asking others, then what is done in the dark, and words last. As
 * many as the rules allow; a move whose module is not played, or that is not legal now, is not thought of.
 */
export function movesOf(occasion: Occasion, stance: Stance, draw: () => number): Move[] {
  const { sight, options, alignment } = occasion;
  const usual = chooseMoves(occasion, draw);
  const words = usual.filter(({ kind }) => kind === "threaten" || kind === "reassure");
  const war = demanding(
    occasion,
    usual.filter((move) => !words.includes(move)),
    draw,
  );
  const kept: Move[] = [];
  const add = (moves: readonly Move[]): void => {
    for (const move of moves)
      if (kept.length < options.mostMoves && !kept.some(({ kind }) => kind === move.kind)) kept.push(move);
  };
  add(war);
  add(disarming(occasion, draw));
  add(blustering(occasion, war, draw));
  add(alerted(occasion, war, draw));
  add(conceding(occasion, draw));
  if (stance.passesTheBuck === true) add(appealing(sight));
  add(covert(occasion, draw));
  add(slander(sight, alignment, occasion.manners, draw));
  add(words);
  return kept;
}

/** Whether the sheet could hold this move now: the rules' answer, module and all. */
function isLegal({ board, world, me }: SeatSight, move: Move): boolean {
  return checkOrder(board, world, me, {
    alignment: { kind: "hide" },
    reason: null,
    note: "",
    spending: { offence: 0, defence: 0, industry: 0, aid: [] },
    moves: [move],
    refuse: [],
  }).ok;
}

const ifLegal = (sight: SeatSight, move: Move): Move[] => (isLegal(sight, move) ? [move] : []);
const has = ({ board }: SeatSight, module: SeatSight["board"]["modules"][number]): boolean =>
  board.modules.includes(module);

/**
 * Asks before it takes: an attack is held back for an ultimatum, or an army called up is given one as its reason. Who has
 * asked strikes next, or would be known for a bluffer.
 */
function demanding(occasion: Occasion, war: readonly Move[], draw: () => number): readonly Move[] {
  const { sight, manners } = occasion;
  if (issued(sight).length > 0) return manners.blusters === undefined ? followedUp(occasion, war) : war;
  if (manners.demands === 0 || war.length === 0 || !has(sight, "ultimatum")) return war;
  const attack = war.find((move) => move.kind === "attack");
  const prey = bestTarget({ ...occasion, added: attack ? occasion.added : 2 * occasion.added });
  // What frees land is no conquest, and is not asked for first.
  if (!prey || (attack && attack.province !== sight.board.provinces[prey.province]?.id)) return war;
  if (draw() >= manners.demands) return war;
  const asked = ultimatumTo(occasion, prey);
  if (asked.length === 0) return war;
  return attack ? [...asked, ...war.filter((move) => move !== attack)] : [...war, ...asked];
}

/** The land it asked for last turn, or the best of who was asked, while the odds are still fair. */
function followedUp(occasion: Occasion, war: readonly Move[]): readonly Move[] {
  if (war.some(({ kind }) => kind === "attack")) return war;
  const { sight, options, manners, added } = occasion;
  const { board, world, me } = sight;
  const asked = issued(sight).map(({ target, demand }) => ({
    target,
    p: demand.kind === "cede" ? (board.provinceIndexOf.get(demand.province) ?? -1) : -1,
  }));
  for (const p of options.targets) {
    const meant = asked.some((one) => one.p === p || (one.p < 0 && one.target === world.holders[p]));
    const province = board.provinces[p];
    if (!meant || !province) continue;
    if (oddsOf(board, world, { me, province: p, added }).ratio >= FAIR * manners.attackAt)
      return [{ kind: "attack", province: province.id, liberate: false }, ...war];
  }
  return war;
}
/** A word given in public is kept at somewhat worse odds. */
const FAIR = 0.9;

/** For the pact that stands between it and its prey, where that is what makes the odds bad; for the land; or for submission. */
function ultimatumTo({ sight, manners }: Occasion, prey: Odds): Move[] {
  const { board, world, me } = sight;
  const target = board.ids[prey.target];
  const province = board.provinces[prey.province];
  const mine = board.ids[me];
  if (target === undefined || !province || mine === undefined) return [];
  const pactProtects = prey.ratio < manners.attackAt && prey.alone >= manners.attackAt;
  const pacts = world.treaties.filter(({ kind, parties }) => kind === "defence" && parties.includes(target));
  const demands: readonly Demand[] = [
    ...(pactProtects ? pacts.map(({ id }): Demand => ({ kind: "leaveTreaty", treaty: id })) : []),
    { kind: "cede", province: province.id },
    { kind: "align", alignment: { kind: "bandwagon", with: mine } },
  ];
  return demands
    .map((demand): Move => ({ kind: "ultimatum", target, demand }))
    .filter((move) => isLegal(sight, move))
    .slice(0, 1);
}

/** The hot answer a grave threat by calling up their army, whatever that makes others think (the security dilemma; Jervis 1978). */
function alerted({ sight, options, manners }: Occasion, war: readonly Move[], draw: () => number): Move[] {
  if (manners.alerts === 0 || options.mobilise !== null || war.some(({ kind }) => kind === "mobilise")) return [];
  const fear = fearOf(sight.world, sight.me, topThreat(sight.world, sight.me));
  return fear >= GRAVE && draw() < manners.alerts ? [{ kind: "mobilise" }] : [];
}

/** The army sent home, and a part of the offence given up, as long as there is some: costly signals (Kydd 2005; Jervis 1978). */
function disarming({ options, manners }: Occasion, draw: () => number): Move[] {
  if (manners.disarms === undefined || draw() >= manners.disarms) return [];
  const { answer, most } = options.cutOffence;
  const points = Math.min(most, Math.max(1, Math.ceil(most * CUT_AT_ONCE)));
  return [
    ...(options.demobilise === null ? [{ kind: "demobilise" } as const] : []),
    ...(answer === null && most >= 1 ? [{ kind: "cutOffence", points } as const] : []),
  ];
}
/** Of what may be given up in one turn. */
const CUT_AT_ONCE = 0.5;

/** Noise without a plan: the army called up, land asked of the weakest neighbour. Who asked and was refused may let it rest. */
function blustering({ sight, options, manners }: Occasion, war: readonly Move[], draw: () => number): Move[] {
  if (manners.blusters === undefined || war.length > 0 || draw() >= manners.blusters) return [];
  const mobilise: readonly Move[] = options.mobilise === null ? [{ kind: "mobilise" }] : [];
  return [...mobilise, ...(has(sight, "ultimatum") ? noisyUltimatum(sight, options) : [])];
}

/** For the nearest land of the neighbour with the least power. */
function noisyUltimatum(sight: SeatSight, { targets }: Occasion["options"]): Move[] {
  const { board, world } = sight;
  const prey = weakestNeighbour(sight);
  const target = board.ids[prey];
  const province = board.provinces[targets.find((p) => world.holders[p] === prey) ?? -1];
  if (target === undefined || !province) return [];
  return ifLegal(sight, { kind: "ultimatum", target, demand: { kind: "cede", province: province.id } });
}

/** What it holds of the threat's land, or the poorest of its own that it can give, while there is more than one: appeasement. */
function conceding({ sight, options, manners, alignment }: Occasion, draw: () => number): Move[] {
  if (manners.concedes === 0 || alignment.kind === "balance") return [];
  const { board, world, me } = sight;
  const foe = topThreat(world, me);
  const to = board.ids[foe];
  if (to === undefined || fearOf(world, me, foe) < GRAVE) return [];
  const { together, appeasable } = prospectsOf(sight, foe);
  if (together > HOPELESS || appeasable < HALF || draw() >= manners.concedes) return [];
  const held = world.holders.flatMap((holder, p) => (holder === me ? [p] : []));
  const theirs = held.find((p) => board.provinces[p]?.home === foe && options.withdraw[p] === null);
  const province = board.provinces[theirs ?? poorestHome(sight, held)];
  if (!province) return [];
  const move: Move =
    theirs === undefined ? { kind: "concede", to, province: province.id } : { kind: "withdraw", province: province.id };
  return ifLegal(sight, move);
}
/** Chance of holding out below which land is given up, and least appeasability (1 − I²) of one it is given to. */
const HOPELESS = 0.35;
const HALF = 0.5;

function poorestHome({ board, me }: SeatSight, held: readonly ProvinceIndex[]): ProvinceIndex {
  const homes = held.filter((p) => board.provinces[p]?.home === me);
  const worth = (p: ProvinceIndex): number =>
    (board.provinces[p]?.population ?? 0) + (board.provinces[p]?.industry ?? 0);
  return homes.length < 2 ? -1 : homes.reduce((least, p) => (worth(p) < worth(least) ? p : least));
}

/** Buck-passing in words (Mearsheimer 2001; Christensen & Snyder 1990): whoever is most exposed to the threat is asked to deal with it. */
function appealing(sight: SeatSight): Move[] {
  const { board, world, me } = sight;
  const foe = topThreat(world, me);
  const against = board.ids[foe];
  const to = board.ids[mostExposed(sight, foe)];
  return against === undefined || to === undefined ? [] : ifLegal(sight, { kind: "appeal", to, against });
}

/** The country that fears `foe` most, followers of `foe` left out; −1 = nobody does. */
export function mostExposed(sight: SeatSight, foe: CountryIndex): CountryIndex {
  const { board, world } = sight;
  let best = -1;
  for (const k of others(sight)) {
    if (k === foe || followsOf(board, world, k) === foe) continue;
    if (best < 0 || fearOf(world, k, foe) > fearOf(world, best, foe)) best = k;
  }
  return best;
}

/** What nobody is meant to see, while its module is played. */
function covert({ sight, manners }: Occasion, draw: () => number): Move[] {
  return [
    ...(has(sight, "influence") ? underhand(sight, manners, draw) : []),
    ...(has(sight, "intelligence") ? inquiring(sight, manners, draw) : []),
  ];
}

function underhand(sight: SeatSight, manners: Manners, draw: () => number): Move[] {
  const target = (k: CountryIndex): SeatSight["board"]["ids"][number] | undefined => sight.board.ids[k];
  if (manners.subverts > 0 && draw() < manners.subverts) {
    const prey = target(weakestNeighbour(sight));
    if (prey !== undefined) return ifLegal(sight, { kind: "subvert", target: prey });
  }
  if (manners.influences > 0 && draw() < manners.influences) {
    const friend = target(worthWinning(sight));
    if (friend !== undefined) return ifLegal(sight, { kind: "influence", target: friend });
  }
  return [];
}

/** Who is to be weakened: the neighbour with the least power that it has no treaty with, or its threat. */
function weakestNeighbour(sight: SeatSight): CountryIndex {
  const { board, world, me } = sight;
  const { shares } = assessed(board, world);
  const near = others(sight).filter((k) => board.borders[me]?.[k] && !areBound(sight, me, k));
  return near.reduce(
    (least, k) => (least < 0 || (shares[k] ?? 0) < (shares[least] ?? 0) ? k : least),
    near.length > 0 ? -1 : topThreat(world, me),
  );
}

/** Who is to be won: whoever could help most against its threat, or −1. */
function worthWinning(sight: SeatSight): CountryIndex {
  const foe = topThreat(sight.world, sight.me);
  return foe < 0 ? -1 : prospectsOf(sight, foe).friend;
}

/** A look behind the curtain of the country it fears most. */
function inquiring(sight: SeatSight, manners: Manners, draw: () => number): Move[] {
  const target = sight.board.ids[topThreat(sight.world, sight.me)];
  if (target === undefined || manners.investigates === 0 || draw() >= manners.investigates) return [];
  return ifLegal(sight, { kind: "investigate", target });
}

/** Words against the country it stands against, for that country's own people to hear. */
function slander(sight: SeatSight, alignment: Alignment, manners: Manners, draw: () => number): Move[] {
  if (manners.slanders === 0 || alignment.kind !== "balance") return [];
  const move: Move = { kind: "propaganda", target: alignment.against };
  return isLegal(sight, move) && draw() < manners.slanders ? [move] : [];
}
