import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryId, personId, provinceId, treatyId } from "#shared/model/ids.ts";
import type { CommandBody } from "#shared/model/match.ts";
import { checkCommand } from "#shared/record/checkCommand.ts";
import {
  advance,
  advanceTo,
  after,
  answer,
  attempt,
  open,
  pact,
  person,
  refusalOf,
  say,
  seatAll,
  sheet,
  started,
  submit,
  type Table,
} from "./table.ts";
import { wander, wishes } from "./wander.ts";

const seat = (country: string, occupant: Extract<CommandBody, { kind: "seat" }>["occupant"]): CommandBody => ({
  kind: "seat",
  country: countryId(country),
  occupant,
});
const ann = { kind: "person", person: personId("p-ann"), name: "Ann" } as const;
const textOf = (table: Table, body: CommandBody): string => {
  const next = attempt(table, body);
  return "code" in next ? next.text : "accepted";
};

describe("seats", () => {
  it("one person, one seat; nobody is pushed off a seat", () => {
    const table = after(open(), seat("aldany", ann));
    expect(refusalOf(table, seat("borun", ann))).toBe("seat.two");
    expect(refusalOf(table, seat("aldany", { ...ann, person: personId("p-ben"), name: "Ben" }))).toBe("seat.taken");
    expect(refusalOf(table, seat("aldany", { kind: "empty" }))).toBe(null);
    expect(refusalOf(table, seat("atlantis", ann))).toBe("country.unknown");
  });

  it("whoever has handed a seat over cannot lead another with what they know of the first", () => {
    const kept = after(
      started(),
      seat("aldany", { kind: "computer", personality: "theorist", keeps: personId("p0") }),
      seat("borun", { kind: "computer", personality: "theorist" }),
    );
    expect(refusalOf(kept, seat("borun", { kind: "person", person: personId("p0"), name: "Ann" }))).toBe("seat.kept");
    expect(refusalOf(kept, seat("borun", { kind: "person", person: personId("p9"), name: "Zoe" }))).toBe(null);
  });

  it("a computer player keeps a seat for the one who led it", () => {
    const keep = (person: string): CommandBody =>
      seat("aldany", { kind: "computer", personality: "lion", keeps: personId(person) });
    expect(refusalOf(started(), keep("p1"))).toBe("seat.keeps");
    expect(refusalOf(after(started(), keep("p0")), keep("p0"))).toBe(null);
    expect(refusalOf(open(), keep("p0"))).toBe("seat.keeps");
  });

  it("a seat kept warm goes back to its person and to nobody else", () => {
    const table = after(
      started(),
      seat("aldany", { kind: "computer", personality: "theorist", keeps: personId("p0") }),
    );
    expect(refusalOf(table, seat("aldany", ann))).toBe("seat.taken");
    expect(refusalOf(table, person(countryId("aldany"), 0))).toBe(null);
  });

  it("who takes over from the computer decides anew; who comes back to an own sheet finds it", () => {
    const computers = after(started(), seat("aldany", { kind: "computer", personality: "hider" }));
    const handedIn = after(computers, { ...submit("aldany"), source: "computer" } as CommandBody);
    expect(handedIn.state.submitted[0]?.source).toBe("computer");
    expect(after(handedIn, seat("aldany", ann)).state.submitted[0]).toBe(null);
    const own = after(
      started(),
      submit("aldany"),
      seat("aldany", { kind: "computer", personality: "hider", keeps: personId("p0") }),
    );
    expect(after(own, person(countryId("aldany"), 0)).state.submitted[0]?.source).toBe("person");
  });

  it("none is left empty once the match has begun", () => {
    expect(refusalOf(started(), seat("aldany", { kind: "empty" }))).toBe("seat.running");
  });

  it("a name is cleaned, and refused when nothing is left of it or it does not fit", () => {
    expect(refusalOf(open(), seat("aldany", { ...ann, name: "\u202E\u200B " }))).toBe("seat.noName");
    expect(refusalOf(open(), seat("aldany", { ...ann, name: "A".repeat(25) }))).toBe("seat.longName");
    expect(after(open(), seat("aldany", { ...ann, name: " An\u202En " })).state.occupants[0]).toEqual(ann);
  });
});

