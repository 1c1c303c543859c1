import type { CountryIndex, ProvinceIndex } from "../model/ids.ts";
import type { Board, PublicWorld } from "../model/world.ts";
import { incomeOf } from "../rules/index.ts";

/** A guess, from public knowledge, of how an attack on a province would go. The rules decide how it does go. */
export interface Odds {
  readonly province: ProvinceIndex;
  readonly target: CountryIndex;
  /** Expected attack over expected defence, help by last turn's balancers and by pact partners included. */
  readonly ratio: number;
  /** The same if nobody helps. */
  readonly alone: number;
}

/** What the attacker means to add before the battle. */
export interface Attempt {
  readonly me: CountryIndex;
  readonly province: ProvinceIndex;
  /** Points of offence it will have on top of what it has. */
  readonly added: number;
}

/**
 * Expects the others to stand where they stood last turn and to put half of their income into defence. Only a target that
 * balances against me can call for help: then its fellows send half of their force, its partners three quarters as far as
 * they keep their word; a leader protects its follower.
 */
export function oddsOf(board: Board, world: PublicWorld, { me, province, added }: Attempt): Odds {
  const target = world.holders[province] ?? me;
  const { war, kappa } = board.parameters;
  const own = world.countries[me];
  const attack =
    kappa * ((own?.offence ?? 0) + added) * near(board, target, me) * mobilised(world, me, war.mobilisedFactor);
  const guard = guardOf(board, world, province);
  const help = helpFor(board, world, me, target);
  return { province, target, ratio: attack / Math.max(0.1, guard + help), alone: attack / Math.max(0.1, guard) };
}

/** The holder's own strength in a province next turn. */
function guardOf(board: Board, world: PublicWorld, province: ProvinceIndex): number {
  const holder = world.holders[province] ?? -1;
  const country = world.countries[holder];
  if (!country) return 0;
  const terrain = board.provinces[province]?.terrain ?? 1;
  const { income, armsPerPoint } = incomeOf(board, world, holder);
  return (
    (country.defence + 0.5 * income * armsPerPoint) * terrain + board.parameters.war.offenceInDefence * country.offence
  );
}

/** The same if those who balanced against the holder last turn, and reach the land, all came as well – each is thought as likely to come as not. */
export function oddsTogether(board: Board, world: PublicWorld, { me, province, added }: Attempt): number {
  const holder = world.holders[province] ?? me;
  const { kappa, war } = board.parameters;
  let attack = ((world.countries[me]?.offence ?? 0) + added) * near(board, holder, me);
  for (let k = 0; k < world.countries.length; k += 1) {
    const reach = near(board, holder, k);
    if (k !== me && againstOf(board, world, k) === holder && reach >= war.reachLeast)
      attack += 0.5 * (world.countries[k]?.offence ?? 0) * reach;
  }
  return (kappa * attack) / Math.max(0.1, guardOf(board, world, province));
}

/** All that would come to the target's help. Who neither balances against its attacker nor follows anyone has none to hope for. */
function helpFor(board: Board, world: PublicWorld, me: CountryIndex, target: CountryIndex): number {
  if (againstOf(board, world, target) !== me && followsOf(board, world, target) < 0) return 0;
  let help = 0;
  for (let helper = 0; helper < world.countries.length; helper += 1)
    help += helpFrom(board, world, { me, target, helper });
  return help;
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
  if (againstOf(board, world, target) !== me || followsOf(board, world, helper) === me) return 0;
  const aligned = againstOf(board, world, helper) === me ? war.helpAligned : 0;
  const bound = hasPact(board, world, { me, target, helper }) ? war.helpPact * reliability(world, helper) : 0;
  return Math.max(aligned, bound) * force;
}

function hasPact(board: Board, world: PublicWorld, { me, target, helper }: Call): boolean {
  const ids = [board.ids[target], board.ids[helper]];
  return world.treaties.some(
    ({ kind, parties, against }) =>
      kind === "defence" &&
      ids.every((id) => id !== undefined && parties.includes(id)) &&
      (against === undefined || against === board.ids[me]),
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
  return country && country.mobilisedTo > 0 && country.mobilisedFrom <= world.turn && world.turn <= country.mobilisedTo
    ? factor
    : 1;
}
