import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryId, treatyId } from "#shared/model/ids.ts";
import type { Demand, OrderSheet } from "#shared/model/order.ts";
import { TREATY_KINDS } from "#shared/model/treaty.ts";
import type { Treaty } from "#shared/model/treaty.ts";
import type { Board, World } from "#shared/model/world.ts";
import { publicWorld } from "#shared/projection/publicWorld.ts";
import { betrayals, checkOrder, defaultOrder, lapsing, legalOptions, resolveTurn } from "#shared/rules/index.ts";
import { held, match, playMatch } from "#tests/helpers/arbitraryMatch.ts";
import { sheetOf } from "#tests/helpers/smallWorld.ts";

describe("what legalOptions says is what checkOrder does", () => {
  it("for every target, province and move, at any stage of a match", () => {
    fc.assert(
      fc.property(match, fc.integer({ min: 0, max: 3 }), (one, me) => {
        playMatch(one, ({ board, after }) => expectAgreement(board, after, me));
      }),
      held(60),
    );
  });
});

function expectAgreement(board: Board, world: World, me: number): void {
  const options = legalOptions(board, world, me);
  const codeOf = (plan: Partial<OrderSheet>): string | null => {
    const checked = checkOrder(board, world, me, { ...sheetOf(), ...plan });
    return checked.ok ? null : checked.error.code;
  };
  const rich = options.income.available >= Math.max(1, options.income.tribute, options.income.balanceCost);
  for (const [i, id] of board.ids.entries()) {
    if (rich) {
      expect(codeOf({ alignment: { kind: "balance", against: id } })).toBe(options.balance[i]?.code ?? null);
      expect(codeOf({ alignment: { kind: "bandwagon", with: id } })).toBe(options.bandwagon[i]?.code ?? null);
      expect(codeOf({ spending: { offence: 0, defence: 0, industry: 0, aid: [{ to: id, points: 1 }] } })).toBe(
        options.aid[i]?.code ?? null,
      );
    }
    expect(codeOf({ moves: [{ kind: "threaten", target: id }] })).toBe(options.threaten[i]?.code ?? null);
    expectDiplomacy({ board, world, me, options, codeOf }, i);
    expect(codeOf({ moves: [{ kind: "reassure", target: id }] })).toBe(options.reassure[i]?.code ?? null);
  }
  for (const [p, { id }] of board.provinces.entries()) {
    expect(codeOf({ moves: [{ kind: "attack", province: id, liberate: false }] })).toBe(
      options.attack[p]?.keep?.code ?? null,
    );
    expect(codeOf({ moves: [{ kind: "attack", province: id, liberate: true }] })).toBe(
      options.attack[p]?.liberate?.code ?? null,
    );
    expect(codeOf({ moves: [{ kind: "withdraw", province: id }] })).toBe(options.withdraw[p]?.code ?? null);
  }
  expect(codeOf({ moves: [{ kind: "mobilise" }] })).toBe(options.mobilise?.code ?? null);
  expect(codeOf({ moves: [{ kind: "demobilise" }] })).toBe(options.demobilise?.code ?? null);
  const { answer, most } = options.cutOffence;
  expect(codeOf({ moves: [{ kind: "cutOffence", points: 1 }] })).toBe(answer?.code ?? null);
  if (answer === null) {
    expect(codeOf({ moves: [{ kind: "cutOffence", points: most }] })).toBeNull();
    expect(codeOf({ moves: [{ kind: "cutOffence", points: most + 1 }] })).toBe("cut.tooMuch");
  }
  for (const { id } of world.treaties) expect(codeOf({ refuse: [id] }) === null).toBe(options.refuse.includes(id));
}

interface Agreeing {
  readonly board: Board;
  readonly world: World;
  readonly me: number;
  readonly options: ReturnType<typeof legalOptions>;
  readonly codeOf: (plan: Partial<OrderSheet>) => string | null;
}

