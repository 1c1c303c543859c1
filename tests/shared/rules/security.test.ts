import * as fc from "fast-check";
import { expect, it } from "vitest";
import { countryId, treatyId } from "#shared/model/ids.ts";
import type { Treaty } from "#shared/model/treaty.ts";
import type { Board, Country } from "#shared/model/world.ts";
import { exposuresTo, exposuresToAll } from "#shared/rules/exposure.ts";
import { exposureTo, exposureToAll } from "#shared/rules/index.ts";
import { contest, mobilisedFactor, securities, type Standing } from "#shared/rules/security.ts";
import { standingOf } from "#shared/rules/standing.ts";
import { NAMES, small } from "#tests/helpers/smallWorld.ts";

const { board, world } = small();
const everyone = [...board.ids.keys()];
const someone = world.countries[0] ?? none();
const four = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { minLength: 4, maxLength: 4 });
const name = fc.constantFrom(...NAMES).map((text) => countryId(text));
const points = fc.integer({ min: 0, max: 400 }).map((n) => n / 10);
const alignment = fc.oneof(
  fc.constant({ kind: "hide" } as const),
  name.map((against) => ({ kind: "balance", against }) as const),
  name.map((leader) => ({ kind: "bandwagon", with: leader }) as const),
);
const treaties = fc.array(
  fc.record({
    kind: fc.constantFrom("defence" as const, "nonaggression" as const),
    parties: fc.uniqueArray(name, { minLength: 2, maxLength: 3 }),
    against: fc.option(name, { nil: undefined }),
  }),
  { maxLength: 3 },
);
const country = fc.record({
  offence: points,
  defence: points,
  honoured: fc.integer({ min: 0, max: 4 }),
  refused: fc.integer({ min: 0, max: 4 }),
  mobilisedTo: fc.constantFrom(0, 3),
  exiled: fc.boolean(),
});
const standing: fc.Arbitrary<Standing> = fc
  .record({ countries: four(country), alignments: four(alignment), treaties, intent: four(four(points)) })
  .map(({ countries, alignments, treaties: signed, intent }) => ({
    turn: 2,
    countries: countries.map(({ exiled, ...one }): Country => ({
      ...someone,
      ...one,
      mobilisedFrom: 1,
      status: exiled ? { kind: "exile" } : { kind: "sovereign" },
    })),
    treaties: inForce(signed),
    ...standingOf(board, alignments),
    intent: intent.map((row, i) => row.map((value, j) => (i === j ? 0 : 0.05 + value / 50))),
  }));

const inForce = (
  signed: readonly {
    kind: Treaty["kind"];
    parties: readonly Treaty["parties"][number][];
    against?: Treaty["against"];
  }[],
): Treaty[] =>
  signed.map(({ kind, parties, against }, k) => ({
    kind,
    parties: [...parties].sort(),
    ...(against === undefined ? {} : { against }),
    id: treatyId(`t${k + 1}`),
    since: 0,
    until: null,
  }));

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Rules 10.1–10.3 as they are written, one enemy at a time. */
function securityAsWritten(on: Board, given: Standing, i: number): number {
  const { countries, against, follows, intent, turn } = given;
  const { kappa, war } = on.parameters;
  const at = (k: number): Standing["countries"][number] => countries[k] ?? someone;
  if (at(i).status.kind === "exile") return 0;
  const near = (k: number): number => on.proximity[i]?.[k] ?? 0;
  const force = (k: number): number => at(k).offence * near(k) * mobilisedFactor(on, at(k), turn);
  const guard = at(i).defence + war.offenceInDefence * at(i).offence;
  const hasPact = (k: number, j: number): boolean =>
    given.treaties.some(
      ({ kind, parties, against: foe }) =>
        kind === "defence" &&
        [i, k].every((one) => parties.some((party) => on.indexOf.get(party) === one)) &&
        !parties.some((party) => on.indexOf.get(party) === j) &&
        (foe === undefined || on.indexOf.get(foe) === j),
    );
  const help = (k: number, j: number): number => {
    if (k === i || k === j || follows[k] === j) return 0;
    const called = against[i] === j;
    const kept = at(k).honoured / Math.max(1, at(k).honoured + at(k).refused);
    const factor = Math.max(
      called && against[k] === j ? war.helpAligned : 0,
      called && hasPact(k, j) ? war.helpPact * kept : 0,
      follows[i] === k ? war.protectFollower : 0,
    );
    return factor * (at(k).offence + at(k).defence) * near(k);
  };
  const enemies = everyone
    .filter((j) => j !== i)
    .map((j) => {
      const followers = everyone.filter((k) => k !== i && k !== j && follows[k] === j);
      const attack = kappa * (force(j) + war.followerOffence * sum(followers.map(force)));
      const seen = intent[i]?.[j] ?? 0;
      const hostile = follows[i] === j ? seen ** 2 : seen;
      return hostile * contest(attack, guard + sum(everyone.map((k) => help(k, j))));
    });
  const coalition = sum(
    everyone
      .filter((k) => against[k] === i)
      .map((k) => war.helpAligned * (at(k).offence + at(k).defence) * near(k) * (intent[k]?.[i] ?? 0)),
  );
  return 100 * (1 - Math.max(0, ...enemies, contest(coalition, guard)));
}

it("10.1 10.2 10.3 security is reckoned for all at once as the rules have it for each", () => {
  fc.assert(
    fc.property(standing, (given) => {
      const quick = securities(board, given);
      for (const i of everyone) expect(quick[i]).toBeCloseTo(securityAsWritten(board, given, i), 5);
    }),
    { numRuns: 1000, seed: 7 },
  );
});

it("9.2 9.3 exposures to an act are the same for all observers at once as for each", () => {
  fc.assert(
    fc.property(treaties, (signed) => {
      const force = inForce(signed);
      for (const one of everyone) {
        for (const by of everyone) {
          const felt = everyone.map((i) => (i === by ? null : exposureTo(board, force, one, i)));
          expect(exposuresTo(board, force, one, by)).toEqual(felt);
        }
        const others = everyone.map((i) => (i === one ? null : exposureToAll(board, one, i)));
        expect(exposuresToAll(board, one)).toEqual(others);
      }
    }),
    { numRuns: 200, seed: 7 },
  );
});

function none(): never {
  throw new Error("a world without countries");
}
