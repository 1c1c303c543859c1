import type { Aim, ScenarioCountry } from "../model/scenario.ts";
import type { AmbitionCard, Board } from "../model/world.ts";
import { next, seedPrng, shuffled, stream } from "../lib/prng.ts";

/** Every country's aim where the scenario names none. */
const DEFAULT_AIM: Aim = { id: "intact", kind: "intact", text: "End the match holding every province you began with." };
/** From this r on a country wants something that others hold; from 0 down it is satisfied. */
const REVISIONIST = 0.5;
const EXPANSIVE: ReadonlySet<Aim["kind"]> = new Set<Aim["kind"]>(["hold", "outrank", "outrankBy"]);
/** Without treaties the one cannot be met and the other cannot be missed. */
const ABOUT_TREATIES: ReadonlySet<Aim["kind"]> = new Set<Aim["kind"]>(["pactWith", "keepApart"]);

/** Ambition cards by country index: r as the scenario judges it or dealt in secret order, and an aim that suits it (rules 1.4, 1.5). */
export function dealCards(board: Board, seed: number): AmbitionCard[] {
  const { draw } = stream(seedPrng(seed, "cards"));
  const countries = board.ids.map((id) => board.scenario.countries.find((country) => country.id === id));
  const open = countries.filter((country) => country?.revisionism === undefined).length;
  const dealt = shuffled(spread(board.parameters.revisionism, open), draw);
  return countries.map((country) => {
    const revisionism = country?.revisionism ?? dealt.pop() ?? 0;
    const aims = suitable(board, country, revisionism);
    return { revisionism, aim: aims[Math.floor(draw() * aims.length)] ?? DEFAULT_AIM };
  });
}

/** The last turn: the scenario's number or one less, each as likely (rule 1.3). */
export function drawEndTurn(board: Board, seed: number): number {
  const { value } = next(seedPrng(seed, "end"));
  return Math.max(1, board.scenario.turns - (value < 0.5 ? 1 : 0));
}

/** `count` values in like proportion to the list, which is ordered. */
const spread = (list: readonly number[], count: number): number[] =>
  Array.from({ length: count }, (_, k) => list[Math.floor(((k + 0.5) * list.length) / count)] ?? 0);

function suitable(board: Board, country: ScenarioCountry | undefined, revisionism: number): readonly Aim[] {
  const treaties = board.modules.includes("treaties");
  const aims = (country?.aims ?? []).filter(({ kind }) => treaties || !ABOUT_TREATIES.has(kind));
  const wanted =
    revisionism >= REVISIONIST
      ? aims.filter(({ kind }) => EXPANSIVE.has(kind))
      : revisionism <= 0
        ? aims.filter(({ kind }) => !EXPANSIVE.has(kind))
        : aims;
  return wanted.length > 0 ? wanted : aims;
}
