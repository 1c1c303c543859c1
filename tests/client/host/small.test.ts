import { describe, expect, it } from "vitest";
import { EUROPE } from "#client/gallery/hostFixtures.ts";
import { hostLink, keyInHash } from "#client/net/addresses.ts";
import { proposedName } from "#client/host/model/proposedName.ts";
import { blankQuestion, firstIncomplete, trimmed } from "#client/host/model/conceptForm.ts";
import { nextCrises } from "#client/host/model/crises.ts";
import { focusFrame } from "#client/host/model/focus.ts";
import { forgetClass, keepClass, keptClasses } from "#client/host/model/keptClasses.ts";
import { pollFaults } from "#client/host/model/leading.ts";
import { createShelf } from "#client/net/storage.ts";
import { CONCEPT_QUESTIONS } from "#shared/classroom/concepts.ts";

function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("missing in the fixture");
  return value;
}

describe("the key", () => {
  it("stands after the hash, where no server sees it, and is read back from there", () => {
    const link = new URL(hostLink("https://school.example", "A_key-of-this-class"));
    expect(link.search).toBe("");
    expect(keyInHash(link.hash)).toBe("A_key-of-this-class");
  });

  it("is not made of anything else", () => {
    for (const hash of ["", "#", "#short", "#has space in it", "#<script>alert(1)"]) expect(keyInHash(hash)).toBeNull();
  });
});

describe("a class's name", () => {
  it("is proposed with day and time, to the quarter of an hour", () => {
    expect(proposedName("World Politics", new Date(2026, 5, 30, 9, 56))).toBe("World Politics, Tue 10:00");
    expect(proposedName("World Politics", new Date(2026, 5, 30, 23, 58))).toBe("World Politics, Wed 00:00");
  });
});

describe("classes kept in this browser", () => {
  it("are listed latest first, each once, and can be forgotten", () => {
    const shelf = createShelf(null);
    keepClass(shelf, { code: "AAAAAA", name: "A", key: "k1", at: 1 });
    keepClass(shelf, { code: "BBBBBB", name: "B", key: "k2", at: 2 });
    keepClass(shelf, { code: "AAAAAA", name: "A again", key: "k3", at: 3 });
    expect(keptClasses(shelf).map(({ name }) => name)).toEqual(["A again", "B"]);
    forgetClass(shelf, "AAAAAA");
    expect(keptClasses(shelf).map(({ code }) => code)).toEqual(["BBBBBB"]);
  });

  it("survive whatever else is found there", () => {
    const shelf = createShelf(null);
    shelf.write("hosted", [null, 3, { code: "X" }, { code: "AAAAAA", name: "A", key: "k", at: 1 }]);
    expect(keptClasses(shelf)).toHaveLength(1);
    shelf.write("hosted", "nonsense");
    expect(keptClasses(shelf)).toEqual([]);
  });
});

describe("concept questions", () => {
  it("lose empty answers, and the right one is followed to its new place", () => {
    const question = { ...blankQuestion, text: " Why? ", options: ["", "a", " ", "b"], right: 3 };
    expect(trimmed(question)).toEqual({ text: "Why?", options: ["a", "b"], right: 1, about: "other" });
  });

  it("are complete with a text and two answers", () => {
    expect(firstIncomplete(CONCEPT_QUESTIONS)).toBeNull();
    expect(firstIncomplete([...CONCEPT_QUESTIONS, blankQuestion])).toBe(6);
    expect(firstIncomplete([{ ...blankQuestion, text: "Why?", options: ["a", ""] }])).toBe(0);
  });
});

describe("crises to inject", () => {
  it("come with those that history has next, then those gone by", () => {
    const turns = nextCrises(EUROPE.crises ?? [], 3, 99).map(({ turn }) => turn ?? 0);
    const next = turns.filter((turn) => turn >= 3);
    expect(turns.slice(0, next.length)).toEqual(next.toSorted((a, b) => a - b));
    expect(turns).toHaveLength(EUROPE.crises?.length ?? 0);
  });
});

describe("a small map", () => {
  const country = (x: number, y: number) => ({ id: must(EUROPE.countries[0]).id, label: [x, y] as const, room: 1 });
  it("shows where the countries lie, with a margin, and never more than there is", () => {
    const frame = [0, 0, 1000, 800] as const;
    expect(focusFrame({ frame, countries: [country(300, 300), country(600, 500)] })).toEqual([230, 244, 670, 556]);
    expect(focusFrame({ frame, countries: [country(10, 10), country(990, 790)] })).toEqual(frame);
    expect(focusFrame({ frame, countries: [] })).toEqual(frame);
  });
});

describe("a poll", () => {
  const form = { question: "own", text: "Why?", options: "a\nb", table: 1, tallyShown: false } as const;
  it("in one's own words needs a question and two to eight answers", () => {
    expect(pollFaults(form)).toBeNull();
    expect(pollFaults({ ...form, text: " " })).toBe("needsQuestion");
    expect(pollFaults({ ...form, options: "a" })).toBe("needsOptions");
    expect(pollFaults({ ...form, options: "a\nb\nc\nd\ne\nf\ng\nh\ni" })).toBe("needsOptions");
    expect(pollFaults({ ...form, question: "fear", text: "", options: "" })).toBeNull();
  });
});
