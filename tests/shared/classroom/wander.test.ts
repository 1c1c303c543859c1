import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classFromJson, classToJson } from "#shared/classroom/classJson.ts";
import { foldClass } from "#shared/classroom/foldClass.ts";
import { countriesByPower, TEAM_MOST } from "#shared/classroom/seats.ts";
import type { ClassCommandBody, ClassState, LessonPlan } from "#shared/model/classroom.ts";
import { attempt, newClass, planFor, scenarioOf, server, student, tablesFor, withStudents } from "./lesson.ts";
import type { Lesson } from "./lesson.ts";

const PEOPLE = 10;
const countries = countriesByPower(scenarioOf("strait"));
const who = fc.integer({ min: 1, max: PEOPLE }).map(student);
const table = fc.integer({ min: 1, max: 3 });
const country = fc.constantFrom(...countries);
const seat = fc.record({ table, country: fc.option(country) });
const plan = fc
  .record({
    tables: fc.integer({ min: 1, max: 3 }),
    seats: fc.integer({ min: 1, max: 4 }),
    teamSize: fc.integer({ min: 1, max: 3 }),
    seating: fc.constantFrom("random", "chosen", "survey", "byHost"),
  })
  .map((fixed): LessonPlan => planFor("strait", PEOPLE, fixed));

/** Anything anyone may ask of a class, of a world small enough for most of it to be accepted. */
const bodies: fc.Arbitrary<ClassCommandBody> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .integer({ min: 1, max: PEOPLE })
      .map((k) => ({ kind: "join", member: student(k), name: `S${k % 6}`, waiting: false }) as const),
  },
  fc.record({ kind: fc.constant("remove"), member: who, reason: fc.constant("because") }),
  fc.record({ kind: fc.constant("admit"), member: who }),
  fc.record({ kind: fc.constant("presence"), member: who, present: fc.boolean() }),
  fc.record({ kind: fc.constant("settings"), settings: fc.record({ locked: fc.boolean(), approve: fc.boolean() }) }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("openSession"), plan, rehearsal: fc.boolean() }) },
  fc.record({ kind: fc.constant("replan"), plan }),
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("place"), member: who, place: fc.option(seat) }) },
  fc.record({
    kind: fc.constant("deal"),
    places: fc.uniqueArray(fc.record({ member: who, table, country: fc.option(country) }), {
      maxLength: 8,
      selector: ({ member }) => member,
    }),
  }),
  fc.constant({ kind: "finish" } as const),
  fc.record({ kind: fc.constant("keep"), table, country, kept: fc.boolean() }),
);

/** `begin` follows from the plan that happens to be in force. */
function step(lesson: Lesson, body: ClassCommandBody | "begin"): Lesson {
  const session = lesson.state.sessions.at(-1);
  const asked =
    body === "begin" ? (session ? ({ kind: "begin", tables: tablesFor(session.plan) } as const) : null) : body;
  if (!asked) return lesson;
  const next = attempt(lesson, asked, server);
  return "code" in next ? lesson : next;
}

function holds(state: ClassState): void {
  const inside = new Set(state.members.filter((member) => member.state === "in").map(({ id }) => id));
  const names = state.members.filter((member) => member.state !== "removed").map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(state.sessions.slice(0, -1).every((session) => session.state === "over")).toBe(true);
  const session = state.sessions.at(-1);
  if (!session || session.state === "over") return;
  const { places, tables } = session;
  expect(new Set(places.map(({ member }) => member)).size).toBe(places.length);
  expect(places.every(({ member }) => inside.has(member))).toBe(true);
  expect(places.every((place) => place.table <= session.plan.tables)).toBe(true);
  const teams = new Map<string, number>();
  for (const place of places)
    if (place.country !== null)
      teams.set(`${place.table} ${place.country}`, (teams.get(`${place.table} ${place.country}`) ?? 0) + 1);
  expect(Math.max(0, ...teams.values())).toBeLessThanOrEqual(TEAM_MOST);
  expect(tables.length).toBe(session.state === "playing" ? session.plan.tables : 0);
  expect(session.state === "playing" || session.kept.length === 0).toBe(true);
}

describe("whatever is asked of a class, in any order", () => {
  it("names are one's own, nobody sits twice, no strangers sit, one session is open; and the record says it all", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 8, arbitrary: bodies }, fc.constant("begin" as const)), {
          minLength: 60,
          maxLength: 90,
          size: "max",
        }),
        (asked) => {
          let lesson = withStudents(newClass(), 7);
          for (const body of asked) {
            lesson = step(lesson, body);
            holds(lesson.state);
          }
          const read = classFromJson(classToJson(lesson.record));
          expect(read.ok && foldClass(read.value)).toEqual(lesson.state);
        },
      ),
      { numRuns: 40 },
    );
  });
});
