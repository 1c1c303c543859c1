import type { CountryIndex } from "../model/ids.ts";
import type { Treaty } from "../model/treaty.ts";
import type { Board, Country, Matrix } from "../model/world.ts";
import { quantise } from "../lib/quantise.ts";

/** What security depends on. `against[k]` and `follows[k]`: the country that k balances against or bandwagons with, −1 for none. */
export interface Standing {
  readonly turn: number;
  readonly countries: readonly SecuredCountry[];
  readonly treaties: readonly Treaty[];
  readonly against: readonly number[];
  readonly follows: readonly number[];
  /** I_ij, probabilities. */
  readonly intent: Matrix;
}
type SecuredCountry = Pick<
  Country,
  "offence" | "defence" | "status" | "mobilisedFrom" | "mobilisedTo" | "honoured" | "refused"
>;

/** q = A²/(A²+D²): the chance that force A prevails over D (contest function, Hirshleifer 1989). 0 where there is no force. */
export const contest = (attack: number, defence: number): number =>
  attack <= 0 ? 0 : (attack * attack) / (attack * attack + defence * defence);

/** ×1.25 in the turns of a mobilisation. */
export const mobilisedFactor = (
  board: Board,
  country: Pick<Country, "mobilisedFrom" | "mobilisedTo">,
  turn: number,
): number =>
  country.mobilisedFrom <= turn && turn <= country.mobilisedTo && country.mobilisedTo > 0
    ? board.parameters.war.mobilisedFactor
    : 1;

/** Security 0–100 of every country: 100·(1 − the worse of its worst enemy and of the coalition against it) (rules 10.1–10.3). */
export function securities(board: Board, standing: Standing): number[] {
  const { countries, turn } = standing;
  const mobilised = countries.map((country) => mobilisedFactor(board, country, turn));
  const attacks = new Float64Array(countries.length);
  return countries.map((country, i) => {
    if (country.status.kind === "exile") return 0;
    gatherAttacks(board, standing, i, { attacks, mobilised });
    const danger = Math.max(worstEnemy(board, standing, i, attacks), coalition(board, standing, i));
    return quantise(100 * (1 - danger));
  });
}

/** Rule 10.5: the share of its home that a country holds; no more of it can be safe. 1 for one that never had any. */
export function homeHeld(board: Pick<Board, "homes">, holders: readonly CountryIndex[], i: CountryIndex): number {
  const homes = board.homes[i] ?? [];
  let held = 0;
  for (const province of homes) if (holders[province] === i) held += 1;
  return homes.length === 0 ? 1 : held / homes.length;
}

/**
 * Rules 10.1 and 10.2: the danger from the country that, as things stand, could do most. `attacks[j]` is what j could
 * bring against i.
 */
function worstEnemy(board: Board, standing: Standing, i: CountryIndex, attacks: Float64Array): number {
  const { countries, against, follows, intent } = standing;
  const guard = ownGuard(board, countries[i]);
  const seen = intent[i] ?? [];
  const leader = follows[i] ?? -1;
  const shelter = leader < 0 ? 0 : shelterBy(board, countries[leader], board.proximity[i]?.[leader] ?? 0);
  const above = leader < 0 ? -1 : (follows[leader] ?? -1);
  let worst = 0;
  for (let j = 0; j < countries.length; j += 1) {
    const hostile = seen[j] ?? 0;
    const weight = leader === j ? hostile * hostile : hostile;
    // No attack is more than certain to succeed: what is no worse than the worst so far even then needs no reckoning.
    if (j === i || weight <= worst) continue;
    const sheltered = leader === j || above === j ? 0 : shelter;
    const help = against[i] === j ? helpOnCall(board, standing, i, j) : sheltered;
    worst = Math.max(worst, weight * contest(attacks[j] ?? 0, guard + help));
  }
  return worst;
}

/** What a follower's leader sends (rule 7.7). All the help there is for one who does not balance against its attacker. */
const shelterBy = (board: Board, leader: Pick<Country, "offence" | "defence"> | undefined, proximity: number): number =>
  leader ? board.parameters.war.protectFollower * (leader.offence + leader.defence) * proximity : 0;

