import type { CountryIndex } from "../model/ids.ts";
import type { Board, Country, Matrix } from "../model/world.ts";
import { quantise } from "../lib/quantise.ts";

/** What security depends on. `against[k]` and `follows[k]`: the country that k balances against or bandwagons with, −1 for none. */
export interface Standing {
  readonly turn: number;
  readonly countries: readonly Pick<Country, "offence" | "defence" | "status" | "mobilisedFrom" | "mobilisedTo">[];
  readonly against: readonly number[];
  readonly follows: readonly number[];
  /** I_ij, probabilities. */
  readonly intent: Matrix;
}

/** q = A²/(A²+D²): the chance that force A prevails over D (contest function, Hirshleifer 1989). 0 where there is no force. */
export const contest = (attack: number, defence: number): number =>
  attack <= 0 ? 0 : (attack * attack) / (attack * attack + defence * defence);

/** ×1.25 in the turns of a mobilisation. */
export const mobilisedFactor = (board: Board, country: Pick<Country, "mobilisedFrom" | "mobilisedTo">, turn: number): number =>
  country.mobilisedFrom <= turn && turn <= country.mobilisedTo && country.mobilisedTo > 0 ? board.parameters.war.mobilisedFactor : 1;

/** Security 0–100 of every country: 100·(1 − the worse of its worst enemy and of the coalition against it) (rules 10.1–10.3). */
export function securities(board: Board, standing: Standing): number[] {
  return standing.countries.map((country, i) => {
    if (country.status.kind === "exile") return 0;
    const danger = Math.max(worstEnemy(board, standing, i), coalition(board, standing, i));
    return quantise(100 * (1 - danger));
  });
}

function worstEnemy(board: Board, { turn, countries, follows, intent }: Standing, i: CountryIndex): number {
  const guard = ownGuard(board, countries[i]);
  const near = board.proximity[i] ?? [];
  const seen = intent[i] ?? [];
  let worst = 0;
  for (let j = 0; j < countries.length; j += 1) {
    const enemy = countries[j];
    if (j === i || !enemy) continue;
    const attack = board.parameters.kappa * enemy.offence * (near[j] ?? 0) * mobilisedFactor(board, enemy, turn);
    const hostile = seen[j] ?? 0;
    const weight = follows[i] === j ? hostile * hostile : hostile;
    worst = Math.max(worst, weight * contest(attack, guard));
  }
  return worst;
}

/** "A coalition endangers you as far as its members think you hostile." */
function coalition(board: Board, { countries, against, intent }: Standing, i: CountryIndex): number {
  const near = board.proximity[i] ?? [];
  let attack = 0;
  for (let k = 0; k < countries.length; k += 1) {
    const member = countries[k];
    if (against[k] !== i || !member) continue;
    attack += board.parameters.war.helpAligned * (member.offence + member.defence) * (near[k] ?? 0) * (intent[k]?.[i] ?? 0);
  }
  return contest(attack, ownGuard(board, countries[i]));
}

/** D = Def + .4·Off. */
const ownGuard = (board: Board, country: Pick<Country, "offence" | "defence"> | undefined): number =>
  country ? country.defence + board.parameters.war.offenceInDefence * country.offence : 0;
