import type { CountryIndex, ProvinceIndex } from "../model/ids.ts";
import type { Board, PublicWorld } from "../model/world.ts";

/** A guess, from public knowledge, of how an attack on a province would go. The rules decide how it does go. */
export interface Odds {
  readonly province: ProvinceIndex;
  readonly target: CountryIndex;
  /** Expected attack over expected defence, help by last turn's balancers and by pact partners included. */
  readonly ratio: number;
  /** The same if nobody helps. */
  readonly alone: number;
}

/**
 * Expects the others to stand where they stood last turn: those who balanced against me help (at half
 * force), pact partners of the target help if they keep their word, a protector helps its follower.
 */
export function oddsOf(board: Board, world: PublicWorld, me: CountryIndex, province: ProvinceIndex): Odds {
  const target = world.holders[province] ?? me;
  const { war, kappa } = board.parameters;
  const own = world.countries[me];
  const defender = world.countries[target];
  const attack = kappa * (own?.offence ?? 0) * near(board, target, me) * mobilised(world, me, war.mobilisedFactor);
  const terrain = board.provinces[province]?.terrain ?? 1;
  const guard = (defender?.defence ?? 0) * terrain + war.offenceInDefence * (defender?.offence ?? 0);
  const help = world.countries.reduce((sum, _country, k) => sum + helpFrom(board, world, { me, target, helper: k }), 0);
  return { province, target, ratio: attack / Math.max(0.1, guard + help), alone: attack / Math.max(0.1, guard) };
}

interface Call {
  readonly me: CountryIndex;
  readonly target: CountryIndex;
  readonly helper: CountryIndex;
}

function helpFrom(board: Board, world: PublicWorld, { me, target, helper }: Call): number {
  if (helper === me || helper === target) return 0;
  const country = world.countries[helper];
  if (!country) return 0;
  const { war } = board.parameters;
  const force = (country.offence + country.defence) * near(board, target, helper);
  if (followsOf(board, world, target) === helper) return war.protectFollower * force;
  const balances = againstOf(board, world, helper) === me;
  const bound = hasPact(board, world, { me, target, helper });
  if (bound && (balances || againstOf(board, world, target) === me)) {
    return war.helpPact * force * reliability(world, helper);
  }
  return balances ? war.helpAligned * force : 0;
}

function hasPact(board: Board, world: PublicWorld, { me, target, helper }: Call): boolean {
  const ids = [board.ids[target], board.ids[helper]];
  return world.treaties.some(
    ({ kind, parties, against }) =>
      kind === "defence" && ids.every((id) => id !== undefined && parties.includes(id)) && (against === undefined || against === board.ids[me]),
  );
}

/** Whom k balanced against last turn, or −1. */
export function againstOf(board: Board, world: PublicWorld, k: CountryIndex): CountryIndex {
  const alignment = world.alignments[k];
  return alignment?.kind === "balance" ? (board.indexOf.get(alignment.against) ?? -1) : -1;
}

/** With whom k bandwagoned last turn, or −1. */
export function followsOf(board: Board, world: PublicWorld, k: CountryIndex): CountryIndex {
  const alignment = world.alignments[k];
  return alignment?.kind === "bandwagon" ? (board.indexOf.get(alignment.with) ?? -1) : -1;
}

/** Mean of the Beta count: the share of pacts kept. */
export function reliability(world: PublicWorld, k: CountryIndex): number {
  const country = world.countries[k];
  return country ? country.honoured / Math.max(1e-9, country.honoured + country.refused) : 0;
}

/** How near k's strength is to i. */
const near = (board: Board, i: CountryIndex, k: CountryIndex): number => board.proximity[i]?.[k] ?? 0;

function mobilised(world: PublicWorld, k: CountryIndex, factor: number): number {
  const country = world.countries[k];
  return country && country.mobilisedTo > 0 && country.mobilisedFrom <= world.turn && world.turn <= country.mobilisedTo ? factor : 1;
}
