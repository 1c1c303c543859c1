import type { Box, Point } from "../geometry/types.ts";

/** What part of the map is seen, and how large. */
export interface Camera {
  /** Map point in the middle of the view. */
  readonly x: number;
  readonly y: number;
  /** CSS px per map unit. */
  readonly scale: number;
  /** Size of the view in CSS px. */
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** From a map point to CSS px of the view. */
export const toView = (camera: Camera, [x, y]: Point): Point => [
  (x - camera.x) * camera.scale + camera.width / 2,
  (y - camera.y) * camera.scale + camera.height / 2,
];

/** From CSS px of the view to a map point. */
export const toMap = (camera: Camera, [x, y]: Point): Point => [
  (x - camera.width / 2) / camera.scale + camera.x,
  (y - camera.height / 2) / camera.scale + camera.y,
];

/** The map box in view. */
export function viewBox(camera: Camera): Box {
  const [left, top] = toMap(camera, [0, 0]);
  const [right, bottom] = toMap(camera, [camera.width, camera.height]);
  return [left, top, right, bottom];
}

/** The whole frame in view, as large as it will go. */
export function fitCamera(frame: Box, size: Size): Camera {
  const [left, top, right, bottom] = frame;
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    scale: Math.min(size.width / (right - left), size.height / (bottom - top)),
    width: size.width,
    height: size.height,
  };
}

/** The edge of a frame is empty by design: a little of it makes room for names. */
const EDGE_LOST = 1.03;
/** Below this width the opening view of a full map is nearer and leans towards one's own country. */
const NARROW = 600;
const NARROW_ZOOM = 1.7;
const LEAN = 0.7;

export interface Opening {
  /** Where one's own country lies. */
  readonly home: Point | null;
  /** Whether so many countries share the frame that a phone cannot show them all at once. */
  readonly crowded: boolean;
}

/** The view on opening: all of the frame, so that no country begins out of sight, or on a phone the part of it round one's own country. */
export function openingCamera(frame: Box, size: Size, { home, crowded }: Opening): Camera {
  const whole = fitCamera(frame, size);
  const fit = { ...whole, scale: whole.scale * EDGE_LOST };
  if (size.width >= NARROW || !crowded) return fit;
  const near = { ...fit, scale: fit.scale * NARROW_ZOOM };
  return home === null ? near : { ...near, x: fit.x + (home[0] - fit.x) * LEAN, y: fit.y + (home[1] - fit.y) * LEAN };
}

const NEAREST = 9;

/** Keeps a camera between the whole frame and a close view, and its middle so that the view stays on the drawn land. */
export function clampCamera(camera: Camera, frame: Box, extent: Box): Camera {
  const least = leastScale(camera, frame, extent);
  const scale = Math.min(least * NEAREST, Math.max(least, camera.scale));
  const halfWidth = camera.width / 2 / scale;
  const halfHeight = camera.height / 2 / scale;
  return {
    ...camera,
    scale,
    x: within(camera.x, extent[0] + halfWidth, extent[2] - halfWidth),
    y: within(camera.y, extent[1] + halfHeight, extent[3] - halfHeight),
  };
}

/** All of the frame in view, but never more than all of the land. */
const leastScale = (view: Size, frame: Box, extent: Box): number =>
  Math.max(fitCamera(frame, view).scale, view.width / (extent[2] - extent[0]), view.height / (extent[3] - extent[1]));

/** A view wider than the land is centred on it. */
const within = (value: number, least: number, most: number): number =>
  least > most ? (least + most) / 2 : Math.min(most, Math.max(least, value));

/** Zooms by a factor about a point of the view, which stays where it is. */
export function zoomAbout(camera: Camera, factor: number, at: Point): Camera {
  const [x, y] = toMap(camera, at);
  const scale = camera.scale * factor;
  return { ...camera, scale, x: x - (at[0] - camera.width / 2) / scale, y: y - (at[1] - camera.height / 2) / scale };
}

/** Moves the view by CSS px. */
export const panBy = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x - dx / camera.scale,
  y: camera.y - dy / camera.scale,
});
