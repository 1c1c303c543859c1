import { describe, expect, it } from "vitest";
import { countryId } from "#shared/model/ids.ts";
import { LENSES } from "#shared/model/lens.ts";
import type { LensPrediction, Play } from "#shared/model/lens.ts";
import type { SheetSource } from "#shared/model/order.ts";
import type { LensRow, SeatTurn } from "#shared/model/view.ts";
import { lensTable } from "#shared/debrief/lensTable.ts";
import { wilson } from "#shared/debrief/wilson.ts";

const against = (country: string): Play => ({ kind: "balance", against: countryId(country) });
const hide: Play = { kind: "hide" };

/** A lens that gives .7 to one play and .3 to another. */
const favours = (lens: LensPrediction["lens"], first: Play, second: Play): LensPrediction => ({
  lens,
  source: null,
  options: [
    { play: first, probability: 0.7, utility: 1 },
    { play: second, probability: 0.3, utility: 0 },
  ],
});

/** A choice before which every lens named `likely` first, and hiding second – or the other way round. */
const choice = (played: Play, likely: Play, source: SheetSource = "person"): SeatTurn => ({
  source,
  coded: { play: played, because: "alignment", internalBalancing: false },
  lenses: LENSES.map((lens) => favours(lens, likely, likely.kind === "hide" ? against("borun") : hide)),
  why: "",
});

const row = (turns: readonly (readonly SeatTurn[])[], who: LensRow["who"]): LensRow => {
  const found = lensTable(turns).find((one) => one.lens === "threat" && one.who === who);
  if (!found) throw new Error("no row");
  return found;
};

describe("the table of lenses", () => {
  const turns = [
    [
      choice(against("borun"), against("borun")),
      choice(against("borun"), against("cask")),
      choice(hide, hide, "computer"),
    ],
    [
      choice(hide, against("borun")),
      choice(against("borun"), against("borun"), "default"),
      choice(hide, hide, "computer"),
    ],
  ];

  it("has a row per lens and reading: people first, then everyone", () => {
    expect(lensTable(turns).map(({ lens, who }) => `${who} ${lens}`)).toEqual([
      ...LENSES.map((lens) => `people ${lens}`),
      ...LENSES.map((lens) => `everyone ${lens}`),
    ]);
  });

  it("counts nothing for a lens that cannot tell its first two plays apart", () => {
    const torn = choice(against("borun"), against("borun"));
    const lenses = torn.lenses.map((one) => ({
      ...one,
      options: one.options.map((option) => ({ ...option, probability: 0.5 })),
    }));
    expect(row([[{ ...torn, lenses }, choice(hide, hide)]], "people")).toMatchObject({ hits: 1, n: 1 });
  });

  it("counts a hit only when the target is right too, and only what people chose", () => {
    expect(row(turns, "people")).toMatchObject({ hits: 1, n: 3, rate: 1 / 3 });
  });

  it("counts computer players among everyone, and default sheets nowhere", () => {
    expect(row(turns, "everyone")).toMatchObject({ hits: 3, n: 5, rate: 3 / 5 });
  });

  it("sets beside it what always naming the commonest play would have got", () => {
    // People: balance against Borun twice of three. Everyone: hide three times of five.
    expect(row(turns, "people").baseRate).toBeCloseTo(2 / 3, 12);
    expect(row(turns, "everyone").baseRate).toBeCloseTo(3 / 5, 12);
  });

  it("scores the chance given to what was played, and not less than .001 for the unthinkable", () => {
    // .7 for the hit; Borun not listed beside Cask and hide: .001; hide listed second: .3.
    expect(row(turns, "people").meanLogScore).toBeCloseTo((Math.log(0.7) + Math.log(0.001) + Math.log(0.3)) / 3, 12);
  });

  it("is empty, not wrong, when nobody chose", () => {
    const computersOnly = [[choice(hide, hide, "computer"), choice(hide, hide, "default")]];
    expect(row(computersOnly, "people")).toMatchObject({
      hits: 0,
      n: 0,
      rate: null,
      interval: null,
      meanLogScore: null,
      baseRate: null,
    });
  });
});

describe("the interval of a share (Wilson 1927)", () => {
  // Brown, Cai & DasGupta 2001 and any table of score intervals: 0 of 10 → [0, .2775]; 5 of 10 → [.2366, .7634].
  it.each([
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
    [15, 20, 0.5313, 0.8881],
  ])("%i of %i", (hits, n, low, high) => {
    const [from, to] = wilson(hits, n);
    expect(from).toBeCloseTo(low, 4);
    expect(to).toBeCloseTo(high, 4);
  });
});
