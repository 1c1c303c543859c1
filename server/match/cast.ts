import { seedPrng, shuffled, stream } from "#shared/lib/prng.ts";
import type { Difficulty, Filler, Personality, Temper } from "#shared/model/match.ts";
import type { Scenario, ScenarioCountry } from "#shared/model/scenario.ts";

/**
 * Who fills empty seats when nobody chose and the scenario says nothing of anybody's ambition: players of the theory, and
 * among them one of each other kind to meet – those that bring a table to life first, since a small one has few.
 */
const USUAL: readonly Personality[] = [
  "theorist",
  "titForTat",
  "theorist",
  "wolf",
  "lion",
  "theorist",
  "jackal",
  "powerBalancer",
  "theorist",
  "lamb",
  "hider",
  "theorist",
];
/** Every second one is steady. */
const TEMPERS_DEALT: readonly Temper[] = ["steady", "calm", "steady", "hot"];

/** Revisionism r from which a country wants what others hold, and up to which it is content (theory.md 5). */
const REVISIONIST = 0.4;
const CONTENT = -0.2;
/** Arms against the median from which a power is strong, and below which it is weak. */
const STRONG = 1.3;
const WEAK = 0.8;
/** Chance that a country plays as its animal; else it follows the theory with its own r. */
const IN_CHARACTER = 0.5;

/**
 * Computer players for every seat, in country order. Where a scenario knows its countries' ambitions, each is what it was by
 * Schweller's types (1994): strong and revisionist a wolf, weak and revisionist a jackal, strong and content a lion, weak
 * and content a lamb or a hider – or a follower of the theory. Elsewhere the usual mix, in an order drawn from the seed.
 * Tempers are dealt; the same seed casts the same table.
 */
export function castOf(
  scenario: Pick<Scenario, "countries">,
  seed: number,
  difficulty?: Difficulty,
): readonly Filler[] {
  // Board order: ascending ids.
  const countries = [...scenario.countries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const known = countries.some(({ revisionism }) => revisionism !== undefined);
  const personalities = known ? byType(countries, seed) : dealt(USUAL, countries.length, seed);
  const tempers = dealt(TEMPERS_DEALT, countries.length, seed);
  return personalities.map((personality, at) => ({
    personality,
    temper: tempers[at] ?? "steady",
    ...(difficulty === undefined ? {} : { difficulty }),
  }));
}

function byType(countries: readonly ScenarioCountry[], seed: number): readonly Personality[] {
  const { draw } = stream(seedPrng(seed, "cast"));
  const arms = countries.map(({ offence, defence }) => offence + defence);
  const middle = [...arms].sort((a, b) => a - b)[Math.floor(arms.length / 2)] ?? 1;
  return countries.map(({ revisionism = 0 }, at) => {
    const inCharacter = draw() < IN_CHARACTER;
    const hides = draw() < 0.5;
    if (!inCharacter) return "theorist";
    const strength = (arms[at] ?? 0) / Math.max(1e-9, middle);
    if (revisionism >= REVISIONIST) return strength >= STRONG ? "wolf" : "jackal";
    if (revisionism > CONTENT) return "theorist";
    return strength >= STRONG ? "lion" : strength >= WEAK ? "theorist" : hides ? "hider" : "lamb";
  });
}

/** A list repeated as needed and shuffled. */
function dealt<T>(list: readonly T[], count: number, seed: number): readonly T[] {
  const { draw } = stream(seedPrng(seed, `dealt ${String(list[0])}`));
  return shuffled(
    Array.from({ length: count }, (_, at) => list.slice(at % list.length, (at % list.length) + 1)).flat(),
    draw,
  );
}
