import type { VNode } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { currentTheme, onThemeChange } from "#client/theme/theme.ts";
import { decodeMap } from "../geometry/decodeMap.ts";
import type { MapGeometry, MapShapes } from "../geometry/types.ts";
import type { MapModel } from "../mapModel.ts";
import { paintSmallMap } from "../paint/paintPlate.ts";

interface Props {
  readonly geometry: MapGeometry;
  readonly model: MapModel;
  /** What is to be seen, in words. */
  readonly label: string;
  /** Multiplies widths; about .6 for a card, 1 for half a page. */
  readonly unit?: number;
}

/** Many tables share one map: decoded once a page. */
const decoded = new WeakMap<MapGeometry, MapShapes>();
function shapesOf(geometry: MapGeometry): MapShapes {
  const known = decoded.get(geometry) ?? decodeMap(geometry);
  decoded.set(geometry, known);
  return known;
}

/** A still map without names, as wide and high as its box; painted anew when model, theme or size change, and at no other time. */
export function Thumb({ geometry, model, label, unit = 0.6 }: Props): VNode {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const shapes = useMemo(() => shapesOf(geometry), [geometry]);
  useEffect(() => {
    const [element, target] = [box.current, canvas.current];
    if (!element || !target) return undefined;
    const paint = (): void => {
      const size = { width: element.clientWidth, height: element.clientHeight };
      if (size.width < 8 || size.height < 8) return;
      paintSmallMap(target, shapes, model, { size, unit, theme: currentTheme(), words: NO_WORDS, nameless: true });
    };
    const watch = new ResizeObserver(paint);
    watch.observe(element);
    const stop = onThemeChange(paint);
    return () => {
      watch.disconnect();
      stop();
    };
  }, [shapes, model, unit]);
  return (
    <div ref={box} class="thumb" role="img" aria-label={label}>
      <canvas ref={canvas} aria-hidden="true" />
    </div>
  );
}

const NO_WORDS = { you: "" };
