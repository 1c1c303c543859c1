import { describe, expect, it } from "vitest";
import { headlineOf } from "#shared/projection/classroom/headline.ts";
import type { EventBody, GameEvent } from "#shared/model/event.ts";
import { countryId, treatyId } from "#shared/model/ids.ts";
import type { Alignment } from "#shared/model/order.ts";
import { started } from "#tests/shared/record/table.ts";

const { world } = started().state;
const event = (body: EventBody, seenBy?: readonly number[]): GameEvent => ({
  rule: "1.1",
  step: "attacks",
  ...(seenBy === undefined ? {} : { seenBy }),
  ...body,
});
const against = (id: string): Alignment => ({ kind: "balance", against: countryId(id) });
const aligned = (country: number, alignment: Alignment): EventBody => ({
  kind: "aligned",
  country,
  alignment,
  counts: alignment,
});
const treaty = { id: treatyId("t1"), kind: "defence", parties: ["cask", "dell"].map(countryId) } as unknown as Extract<
  EventBody,
  { kind: "treatySigned" }
>["treaty"]; // its parties are all that matters here

const taken = (how: "conquest" | "cession"): EventBody => ({
  kind: "provinceTaken",
  province: 0,
  from: 0,
  to: 1,
  how,
  by: 1,
});
const battle: EventBody = {
  kind: "battle",
  attackers: [1],
  defender: 0,
  province: 0,
  attack: 1,
  defence: 1,
  forces: [],
  outcome: "stalemate",
  deserters: [],
  provoked: false,
};
const mobilised: EventBody = { kind: "mobilised", country: 1, from: 1, to: 2 };
const signed: EventBody = { kind: "treatySigned", treaty };
const ultimatum: EventBody = {
  kind: "ultimatumIssued",
  by: 1,
  target: 0,
  demand: { kind: "align", alignment: { kind: "bandwagon", with: countryId("borun") } },
};

const headline = (...bodies: readonly EventBody[]): EventBody["kind"] | null =>
  headlineOf({ events: bodies.map((body) => event(body)), before: world })?.kind ?? null;

describe("the headline of a turn", () => {
  it("conquest before attack, attack before a change of side, that before ultimatum, treaty, mobilisation", () => {
    const order: readonly EventBody[] = [
      taken("conquest"),
      battle,
      aligned(2, against("borun")),
      ultimatum,
      signed,
      mobilised,
    ];
    for (let k = 0; k < order.length; k += 1) expect(headline(...order.slice(k).toReversed())).toBe(order[k]?.kind);
  });

  it("of several who turned against one country, one of the largest coalition", () => {
    const found = headlineOf({
      events: [aligned(0, against("dell")), aligned(2, against("borun")), aligned(3, against("borun"))].map((body) =>
        event(body),
      ),
      before: world,
    });
    expect(found).toMatchObject({ kind: "aligned", country: 2 });
  });

  it("nobody who stands where they stood, and nobody who hides", () => {
    const before = { ...world, alignments: world.alignments.with(2, against("borun")) };
    const events = [aligned(2, against("borun")), aligned(3, { kind: "hide" })].map((body) => event(body));
    expect(headlineOf({ events, before })).toBeNull();
    expect(headlineOf({ events: [event(aligned(2, against("dell")))], before })?.kind).toBe("aligned");
  });

  it("nothing that not everyone may know", () => {
    expect(headlineOf({ events: [event(battle, [1]), event(mobilised)], before: world })?.kind).toBe("mobilised");
    expect(headlineOf({ events: [event(signed, [2, 3])], before: world })).toBeNull();
  });

  it("nothing before the first turn, and of a quiet one", () => {
    expect(headlineOf(undefined)).toBeNull();
    expect(
      headline({ kind: "armed", country: 0, income: 1, offence: 1, defence: 0, industry: 0, saved: 0 }),
    ).toBeNull();
  });

  it("land given up is told by what led to it", () => {
    expect(headline(taken("cession"), ultimatum)).toBe("ultimatumIssued");
  });
});
