import { describe, expect, it } from "vitest";
import { talk } from "#client/i18n/en/talk.ts";
import { phrasesFor, type Phrase } from "#client/viewmodel/phrases.ts";
import { countryId } from "#shared/model/ids.ts";
import { type Name } from "#tests/helpers/smallWorld.ts";
import { seen } from "./view.ts";

const keys = (phrases: readonly Phrase[]): readonly string[] => phrases.map(({ key }) => key);
/** Borun attacks Aster's land twice: it is what Aster fears. */
const feared = seen("aster", [
  { borun: { moves: [{ kind: "threaten", target: countryId("aster") }, { kind: "mobilise" }], spend: { offence: 2 } } },
  { borun: { moves: [{ kind: "threaten", target: countryId("aster") }], spend: { offence: 2 } } },
]);
const of = (...names: readonly Name[]): { countries: ReturnType<typeof countryId>[] } => ({
  countries: names.map((name) => countryId(name)),
});

describe("quick phrases", () => {
  it("name the country most feared, and only where one is worth naming", () => {
    const { board, view } = feared;
    const me = board.indexOf.get(countryId("aster")) ?? -1;
    const row = view.world.threat[me] ?? [];
    const worst = row.indexOf(Math.max(...row));
    const named = phrasesFor(board, view, of()).find(({ key }) => key === "threatToAll");
    expect(row[worst]).toBeGreaterThanOrEqual(40);
    expect(named?.threat).toBe(worst);
    const calm = { ...view, world: { ...view.world, threat: view.world.threat.map((each) => each.map(() => 10)) } };
    expect(keys(phrasesFor(board, calm, of()))).not.toContain("threatToAll");
  });

  it("never ask a country to balance against itself", () => {
    const { board, view } = feared;
    for (const partner of ["borun", "cask"] as const)
      for (const { threat } of phrasesFor(board, view, of(partner)))
        expect(threat).not.toBe(board.indexOf.get(countryId(partner)));
  });

  it("speak of pacts only where treaties are made", () => {
    const without = seen("aster", [], { modules: [] });
    expect(keys(phrasesFor(without.board, without.view, of("cask"))).filter((key) => key.startsWith("pact"))).toEqual(
      [],
    );
  });

  it("are not offered to those who watch", () => {
    const { board, view } = seen(null, []);
    expect(phrasesFor(board, view, of())).toEqual([]);
  });

  it("all have words", () => {
    const { board, view } = feared;
    for (const thread of [of(), of("borun"), of("cask"), of("borun", "cask")])
      for (const { key } of phrasesFor(board, view, thread)) expect(Object.keys(talk.phrase)).toContain(key);
  });
});