/** Ultimata to, concessions and appeals to one country, and help for it. */
function expectDiplomacy({ board, world, me, options, codeOf }: Agreeing, i: number): void {
  const id = board.ids[i] ?? countryId("?");
  const mine = board.ids[me] ?? countryId("?");
  const demands = options.demands(i);
  const demanded = (of: Demand): string | null => codeOf({ moves: [{ kind: "ultimatum", target: id, demand: of }] });
  for (const [p, { id: at }] of board.provinces.entries()) {
    expect(demanded({ kind: "cede", province: at })).toBe(demands.cede[p]?.code ?? null);
    const given = codeOf({ moves: [{ kind: "concede", to: id, province: at }] });
    expect(given).toBe(options.concedeTo(p)[i]?.code ?? null);
    if (options.concede[p]) expect(given).toBe(options.concede[p].code);
  }
  for (const { id: treaty } of world.treaties)
    expect(demanded({ kind: "leaveTreaty", treaty }) === null).toBe(demands.leaveTreaty.includes(treaty));
  for (const [k, against] of board.ids.entries()) {
    expect(demanded({ kind: "align", alignment: { kind: "balance", against } })).toBe(demands.balance[k]?.code ?? null);
    expect(codeOf({ moves: [{ kind: "appeal", to: id, against }] })).toBe(options.appealAgainst(i)[k]?.code ?? null);
  }
  expect(demanded({ kind: "align", alignment: { kind: "bandwagon", with: mine } })).toBe(
    demands.bandwagon?.code ?? null,
  );
  expect(codeOf({ focus: { kind: "help", country: id } })).toBe(options.focus.help[i]?.code ?? null);
}

describe("what a seat may do follows from what it may see", () => {
  it("for every sheet, warning and default order, whatever the others keep secret", () => {
    let kept = 0;
    fc.assert(
      fc.property(match, (one) => {
        playMatch({ ...one, advanced: true }, ({ board, sheets, after }) => {
          for (const [i, tried] of sheets.entries()) {
            const shown = publicWorld(board, after, i);
            kept += after.treaties.length - shown.treaties.length;
            expect(checkOrder(board, shown, i, tried)).toEqual(checkOrder(board, after, i, tried));
            expect(betrayals(board, shown, i, tried)).toEqual(betrayals(board, after, i, tried));
            expect(lapsing(board, shown, i)).toEqual(lapsing(board, after, i));
            expect(defaultOrder(board, shown, i)).toEqual(defaultOrder(board, after, i));
            for (const { id } of after.treaties) {
              const named = { ...sheetOf(), refuse: [id] };
              expect(checkOrder(board, shown, i, named)).toEqual(checkOrder(board, after, i, named));
              for (const k of board.ids.keys())
                expect(legalOptions(board, shown, i).demands(k).leaveTreaty).toEqual(
                  legalOptions(board, after, i).demands(k).leaveTreaty,
                );
            }
          }
        });
      }),
      held(60),
    );
    // There was something to hide.
    expect(kept).toBeGreaterThan(100);
  });
});

describe("a secret treaty that has not come out", () => {
  it("changes nothing that a stranger to it sees, whatever anybody does", () => {
    let kept = 0;
    fc.assert(
      fc.property(match, fc.constantFrom(...TREATY_KINDS), (one, kind) => {
        playMatch({ ...one, advanced: false }, ({ board, before, input, after, events }) => {
          const [a = countryId(""), b = countryId("")] = board.ids.slice(1);
          const secret: Treaty = { id: treatyId("t99"), kind, parties: [a, b], secret: true, since: 0, until: null };
          const hidden = { ...before, treaties: [...before.treaties, secret] };
          const other = resolveTurn(board, hidden, { ...input, foretold: true }); // it does not leak
          if (other.events.some((event) => event.kind === "treatyKnown")) return;
          kept += 1;
          for (const stranger of [0, 3]) {
            expect(publicWorld(board, other.world, stranger)).toEqual(publicWorld(board, after, stranger));
            expect(other.events.filter(({ seenBy }) => seenBy?.includes(stranger) ?? true)).toEqual(events);
          }
        });
      }),
      held(60),
    );
    expect(kept).toBeGreaterThan(100);
  });
});
