import { describe, expect, it } from "vitest";
import { readScenario } from "#client/build/scenarioFiles.ts";
import { countryId, provinceId } from "#shared/model/ids.ts";
import { createBoard, createWorld, scoreOf } from "#shared/rules/index.ts";

describe("a scenario that opens with occupied land", () => {
  const board = createBoard(readScenario("arab-1973"), { modules: [] });
  const world = createWorld(board, 1);
  const country = (id: string): number => board.indexOf.get(countryId(id)) ?? -1;
  const province = (id: string): number => board.provinceIndexOf.get(provinceId(id)) ?? -1;

  it.each([
    ["sinai", "egypt"],
    ["golan", "syria"],
    ["nablus", "jordan"],
  ])("%s is home to %s and in Israel's hands", (place, home) => {
    expect(board.provinces[province(place)]?.home).toBe(country(home));
    expect(world.holders[province(place)]).toBe(country("israel"));
  });

  it("leaves everything else with its home", () => {
    const away = board.provinces.filter((one, p) => world.holders[p] !== one.home).map(({ id }) => id);
    expect(away).toEqual(["golan", "nablus", "sinai"]);
  });

  it("counts for those who lost it as lost, and for who holds it not as home", () => {
    expect(scoreOf(board, world, country("egypt")).home).toBe(30);
    expect(scoreOf(board, world, country("israel")).home).toBe(40);
  });
});