describe("phases", () => {
  it("come in their order and no other", () => {
    const lobby = seatAll(open());
    const enter = (
      phase: Extract<CommandBody, { kind: "phase" }>["phase"],
      turn: number,
      cause: "start" | "ready" = "ready",
    ): CommandBody => ({ kind: "phase", phase, turn, deadline: null, cause });
    expect(refusalOf(lobby, enter("dispatches", 1))).toBe("phase.cause");
    expect(refusalOf(lobby, enter("orders", 1, "start"))).toBe("phase.order");
    const dispatches = after(lobby, enter("dispatches", 1, "start"));
    expect(refusalOf(dispatches, enter("dispatches", 2))).toBe("phase.order");
    expect(refusalOf(dispatches, enter("reveal", 1))).toBe("phase.order");
    expect(refusalOf(dispatches, enter("diplomacy", 1))).toBe(null);
  });

  it("end with the last turn, after which nothing is accepted", () => {
    const over = advanceTo(started(), "ended");
    expect(over.state.turn).toBe(over.state.endTurn);
    expect(refusalOf(over, say("aldany", "One more thing"))).toBe("match.over");
    expect(
      refusalOf(over, { kind: "phase", phase: "ended", turn: over.state.turn, deadline: null, cause: "ready" }),
    ).toBe("match.over");
  });

  it("a hash belongs to a turn that was played", () => {
    expect(refusalOf(started(), { kind: "hash", turn: 1, hash: "0123456789abcdef" })).toBe("hash.turn");
  });
});

describe("messages", () => {
  it("go to everyone in the lobby, and to anyone in every phase of a running match", () => {
    const lobby = seatAll(open());
    expect(refusalOf(lobby, say("aldany", "Hello"))).toBe(null);
    expect(refusalOf(lobby, say("aldany", "Psst", ["borun"]))).toBe("message.lobby");
    let table = advance(lobby);
    for (const phase of ["dispatches", "diplomacy", "orders", "reveal"]) {
      expect(table.state.phase).toBe(phase);
      expect(refusalOf(table, say("aldany", "Psst", ["borun"]))).toBe(null);
      table = advance(table);
    }
  });

  it("are cleaned of what cannot be seen, and empty ones refused", () => {
    const { state } = after(started(), say("aldany", " a\u0000b\u202Ec\u200B\r\n\ud800d\te "));
    expect(state.messages[0]?.text).toBe("abc\nd\te");
    expect(refusalOf(started(), say("aldany", " \u200B\n "))).toBe("message.empty");
  });

  it("have at most 2000 characters, however many units they take; the refusal gives the count", () => {
    expect(refusalOf(started(), say("aldany", "𝔄".repeat(2000)))).toBe(null);
    expect(textOf(started(), say("aldany", "x".repeat(2003)))).toBe(
      "The message has 2003 characters; at most 2000 can be sent. Shorten it by 3.",
    );
  });

  it("are addressed to others, each once, in order", () => {
    const { state } = after(started(), say("aldany", "Hello", ["dell", "aldany", "cask", "dell"]));
    expect(state.messages[0]?.to).toEqual({ kind: "some", countries: ["cask", "dell"] });
    expect(refusalOf(started(), say("aldany", "Me", ["aldany"]))).toBe("message.nobody");
    expect(refusalOf(started(), say("aldany", "You", ["atlantis"]))).toBe("country.unknown");
  });
});

describe("what may be said is a rule of the match", () => {
  const rules = { dispatches: "all", diplomacy: "public", orders: "none", reveal: "public" } as const;
  const at = (phase: "dispatches" | "diplomacy" | "orders" | "reveal"): Table =>
    advanceTo(advance(seatAll(open({ messages: rules }))), phase);

  it.each([
    ["dispatches", null, null],
    ["diplomacy", null, "message.modePublic"],
    ["orders", "message.modeNone", "message.modeNone"],
    ["reveal", null, "message.modePublic"],
  ] as const)("in %s: to all %s, in private %s", (phase, toAll, inPrivate) => {
    expect(refusalOf(at(phase), say("aldany", "Hear me"))).toBe(toAll);
    expect(refusalOf(at(phase), say("aldany", "Psst", ["borun"]))).toBe(inPrivate);
  });

  it("and the refusal says whose rule it is", () => {
    expect(textOf(at("orders"), say("aldany", "Hear me"))).toMatch(/^No messages in this phase/);
  });
});

