import type { Point } from "./geometry/types.ts";

/** What the one pointer handler tells. Points are CSS px from the element's top left corner. */
export interface GestureHandlers {
  readonly onPan: (dx: number, dy: number) => void;
  readonly onZoom: (factor: number, at: Point) => void;
  /** Fingers lifted or the wheel at rest: time to paint sharply again. */
  readonly onRest: () => void;
  readonly onTap: (at: Point) => void;
  readonly onHover: (at: Point | null) => void;
}

/** A press that moves less than this is a tap. */
const TAP_SLOP = 6;
const WHEEL_REST_MS = 140;
const WHEEL_SPEED = 0.0016;
/** One notch of a mouse wheel at most, however the browser counts. */
const WHEEL_MOST = 120;
const KEY_PAN = 60;
const KEY_ZOOM = 1.3;
const LINE_PX = 16;

/** Drag, pinch, wheel, tap, hover and keys on one element. Returns how to stop listening. */
export function listenToGestures(element: HTMLElement, handlers: GestureHandlers): () => void {
  const stop = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(name: K, handle: (event: HTMLElementEventMap[K]) => void): void =>
    element.addEventListener(name, handle, { signal: stop.signal, passive: false });
  pointers(element, handlers, on);
  let resting = 0;
  const restSoon = (): void => {
    clearTimeout(resting);
    resting = window.setTimeout(handlers.onRest, WHEEL_REST_MS);
  };
  on("wheel", (event) => {
    event.preventDefault();
    const px = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1) * (event.ctrlKey ? 4 : 1);
    handlers.onZoom(Math.exp(-clamp(px, WHEEL_MOST) * WHEEL_SPEED), pointOf(element, event));
    restSoon();
  });
  on("keydown", (event) => {
    const act = keyAct(element, handlers, event.key);
    if (act === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
    restSoon();
  });
  return () => {
    clearTimeout(resting);
    stop.abort();
  };
}

type Listen = <K extends keyof HTMLElementEventMap>(name: K, handle: (event: HTMLElementEventMap[K]) => void) => void;

function pointers(element: HTMLElement, handlers: GestureHandlers, on: Listen): void {
  const down = new Map<number, Point>();
  /** Distance travelled by the press, px; a tap travels little and has one finger. */
  let travelled = 0;
  let fingers = 0;
  on("pointerdown", (event) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    if (down.size === 0) [travelled, fingers] = [0, 0];
    down.set(event.pointerId, pointOf(element, event));
    fingers = Math.max(fingers, down.size);
  });
  on("pointermove", (event) => {
    const at = pointOf(element, event);
    const from = down.get(event.pointerId);
    if (from === undefined) {
      if (event.pointerType === "mouse") handlers.onHover(at);
      return;
    }
    const before = spread([...down.values()]);
    down.set(event.pointerId, at);
    const after = spread([...down.values()]);
    travelled += Math.hypot(at[0] - from[0], at[1] - from[1]);
    if (travelled < TAP_SLOP) return;
    handlers.onPan(after.middle[0] - before.middle[0], after.middle[1] - before.middle[1]);
    if (before.width > 0) handlers.onZoom(after.width / before.width, after.middle);
  });
  const lift = (event: PointerEvent): void => {
    if (!down.delete(event.pointerId) || down.size > 0) return;
    if (travelled >= TAP_SLOP || fingers > 1) handlers.onRest();
    else if (event.type === "pointerup") handlers.onTap(pointOf(element, event));
  };
  on("pointerup", lift);
  on("pointercancel", lift);
  on("pointerleave", () => handlers.onHover(null));
}

/** Middle of the fingers, and their distance if there are two. */
function spread(points: readonly Point[]): { readonly middle: Point; readonly width: number } {
  const [a, b] = points;
  if (a === undefined) return { middle: [0, 0], width: 0 };
  if (b === undefined) return { middle: a, width: 0 };
  return { middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], width: Math.hypot(a[0] - b[0], a[1] - b[1]) };
}

function keyAct(element: HTMLElement, handlers: GestureHandlers, key: string): (() => void) | null {
  const middle: Point = [element.clientWidth / 2, element.clientHeight / 2];
  switch (key) {
    case "ArrowLeft":
      return () => handlers.onPan(KEY_PAN, 0);
    case "ArrowRight":
      return () => handlers.onPan(-KEY_PAN, 0);
    case "ArrowUp":
      return () => handlers.onPan(0, KEY_PAN);
    case "ArrowDown":
      return () => handlers.onPan(0, -KEY_PAN);
    case "+":
    case "=":
      return () => handlers.onZoom(KEY_ZOOM, middle);
    case "-":
      return () => handlers.onZoom(1 / KEY_ZOOM, middle);
    default:
      return null;
  }
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(-most, value));

function pointOf(element: HTMLElement, event: MouseEvent): Point {
  const box = element.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
}
