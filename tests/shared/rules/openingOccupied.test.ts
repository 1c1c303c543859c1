import { describe, expect, it } from "vitest";
import { findScenario } from "#server/scenarios/registry.ts";
import { countryId, provinceId } from "#shared/model/ids.ts";
import type { Board, World } from "#shared/model/world.ts";
import { createBoard, createWorld, defaultOrder, legalOptions, resolveTurn } from "#shared/rules/index.ts";
import { holdings } from "#shared/theory/assess.ts";

function octoberWar(): { readonly board: Board; readonly world: World } {
  const scenario = findScenario("arab-1973");
  if (!scenario) throw new Error("the Arab Cold War of 1973 is part of every build");
  const board = createBoard(scenario, { modules: [] });
  return { board, world: createWorld(board, 1) };
}

describe("8.11 land that is occupied when the match begins", () => {
  const { board, world } = octoberWar();
  const country = (id: string): number => board.indexOf.get(countryId(id)) ?? -1;
  const province = (id: string): number => board.provinceIndexOf.get(provinceId(id)) ?? -1;

  it("costs its holder from the first turn on", () => {
    const orders = board.ids.map((_, me) => defaultOrder(board, world, me));
    const { events } = resolveTurn(board, world, { orders, signed: [] });
    expect(events).toContainEqual(
      expect.objectContaining({ kind: "occupationPaid", country: country("israel"), provinces: 3 }),
    );
  });

  it("counts half for its holder, not at all for its owner", () => {
    const back: World = { ...world, holders: world.holders.with(province("sinai"), country("egypt")) };
    const { population: people = 0, industry = 0 } = board.provinces[province("sinai")] ?? {};
    const [now, then] = [holdings(board, world), holdings(board, back)];
    expect((now[country("israel")]?.population ?? 0) - (then[country("israel")]?.population ?? 0)).toBeCloseTo(
      people / 2,
      5,
    );
    expect((then[country("egypt")]?.population ?? 0) - (now[country("egypt")]?.population ?? 0)).toBeCloseTo(people, 5);
    expect((now[country("israel")]?.industry ?? 0) - (then[country("israel")]?.industry ?? 0)).toBeCloseTo(
      industry / 2,
      5,
    );
  });

  it("may be freed by its owner", () => {
    expect(legalOptions(board, world, country("egypt")).attack[province("sinai")]?.liberate).toBeNull();
  });
});
