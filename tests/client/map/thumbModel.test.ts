import { expect, test } from "vitest";
import { thumbModel } from "#client/map/thumb/thumbModel.ts";
import { seen } from "#tests/client/viewmodel/view.ts";

const { board, view } = seen(null, []);
const at = (observer: number, country: number, threat: number) => ({
  ...view,
  world: {
    ...view.world,
    threat: board.ids.map((_, i) => board.ids.map((_, j) => (i === observer && j === country ? threat : 90))),
  },
});

test("a thumbnail rings one country only: the feared one, as far as its observer fears it", () => {
  const model = thumbModel(board, at(1, 2, 61), { observer: 1, country: 2 });
  expect(model.countries.map(({ rings }) => rings)).toEqual(board.ids.map((_, i) => (i === 2 ? 2 : 0)));
});

test("without a fear to show, and for someone seated, it is the observer's map all the same", () => {
  const model = thumbModel(board, { ...at(1, 2, 61), you: board.ids[1] ?? null }, null);
  expect(model.you).toBeNull();
  expect(model.countries.every(({ rings, threat }) => rings === 0 && threat === null)).toBe(true);
});
