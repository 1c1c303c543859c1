import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { personId } from "#shared/model/ids.ts";
import type { CrewMember, Filler } from "#shared/model/match.ts";
import { leadersOf, ownersOf } from "#shared/record/occupants.ts";
import { Entry } from "#server/match/Ledger.ts";
import { type CrewSeat, seatCrews } from "#server/match/seatCrews.ts";
import { advance, after, CLASSROOM, open, seatAll, started, submit, type Table } from "#tests/shared/record/table.ts";

const LION: Filler = { personality: "lion", difficulty: "hard" };
const people: readonly CrewMember[] = ["Ann", "Ben", "Cem", "Dea", "Eli", "Fay", "Gus"].map((name, i) => ({
  person: personId(`p${i}`),
  name,
}));
const who = (...names: readonly string[]): CrewMember[] =>
  names.map((name) => people.find((one) => one.name === name) ?? expect.fail(`no ${name}`));

/** After what is wanted; how many commands it took. */
function seat(
  { state, record }: Table,
  ...wanted: readonly CrewSeat[]
): { readonly table: Table; readonly took: number } {
  const entry = new Entry(state, record.createdAt);
  const refusal = seatCrews(entry, wanted);
  if (refusal) throw new Error(refusal.text);
  const commands = [...record.commands, ...entry.commands];
  return { table: { state: entry.state, record: { ...record, commands } }, took: entry.commands.length };
}
const names = ({ state }: Table): readonly string[] =>
  state.occupants.map((one) =>
    one.kind === "person"
      ? leadersOf(one)
          .map(({ name }) => name)
          .join("+")
      : one.kind === "computer" && ownersOf(one).length > 0
        ? `kept for ${ownersOf(one).join("+")}`
        : one.kind,
  );
const [aldany, borun, cask, dell] = started().state.board.ids;
if (!aldany || !borun || !cask || !dell) throw new Error("The Strait has four countries");

describe("seats as a class wants them", () => {
  it("one at a time, or two who change places", () => {
    const { table } = seat(started(), { country: aldany, people: who("Ben") }, { country: borun, people: who("Ann") });
    expect(names(table)).toEqual(["Ben", "Ann", "Cem", "Dea"]);
  });

  it("a late comer becomes a co-pilot; who moves there leaves the seat they had, which is then played", () => {
    expect(names(seat(started(), { country: aldany, people: who("Ann", "Eli") }).table)[0]).toBe("Ann+Eli");
    expect(names(seat(started(), { country: aldany, people: who("Ann", "Ben") }).table)).toEqual([
      "Ann+Ben",
      "computer",
      "Cem",
      "Dea",
    ]);
  });

  it("who is left of a team goes on; a seat in the lobby is simply left", () => {
    const team = seat(started(), { country: aldany, people: who("Ann", "Eli") }).table;
    expect(names(seat(team, { country: borun, people: who("Ann") }).table)).toEqual(["Eli", "Ann", "Cem", "Dea"]);
    expect(names(seat(seatAll(open()), { country: aldany, people: who("Ben") }).table)).toEqual([
      "Ben",
      "empty",
      "Cem",
      "Dea",
    ]);
  });

  it("a computer player keeps a seat for its people, and gives it back to all or some", () => {
    const kept = seat(started(), { country: aldany, people: who("Ann", "Eli"), kept: LION }).table;
    expect(kept.state.occupants[0]).toMatchObject({ ...LION, kind: "computer", keeps: "p0", crew: [{ name: "Eli" }] });
    expect(names(seat(kept, { country: aldany, people: who("Eli") }).table)[0]).toBe("Eli");
    expect(names(seat(kept, { country: aldany, people: [] }).table)[0]).toBe("computer");
  });

  it("who plays a seat without people goes on playing it, unless another is named", () => {
    const table = seat(started(), { country: aldany, people: [], else: LION }).table;
    expect(table.state.occupants[0]).toMatchObject(LION);
    expect(seat(table, { country: aldany, people: [] }).took).toBe(0);
    const other = seat(table, { country: aldany, people: [], else: { personality: "wolf" } }).table;
    expect(other.state.occupants[0]).toMatchObject({ personality: "wolf" });
  });

  it("orders stay with the team, and do not pass to strangers", () => {
    const handedIn = after(seat(started(), { country: aldany, people: who("Ann", "Eli") }).table, submit(aldany));
    expect(seat(handedIn, { country: aldany, people: who("Eli", "Fay") }).table.state.submitted[0]).not.toBe(null);
    expect(seat(handedIn, { country: aldany, people: who("Fay") }).table.state.submitted[0]).toBe(null);
  });

  it("come out as wanted from wherever they were, and wanting the same again records nothing", () => {
    const wishes = fc.array(
      fc.tuple(
        // Where each of the seven is to be: a country, or nowhere (4).
        fc.array(fc.nat(4), { minLength: people.length, maxLength: people.length }),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      ),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(wishes, fc.boolean(), (list, begun) => {
        const lobby = seatAll(open({ classroom: CLASSROOM }));
        let table = begun ? advance(lobby) : lobby;
        for (const [places, keeps] of list) {
          const wanted = table.state.board.ids.map((country, at): CrewSeat => {
            const crew = people.filter((_, k) => places[k] === at);
            return { country, people: crew, ...(keeps[at] && crew.length > 0 ? { kept: LION } : {}) };
          });
          const next = seat(table, ...wanted);
          next.table.state.occupants.forEach((occupant, at) => {
            const { people: crew = [], kept } = wanted[at] ?? {};
            expect(ownersOf(occupant)).toEqual(crew.map(({ person }) => person));
            if (crew.length > 0) expect(occupant.kind).toBe(kept ? "computer" : "person");
          });
          expect(seat(next.table, ...wanted).took).toBe(0);
          table = next.table;
        }
      }),
      { numRuns: 150 },
    );
  });
});