describe("ratings of intentions", () => {
  const rate = (by: string, ...levels: readonly (readonly [string, number])[]): CommandBody => ({
    kind: "rate",
    by: countryId(by),
    ratings: levels.map(([country, level]) => ({ country: countryId(country), level })),
  });
  const rated = (): Table => advance(seatAll(open({ intentions: "both" })));

  it("belong to matches that rate, and to a match that has begun", () => {
    expect(refusalOf(started(), rate("aldany", ["borun", 3]))).toBe("rate.off");
    expect(refusalOf(seatAll(open({ intentions: "rated" })), rate("aldany", ["borun", 3]))).toBe("rate.lobby");
    expect(refusalOf(rated(), rate("aldany", ["borun", 3]))).toBe(null);
  });

  it("are of others, on a scale from 0 to 4", () => {
    expect(refusalOf(rated(), rate("aldany", ["aldany", 3]))).toBe("rate.self");
    expect(refusalOf(rated(), rate("aldany", ["atlantis", 3]))).toBe("country.unknown");
    expect(refusalOf(rated(), rate("aldany", ["borun", 5]))).toBe("command.shape");
  });

  it("stand until they are changed, and are kept with every turn they stood in", () => {
    const once = advanceTo(after(rated(), rate("aldany", ["cask", 1], ["borun", 3])), "reveal");
    const twice = advanceTo(after(advance(once), rate("aldany", ["borun", 4])), "reveal");
    expect(twice.state.played.map(({ ratings }) => ratings)).toEqual([
      [[null, 3, 1, null], null, null, null],
      [[null, 4, null, null], null, null, null],
    ]);
  });
});

describe("treaties", () => {
  it("are signed by their parties until the reveal, and then come into force", () => {
    const offered = after(started(), pact("borun", ["cask", "borun"]));
    const [proposal] = offered.state.proposals;
    expect(proposal).toMatchObject({ parties: ["borun", "cask"], by: "borun", signed: ["borun"] });
    const id = proposal?.id ?? "";
    expect(refusalOf(offered, answer("sign", "aldany", id))).toBe("proposal.unknown");
    const signed = after(offered, answer("sign", "cask", id));
    expect(refusalOf(signed, answer("retract", "borun", id))).toBe("proposal.concluded");
    const revealed = advanceTo(signed, "reveal");
    expect(refusalOf(revealed, pact("cask", ["cask", "dell"]))).toBe("treaty.phase");
    expect(revealed.state.world.treaties).toContainEqual(expect.objectContaining({ id, parties: ["borun", "cask"] }));
    expect(revealed.state.proposals).toEqual([]);
  });

  it("lapse with the turn when a party has not signed", () => {
    const revealed = advanceTo(after(started(), pact("borun", ["borun", "cask"])), "reveal");
    expect(revealed.state.world.treaties).toEqual([]);
    expect(advance(revealed).state.proposals).toEqual([]);
  });

  it("are taken back by their proposer and declined by the others", () => {
    const offered = after(started(), pact("borun", ["borun", "cask"]));
    const id = offered.state.proposals[0]?.id ?? "";
    expect(refusalOf(offered, answer("retract", "cask", id))).toBe("retract.notYours");
    expect(refusalOf(offered, answer("decline", "borun", id))).toBe("decline.own");
    expect(after(offered, answer("retract", "borun", id)).state.proposals).toEqual([]);
    const declined = after(offered, answer("decline", "cask", id));
    expect(declined.state.proposals[0]).toMatchObject({ declined: ["cask"] });
    expect(refusalOf(declined, answer("sign", "cask", id))).toBe("sign.declined");
  });

  it("a retracted number is never used again", () => {
    const offered = after(started(), pact("borun", ["borun", "cask"]));
    const first = offered.state.proposals[0]?.id;
    const again = after(offered, answer("retract", "borun", first ?? ""), pact("borun", ["borun", "cask"]));
    expect(again.state.proposals[0]?.id).not.toBe(first);
  });
});

