import type { CountryId, CountryIndex, ProvinceId } from "../model/ids.ts";
import type { Aim } from "../model/scenario.ts";
import type { ClassScore, Score } from "../model/score.ts";
import type { AmbitionCard, Board, Country, PublicWorld } from "../model/world.ts";
import { assertNever } from "../lib/assertNever.ts";
import { quantise } from "../lib/quantise.ts";
import { assessed } from "../theory/assessed.ts";
import { areAllied } from "./exposure.ts";

/** Score after the turns played so far, private aim left out (rules 11.1–11.3). Before the first turn: as things stand. */
export function scoreOf(board: Board, world: PublicWorld, me: CountryIndex): Score {
  const { score } = board.parameters;
  const country = countryOf(world, me);
  const played = world.turn - 1;
  const homes = board.homes[me] ?? [];
  const held = homes.filter((province) => world.holders[province] === me).length;
  const home = quantise((score.home * held) / Math.max(1, homes.length));
  const security = quantise((score.security * (played > 0 ? country.securitySum / played : country.security)) / 100);
  const sovereign = quantise(score.sovereign * (played > 0 ? country.sovereignSum / played : 1));
  return { home, security, sovereign, aim: 0, handicap: 0, total: quantise(home + security + sovereign) };
}

/** The same with the points for a private aim that is met (rule 11.4), and the seat's handicap (11.6). */
export function finalScore(board: Board, world: PublicWorld, me: CountryIndex, card: AmbitionCard): Score {
  const score = scoreOf(board, world, me);
  const aim = aimMet(board, world, me, card.aim) ? board.parameters.score.aim : 0;
  const handicap = board.scenario.countries.find(({ id }) => id === board.ids[me])?.handicap ?? 0;
  return { ...score, aim, handicap, total: quantise(score.total + aim + handicap) };
}

/** What the table did well together: half for countries that are not in exile, half for turns without attacks (rule 11.5). */
export function classScore(board: Board, world: PublicWorld): ClassScore {
  const countries = board.ids.length;
  const alive = world.countries.filter(({ status }) => status.kind !== "exile").length;
  const turns = world.turn - 1;
  const peace = turns + world.wars === 0 ? 1 : turns / (turns + world.wars);
  return { wars: world.wars, turns, alive, countries, total: quantise((50 * alive) / countries + 50 * peace) };
}

/** Whether an aim is met in this world (rule 11.4). */
export function aimMet(board: Board, world: PublicWorld, me: CountryIndex, aim: Aim): boolean {
  switch (aim.kind) {
    case "hold":
      return holderOf(board, world, aim.province) === me;
    case "freed":
      return holderOf(board, world, aim.province) === homeOf(board, aim.province);
    case "pactWith":
      return areAllied(world.treaties, board.ids[me], aim.country);
    case "keepApart":
      return !areAllied(world.treaties, aim.a, aim.b);
    case "outrank":
      return powerOf(board, world, me) > powerOf(board, world, indexOf(board, aim.country));
    case "outrankBy":
      return provincesOf(world, me) >= (board.homes[me] ?? []).length + aim.provinces;
    case "fearedByNone":
      return world.threat.every((row, i) => i === me || (row[me] ?? 0) < aim.below);
    case "fullSovereignty":
      return countryOf(world, me).sovereignSum === world.turn - 1;
    case "intact":
      return (board.homes[me] ?? []).every((province) => world.holders[province] === me);
    default:
      return assertNever(aim);
  }
}

const countryOf = (world: PublicWorld, me: CountryIndex): Country => {
  const country = world.countries[me];
  if (!country) throw new Error(`no country ${me}`);
  return country;
};
const indexOf = (board: Board, id: CountryId): CountryIndex => board.indexOf.get(id) ?? -1;
const holderOf = (board: Board, world: PublicWorld, id: ProvinceId): CountryIndex | undefined =>
  world.holders[board.provinceIndexOf.get(id) ?? -1];
const homeOf = (board: Board, id: ProvinceId): CountryIndex | undefined =>
  board.provinces[board.provinceIndexOf.get(id) ?? -1]?.home;
const powerOf = (board: Board, world: PublicWorld, i: CountryIndex): number =>
  quantise(assessed(board, world).shares[i] ?? 0);
const provincesOf = (world: PublicWorld, i: CountryIndex): number =>
  world.holders.filter((holder) => holder === i).length;