/** Into `attacks`, by country: what each could bring against i – its own offence, and a quarter of its followers' (rule 7.5). */
function gatherAttacks(
  board: Board,
  { countries, follows }: Standing,
  i: CountryIndex,
  { attacks, mobilised }: { readonly attacks: Float64Array; readonly mobilised: readonly number[] },
): void {
  const { kappa, war } = board.parameters;
  const near = board.proximity[i] ?? [];
  attacks.fill(0);
  for (let k = 0; k < countries.length; k += 1) {
    const country = countries[k];
    if (!country || k === i) continue;
    const { offence } = country;
    const factor = mobilised[k] ?? 1;
    attacks[k] = (attacks[k] ?? 0) + offence * (near[k] ?? 0) * factor;
    const leader = follows[k] ?? -1;
    if (leader >= 0) attacks[leader] = (attacks[leader] ?? 0) + war.followerOffence * offence * (near[k] ?? 0) * factor;
  }
  for (let j = 0; j < attacks.length; j += 1) attacks[j] = kappa * (attacks[j] ?? 0);
}

/**
 * What would come to the help of i, who balances against j, if j attacked now (rules 7.2, 7.3, 7.7); a pact counts as far as
 * its partner has kept its word.
 */
function helpOnCall(board: Board, standing: Standing, i: CountryIndex, j: CountryIndex): number {
  const { countries, against, follows } = standing;
  const { helpPact, protectFollower } = board.parameters.war;
  const near = board.proximity[i] ?? [];
  const partners = partnersAgainst(board, standing, i, j);
  let help = 0;
  for (let k = 0; k < countries.length; k += 1) {
    const friend = countries[k];
    if (!friend || k === i || k === j || follows[k] === j) continue;
    const aligned = against[k] === j ? fellowFactor(board, standing, i, k) : 0;
    const pact = partners.has(k) ? (helpPact * friend.honoured) / Math.max(1, friend.honoured + friend.refused) : 0;
    const factor = Math.max(aligned, pact, follows[i] === k ? protectFollower : 0);
    help += factor * (friend.offence + friend.defence) * (near[k] ?? 0);
  }
  return help;
}

/** Rules 7.2 and 4.11. */
function fellowFactor(board: Board, { treaties }: Standing, i: CountryIndex, k: CountryIndex): number {
  const { helpAligned, helpConsulted } = board.parameters.war;
  const me = board.ids[i];
  const friend = board.ids[k];
  const consulted = treaties.some(
    ({ kind, parties, secret }) =>
      kind === "consultation" &&
      secret !== true &&
      me !== undefined &&
      friend !== undefined &&
      parties.includes(me) &&
      parties.includes(friend),
  );
  return consulted ? helpConsulted : helpAligned;
}

/** Those whom a defence pact that everyone knows would call for i against j. */
function partnersAgainst(
  board: Board,
  { treaties }: Standing,
  i: CountryIndex,
  j: CountryIndex,
): ReadonlySet<CountryIndex> {
  const partners = new Set<CountryIndex>();
  const me = board.ids[i];
  const foe = board.ids[j];
  for (const { kind, parties, against, secret } of treaties) {
    if (
      kind !== "defence" ||
      secret === true ||
      me === undefined ||
      foe === undefined ||
      !parties.includes(me) ||
      parties.includes(foe)
    )
      continue;
    if (against !== undefined && against !== foe) continue;
    for (const party of parties) partners.add(board.indexOf.get(party) ?? -1);
  }
  return partners;
}

/** Rule 10.3: a coalition endangers you as far as its members think you hostile. */
function coalition(board: Board, { countries, against, intent }: Standing, i: CountryIndex): number {
  const near = board.proximity[i] ?? [];
  let attack = 0;
  for (let k = 0; k < countries.length; k += 1) {
    const member = countries[k];
    if (against[k] !== i || !member) continue;
    attack +=
      board.parameters.war.helpAligned * (member.offence + member.defence) * (near[k] ?? 0) * (intent[k]?.[i] ?? 0);
  }
  return contest(attack, ownGuard(board, countries[i]));
}

/** D = Def + .4·Off. */
const ownGuard = (board: Board, country: Pick<Country, "offence" | "defence"> | undefined): number =>
  country ? country.defence + board.parameters.war.offenceInDefence * country.offence : 0;