describe("orders", () => {
  it("are taken until the reveal, replaced, and taken back", () => {
    const first = after(started(), submit("aldany"));
    const second = after(first, submit("aldany", { note: "for the\nrecord" }));
    expect(second.state.submitted[0]?.sheet.note).toBe("for the record");
    expect(after(second, { kind: "withdraw", by: countryId("aldany") }).state.submitted[0]).toBe(null);
    expect(refusalOf(started(), { kind: "withdraw", by: countryId("aldany") })).toBe("withdraw.nothing");
    expect(refusalOf(advanceTo(second, "reveal"), submit("aldany"))).toBe("orders.revealed");
    expect(refusalOf(seatAll(open()), submit("aldany"))).toBe("orders.lobby");
  });

  it("come from whoever plays the seat; the default stands in for anyone", () => {
    const bodies = {
      person: submit("aldany"),
      computer: { ...submit("aldany"), source: "computer" } as CommandBody,
      default: { ...submit("aldany"), source: "default" } as CommandBody,
    };
    const people = started();
    const computer = after(people, seat("aldany", { kind: "computer", personality: "hider" }));
    expect([
      refusalOf(people, bodies.person),
      refusalOf(people, bodies.computer),
      refusalOf(people, bodies.default),
    ]).toEqual([null, "orders.source", null]);
    expect([
      refusalOf(computer, bodies.person),
      refusalOf(computer, bodies.computer),
      refusalOf(computer, bodies.default),
    ]).toEqual(["orders.source", null, null]);
  });

  it("that the rules refuse are refused with the rules' own words", () => {
    expect(
      refusalOf(started(), submit("aldany", { spending: { offence: 400, defence: 0, industry: 0, aid: [] } })),
    ).toBe("spending.tooMuch");
    expect(
      refusalOf(
        started(),
        submit("aldany", { moves: [{ kind: "attack", province: provinceId("nowhere"), liberate: false }] }),
      ),
    ).toBe("province.unknown");
    expect(refusalOf(started(), submit("aldany", { refuse: [treatyId("t9")] }))).toBe("refuse.unknown");
    expect(refusalOf(started(), submit("aldany", { note: "x".repeat(281) }))).toBe("orders.longNote");
  });
});

describe("forecasts", () => {
  const forecast = (by: string, fears: string): CommandBody => ({
    kind: "forecast",
    by: countryId(by),
    forecast: { fears: countryId(fears), balancers: [] },
  });
  it("are made before the reveal, about others, where the module is played", () => {
    expect(refusalOf(started(), forecast("aldany", "borun"))).toBe(null);
    expect(refusalOf(started(), forecast("aldany", "aldany"))).toBe("forecast.self");
    expect(refusalOf(advanceTo(started(), "reveal"), forecast("aldany", "borun"))).toBe("forecast.phase");
    expect(refusalOf(started({ modules: [] }), forecast("aldany", "borun"))).toBe("forecast.level");
  });
});

describe("the gate", () => {
  const junk = fc.oneof(
    fc.anything(),
    fc.record(
      {
        kind: fc.constantFrom(
          "seat",
          "phase",
          "forecast",
          "message",
          "propose",
          "sign",
          "submit",
          "withdraw",
          "hash",
          "?",
        ),
        by: fc.oneof(fc.constantFrom("aldany", "borun"), fc.anything()),
      },
      { requiredKeys: ["kind"] },
    ),
    fc.record({
      kind: fc.constant("submit"),
      by: fc.constant("aldany"),
      source: fc.constant("person"),
      sheet: fc.record({ ...anySheet(), note: fc.string() }),
    }),
  );

  it("never throws, and never changes what it is shown", () => {
    fc.assert(
      fc.property(wishes(20), junk, (list, body) => {
        const { state } = wander(seatAll(open()), list);
        const before = JSON.stringify({ ...state, board: null });
        // Deliberately not a command: what a hostile or broken caller might pass.
        const checked = checkCommand(state, body as CommandBody);
        expect(typeof checked.ok).toBe("boolean");
        expect(JSON.stringify({ ...state, board: null })).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  it("refuses a member it does not know", () => {
    // What a hostile caller sends has no type.
    const bribed: unknown = { ...submit("aldany"), bribe: 5 };
    const cheated: unknown = { ...submit("aldany"), sheet: { ...sheet(), cheat: true } };
    for (const body of [bribed, cheated]) expect(refusalOf(started(), body as CommandBody)).toBe("command.shape");
  });
});

function anySheet(): Record<string, fc.Arbitrary<unknown>> {
  return {
    alignment: fc.oneof(
      fc.constant({ kind: "hide" }),
      fc.record({ kind: fc.constant("balance"), against: fc.string() }),
      fc.anything(),
    ),
    reason: fc.constantFrom(null, "power", "whim"),
    spending: fc.record({ offence: fc.double(), defence: fc.integer(), industry: fc.nat(9), aid: fc.constant([]) }),
    moves: fc.array(
      fc.oneof(
        fc.constant({ kind: "mobilise" }),
        fc.record({ kind: fc.constant("attack"), province: fc.string(), liberate: fc.boolean() }),
      ),
      { maxLength: 5 },
    ),
    refuse: fc.array(fc.string(), { maxLength: 3 }),
  };
}
