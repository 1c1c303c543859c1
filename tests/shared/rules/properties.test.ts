import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Board, World } from "#shared/model/world.ts";
import {
  checkOrder,
  classScore,
  createWorld,
  defaultOrder,
  incomeOf,
  resolveTurn,
  scoreOf,
  sentence,
  worldHash,
} from "#shared/rules/index.ts";
import { held, match, playMatch } from "#tests/helpers/arbitraryMatch.ts";
import { small } from "#tests/helpers/smallWorld.ts";

const numbersIn = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];

describe("whole matches of arbitrary orders", () => {
  it("change nothing they are given, and give the same world twice (inputs are frozen)", () => {
    fc.assert(
      fc.property(match, (one) => {
        playMatch(one, ({ board, before, input, after }) => {
          expect(worldHash(resolveTurn(board, before, input).world)).toBe(worldHash(after));
        });
      }),
      held(100),
    );
  });
  it("go on the same from a world that went through JSON", () => {
    fc.assert(
      fc.property(match, (one) => {
        playMatch(one, ({ board, before, input, after, events }) => {
          const copy = JSON.parse(JSON.stringify(before)) as World;
          expect(copy).toEqual(before);
          const again = resolveTurn(board, copy, input);
          expect(worldHash(again.world)).toBe(worldHash(after));
          expect(JSON.parse(JSON.stringify(again.events))).toEqual(events);
        });
      }),
      held(60),
    );
  });
  it("do not depend on the order of lists in sheets and signatures", () => {
    fc.assert(
      fc.property(match, (one) => {
        playMatch(one, ({ board, before, input, after, events }) => {
          const turned = input.orders.map((order, i) =>
            checkOrder(board, before, i, {
              ...order,
              moves: order.moves.toReversed(),
              refuse: order.refuse.toReversed(),
              ...(order.answers ? { answers: order.answers.toReversed() } : {}),
              spending: { ...order.spending, aid: order.spending.aid.toReversed() },
            }),
          );
          const orders = turned.flatMap((checked) => (checked.ok ? [checked.value] : []));
          const again = resolveTurn(board, before, { orders, signed: input.signed.toReversed() });
          expect(worldHash(again.world)).toBe(worldHash(after));
          expect(again.events).toEqual(events);
        });
      }),
      held(60),
    );
  });
  it("keep every number in bounds and every sentence whole", () => {
    fc.assert(
      fc.property(match, (one) => {
        playMatch(one, ({ board, after, events }) => {
          expectSound(board, after);
          for (const event of events) {
            expect(numbersIn(event).every(Number.isFinite)).toBe(true);
            expect(sentence(board, event)).not.toMatch(/[{}]|undefined|NaN/);
          }
        });
      }),
      held(150),
    );
  });
  it("always leave a default order that is legal", () => {
    fc.assert(
      fc.property(match, (one) => {
        playMatch(one, ({ board, after }) => {
          for (const i of board.ids.keys()) {
            const order = defaultOrder(board, after, i);
            expect(checkOrder(board, after, i, order)).toEqual({ ok: true, value: order });
          }
        });
      }),
      held(60),
    );
  });
});

function expectSound(board: Board, world: World): void {
  expect(numbersIn(world).every(Number.isFinite)).toBe(true);
  expect(world.holders.every((holder) => board.ids[holder] !== undefined)).toBe(true);
  const { economy } = board.parameters;
  for (const [i, country] of world.countries.entries()) {
    for (const amount of [country.offence, country.defence, country.treasury, country.industryBuilt])
      expect(amount).toBeGreaterThanOrEqual(0);
    expect(country.stability >= 0 && country.stability <= 100).toBe(true);
    expect(country.security >= 0 && country.security <= 100).toBe(true);
    const { income, available } = incomeOf(board, world, i);
    const exiled = country.status.kind === "exile";
    expect(income).toBeGreaterThanOrEqual(exiled ? 0 : economy.incomeLeast * board.parameters.war.lowStabilityIncome);
    expect(income).toBeLessThanOrEqual(Math.max(economy.incomeMost, board.incomeMost[i] ?? 0));
    expect(available).toBeGreaterThanOrEqual(0);
    expect(exiled).toBe(!(board.homes[i] ?? []).some((home) => world.holders[home] === i));
    const { total } = scoreOf(board, world, i);
    expect(total >= 0 && total <= 95.000001).toBe(true);
    for (const [j, threat] of (world.threat[i] ?? []).entries())
      if (i !== j) expect(threat >= 5 && threat <= 100).toBe(true);
    for (const L of world.intent[i] ?? []) expect(Math.abs(L)).toBeLessThanOrEqual(board.parameters.intent.ceiling);
  }
  const { total } = classScore(board, world);
  expect(total >= 0 && total <= 100).toBe(true);
}

describe("a world depends on its seed in nothing but its generator", () => {
  it("opens the same for every seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const { board, world } = small();
        expect({ ...createWorld(board, seed), prng: world.prng }).toEqual(world);
      }),
      held(50),
    );
  });
});
