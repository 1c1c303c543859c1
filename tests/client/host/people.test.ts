import { describe, expect, it } from "vitest";
import { gatheringClass } from "#client/gallery/hostFixtures.ts";
import {
  againstAnswers,
  hereCount,
  newPin,
  peopleByTable,
  placeIn,
  placeOf,
  placeValue,
  rosterIn,
  turnout,
} from "#client/host/model/people.ts";
import { sessionOf } from "#client/host/model/needs.ts";
import { countryId } from "#shared/model/ids.ts";

function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("missing in the fixture");
  return value;
}

const { view } = gatheringClass();
const session = must(sessionOf(view));
const countries = must(view.tables[0]).seats.map(({ country, name }) => ({ id: country, name }));

describe("people by table", () => {
  it("finds everyone who has a place exactly once", () => {
    const tables = peopleByTable(view, session, countries);
    expect(tables.map(({ number }) => number)).toEqual([1, 2, 3]);
    const found = tables.flatMap(({ seats, observers }) => [...observers, ...seats.flatMap(({ people }) => people)]);
    expect(found.map(({ id }) => id).toSorted()).toEqual(session.places.map(({ member }) => member).toSorted());
    expect(tables.reduce((sum, { count }) => sum + count, 0)).toBe(session.places.length);
  });

  it("shows a table beyond the plan when someone sits there", () => {
    const moved = { ...session, places: [{ ...must(session.places[0]), table: 5 }] };
    expect(peopleByTable(view, moved, countries)).toHaveLength(5);
  });

  it("writes every place as a value and reads it back", () => {
    const places = [
      { table: 3, country: countryId("britain") },
      { table: 12, country: null },
    ];
    for (const place of places) expect(placeIn(placeValue(place), countries)).toEqual(place);
    expect(placeIn(placeValue(null), countries)).toBeNull();
    expect(placeOf(session, must(session.places[0]).member)).toEqual(session.places[0]);
  });

  it("compares who came with who was planned for, and is silent when nobody has come or the number is right", () => {
    const here = hereCount(view);
    expect(turnout(view, session)).toEqual({ planned: 27, here });
    expect(turnout({ members: [] }, session)).toBeNull();
    expect(turnout(view, { ...session, plan: { ...session.plan, students: here } })).toBeNull();
  });

  it("tells seats that go against the answers: only within a table, and only where both people and countries differ", () => {
    const [first, second] = [must(view.members[0]), must(view.members[1])];
    const said = (revisionism: number) => ({ answers: [2, 2, 2, 2, 2], revisionism });
    const members = [
      { ...first, temperament: said(1) },
      { ...second, temperament: said(-1) },
    ];
    const [calm, eager] = [countryId("britain"), countryId("serbia")];
    const world = [
      { id: calm, revisionism: -0.5 },
      { id: eager, revisionism: 0.5 },
    ];
    const seated = (one: string, other: string, table = 1) => ({
      ...session,
      places: [
        { member: first.id, table: 1, country: countryId(one) },
        { member: second.id, table, country: countryId(other) },
      ],
    });
    expect(againstAnswers({ members }, seated("britain", "serbia"), world)).toBe(true);
    expect(againstAnswers({ members }, seated("serbia", "britain"), world)).toBe(false);
    expect(againstAnswers({ members }, seated("britain", "serbia", 2), world)).toBe(false);
    expect(againstAnswers({ members: [first, second] }, seated("britain", "serbia"), world)).toBe(false);
    expect(againstAnswers({ members }, seated("britain", "serbia"), [{ id: calm }, { id: eager }])).toBe(false);
  });

  it("reads a roster as lines, without empties and doubles", () => {
    expect(rosterIn(" Ana\nBen, Chidi\n\nAna;  ")).toEqual(["Ana", "Ben", "Chidi"]);
  });

  it("makes a PIN of four digits, whatever is drawn", () => {
    expect(newPin(() => 0)).toBe("0000");
    expect(newPin(() => 0.99999)).toBe("9999");
    expect(newPin(() => 0.0421)).toBe("0421");
  });
});
