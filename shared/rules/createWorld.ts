import { treatyId } from "../model/ids.ts";
import type { CountryIndex } from "../model/ids.ts";
import type { Treaty } from "../model/treaty.ts";
import type { Board, Country, Matrix, World } from "../model/world.ts";
import { seedPrng } from "../lib/prng.ts";
import { quantise } from "../lib/quantise.ts";
import { assess } from "../theory/assess.ts";
import { effectOf, openingIntent } from "../theory/intent.ts";
import { alarmOf } from "../theory/threat.ts";
import { exposureTo, exposureToAll } from "./exposure.ts";
import { homeHeld, securities } from "./security.ts";

/** The world before turn 1. Only its `prng` depends on the seed; the rest is reckoned once for a board. */
export function createWorld(board: Board, seed: number): World {
  const opening = known.get(board) ?? openingWorld(board);
  known.set(board, opening);
  return { ...opening, prng: seedPrng(seed, "world") };
}
const known = new WeakMap<Board, Omit<World, "prng">>();

function openingWorld(board: Board): Omit<World, "prng"> {
  const treaties = openingTreaties(board);
  const holders = openingHolders(board);
  const intent = openingIntents(board, treaties);
  const opening = board.ids.map((_, i) => openingCountry(board, i));
  const assessment = assess(board, { countries: opening, holders, intent });
  const nobody = board.ids.map(() => -1);
  const security = securities(board, {
    turn: 1,
    countries: opening,
    treaties,
    against: nobody,
    follows: nobody,
    intent: assessment.intent,
  });
  const countries = opening.map((country, i) => ({
    ...country,
    security: quantise((security[i] ?? 0) * homeHeld(board, holders, i)),
  }));
  return {
    turn: 1,
    countries,
    holders,
    treaties,
    intent,
    threat: assessment.threat,
    alignments: board.ids.map(() => ({ kind: "hide" })),
    recentActs: [],
    aid: nothing(board),
    recentTakings: [],
    congress: false,
    alarm: alarmOf(countries, board.parameters.alarmShare),
    wars: 0,
    ultimatums: [],
    influence: nothing(board),
    secrets: { influence: nothing(board), deeds: [] },
  };
}

/** Every province in its home's hands, but for land that the scenario opens with occupied. */
const openingHolders = (board: Board): CountryIndex[] => {
  const holder = new Map(board.scenario.provinces.map((province) => [province.id, province.holder ?? province.home]));
  return board.provinces.map(({ id, home }) => {
    const held = holder.get(id);
    return held === undefined ? home : (board.indexOf.get(held) ?? home);
  });
};

/** A square of zeros. */
const nothing = (board: Board): Matrix => board.ids.map(() => board.ids.map(() => 0));

/**
 * Treaties that stand when the match begins: `t1`, `t2`, … in the scenario's order, of the kinds that are played; secret ones,
 * which stand last, only where secrets are kept.
 */
function openingTreaties(board: Board): Treaty[] {
  if (!board.modules.includes("treaties")) return [];
  const soft = board.modules.includes("softTreaties");
  const secrets = board.modules.includes("secretTreaties");
  const played = board.scenario.treaties.filter(
    ({ kind, secret }) => (secrets || secret !== true) && (soft || kind === "defence" || kind === "nonaggression"),
  );
  return played.map(({ kind, parties, against, turns, secret }, k) => ({
    id: treatyId(`t${k + 1}`),
    kind,
    parties: [...parties].sort(),
    ...(against === undefined ? {} : { against }),
    ...(secret === undefined ? {} : { secret }),
    since: 0,
    until:
      kind === "nonaggression" || kind === "neutrality" ? (turns ?? board.parameters.treaty.nonAggressionTurns) : null,
  }));
}

function openingCountry(board: Board, i: CountryIndex): Country {
  const country = board.scenario.countries.find(({ id }) => id === board.ids[i]);
  if (!country) throw new Error(`board without country ${i}`);
  const [honoured, refused] = board.parameters.treaty.reliabilityPrior;
  return {
    offence: quantise(country.offence),
    defence: quantise(country.defence),
    treasury: 0,
    stability: board.parameters.war.openingStability,
    industryBuilt: 0,
    status: { kind: "sovereign" },
    honoured,
    refused,
    mobilisedFrom: 0,
    mobilisedTo: 0,
    armisticeTo: 0,
    securitySum: 0,
    sovereignSum: 0,
    security: 0,
  };
}

/** The prior, and what is left of the scenario's history of acts (theory.md 2). */
function openingIntents(board: Board, treaties: readonly Treaty[]): Matrix {
  const { intent } = board.parameters;
  const acts = board.scenario.history.map(({ act, by, target, turnsAgo }) => ({
    lambda: intent.llr[act],
    by: board.indexOf.get(by) ?? -1,
    target: board.indexOf.get(target) ?? -1,
    turnsAgo,
  }));
  return board.ids.map((_, i) =>
    board.ids.map((__, j) => {
      if (i === j) return 0;
      const past = acts
        .filter(({ by }) => by === j)
        .map(({ lambda, target, turnsAgo }) => ({
          effect: effectOf(
            lambda,
            target === j ? exposureToAll(board, j, i) : exposureTo(board, treaties, target, i),
            intent,
          ),
          turnsAgo,
        }));
      return openingIntent(board.prior[i]?.[j] ?? 0, past, intent);
    }),
  );
}
