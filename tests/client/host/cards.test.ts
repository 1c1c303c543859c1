import { describe, expect, it } from "vitest";
import { badgeOf, countIn, paceOf, seatMarks, sortedCards, stepBackTo } from "#client/host/model/cards.ts";
import type { SeatCard, TableCard } from "#shared/model/classView.ts";
import { countryId, matchId, personId } from "#shared/model/ids.ts";

const seat = (country: string, part: Partial<SeatCard> = {}): SeatCard => ({
  country: countryId(country),
  name: country,
  members: [personId(`p-${country}`)],
  state: "submitted",
  ready: false,
  kept: false,
  awaySince: null,
  idleSince: null,
  ...part,
});
const card = (number: number, part: Partial<TableCard> = {}): TableCard => ({
  number,
  match: matchId(`m${number}`),
  treatment: null,
  phase: "orders",
  turn: 4,
  deadline: 90_000 + number,
  pause: null,
  seats: [seat("france"), seat("russia", { state: "draft" }), seat("serbia", { state: "computer", members: [] })],
  observers: [],
  hottest: null,
  headline: null,
  wars: 0,
  need: 0,
  ...part,
});
const NAMES = new Map([[personId("p-france"), "Ana"]]);
const HERE = { phase: "orders", turn: 4, tables: 1, of: 1, deadline: null, paused: false, now: 72_000 } as const;

describe("cards of tables", () => {
  it("stand by number, or with those first that need the instructor most", () => {
    const cards = [card(2), card(1), card(3, { need: 130 })];
    expect(sortedCards(cards, "number").map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(sortedCards(cards, "need").map(({ number }) => number)).toEqual([3, 1, 2]);
  });

  it("mark each seat by a form of its own, computer players last, and count people alone", () => {
    const seats = [
      seat("austria", { state: "computer", members: [] }),
      seat("britain", { state: "away", awaySince: 1 }),
      seat("france"),
      seat("russia", { state: "none" }),
    ];
    const marks = seatMarks(card(1, { seats }), NAMES);
    expect(marks.map(({ country, square }) => `${country} ${square}`)).toEqual([
      "britain away",
      "france done",
      "russia thinking",
      "austria computer",
    ]);
    expect(countIn(marks)).toEqual({ done: 1, of: 3 });
  });

  it("say in a phase without orders who has pressed on and who has not", () => {
    const seats = [seat("france", { state: "none", ready: true }), seat("russia", { state: "none" })];
    const marks = seatMarks(card(1, { phase: "diplomacy", seats }), NAMES);
    expect(marks.map(({ square }) => square)).toEqual(["done", "thinking"]);
    expect(marks[0]?.who).toEqual(["Ana"]);
  });

  it("say in their corner what matters most: frozen before away, away before being elsewhere", () => {
    const away = [seat("britain", { state: "away", awaySince: 1 }), seat("france")];
    const badge = (part: Partial<TableCard>) => {
      const each = card(1, part);
      return badgeOf(each, seatMarks(each, NAMES), HERE);
    };
    expect(badge({ seats: away, pause: { frozen: true, text: "Look up" } })).toEqual({ kind: "frozen" });
    expect(badge({ seats: away, turn: 3 })).toEqual({ kind: "away", count: 1 });
    expect(badge({ turn: 3, phase: "reveal" })).toEqual({ kind: "elsewhere", turn: 3, phase: "reveal", clock: "0:19" });
    expect(badge({})).toEqual({ kind: "in", done: 1, of: 2 });
    expect(badge({ phase: "ended" })).toEqual({ kind: "ended" });
  });

  it("tell where most tables are, and when the first of those goes on", () => {
    const pace = paceOf([card(1), card(2), card(3, { turn: 3, phase: "reveal", deadline: 1 })]);
    expect(pace).toMatchObject({ phase: "orders", turn: 4, tables: 2, of: 3, deadline: 90_001, paused: false });
  });

  it("follow the slower ones when as many are here as there", () => {
    expect(paceOf([card(1), card(2, { turn: 3 })]).turn).toBe(3);
  });

  it("are paused together only when each that plays is", () => {
    const pause = { frozen: false, text: "" };
    expect(paceOf([card(1, { pause }), card(2)]).paused).toBe(false);
    expect(paceOf([card(1, { pause }), card(2, { phase: "ended" })]).paused).toBe(true);
    expect(paceOf([]).paused).toBe(false);
  });

  it("say to which turn a step back leads, where all go to the same", () => {
    expect(stepBackTo([card(1), card(2)])).toBe(4);
    expect(stepBackTo([card(1, { phase: "dispatches" })])).toBe(3);
    expect(stepBackTo([card(1, { phase: "dispatches", turn: 1 })])).toBe(1);
    expect(stepBackTo([card(1), card(2, { phase: "dispatches" })])).toBeNull();
    expect(stepBackTo([card(1, { turn: 3 }), card(2, { phase: "dispatches" })])).toBe(3);
  });
});
