import fc from "fast-check";
import { expect, test } from "vitest";
import type { Box } from "#client/map/geometry/types.ts";
import {
  clampCamera,
  fitCamera,
  openingCamera,
  panBy,
  toMap,
  toView,
  viewBox,
  zoomAbout,
} from "#client/map/paint/camera.ts";

const frame: Box = [0, 0, 10_000, 7000];
const extent: Box = [-900, -1300, 12_700, 8500];
const view = { width: 734, height: 484 };
const inView = fc.tuple(fc.double({ min: 0, max: 734, noNaN: true }), fc.double({ min: 0, max: 484, noNaN: true }));

test("zooming keeps the land under the pointer where it is", () => {
  fc.assert(
    fc.property(inView, fc.double({ min: 0.3, max: 4, noNaN: true }), (at, factor) => {
      const before = fitCamera(frame, view);
      const [x, y] = toView(zoomAbout(before, factor, at), toMap(before, at));
      expect([x, y]).toEqual([expect.closeTo(at[0], 6), expect.closeTo(at[1], 6)]);
    }),
  );
});

test("however it is dragged and zoomed, the view stays on the drawn land and between frame and close view", () => {
  const gesture = fc.tuple(
    fc.double({ min: -900, max: 900, noNaN: true }),
    fc.double({ min: -900, max: 900, noNaN: true }),
    fc.double({ min: 0.2, max: 5, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 12 }), (gestures) => {
      let camera = clampCamera(openingCamera(frame, view, { home: null, crowded: true }), frame, extent);
      for (const [dx, dy, factor] of gestures)
        camera = clampCamera(zoomAbout(panBy(camera, dx, dy), factor, [300, 200]), frame, extent);
      const [left, top, right, bottom] = viewBox(camera);
      const least = fitCamera(frame, view).scale;
      expect(camera.scale).toBeGreaterThanOrEqual(least * 0.999999);
      expect(camera.scale).toBeLessThanOrEqual(least * 9);
      // A view wider than the land is centred on it instead.
      if (right - left <= extent[2] - extent[0])
        expect([left >= extent[0] - 1e-6, right <= extent[2] + 1e-6]).toEqual([true, true]);
      if (bottom - top <= extent[3] - extent[1])
        expect([top >= extent[1] - 1e-6, bottom <= extent[3] + 1e-6]).toEqual([true, true]);
    }),
  );
});

test("a phone opens nearer and leans towards home; a laptop shows nearly the whole frame", () => {
  const phone = openingCamera(frame, { width: 360, height: 216 }, { home: [8000, 5000], crowded: true });
  const laptop = openingCamera(frame, view, { home: [8000, 5000], crowded: true });
  expect(phone.scale / fitCamera(frame, { width: 360, height: 216 }).scale).toBeGreaterThan(1.4);
  expect(phone.x).toBeGreaterThan(5000);
  const [left, top, right, bottom] = viewBox(laptop);
  expect(((right - left) * (bottom - top)) / (10_000 * 7000)).toBeGreaterThan(0.85);
});
