import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

/** On going, gives the focus back to where it was on coming – unless the person has taken it elsewhere meanwhile. */
export function useFocusBack(element: RefObject<HTMLElement | null>): void {
  const before = useRef<Element | null>(null);
  // After painting: by then a sheet that led here has given its own focus back.
  useEffect(() => void (before.current = document.activeElement), []);
  // Before leaving the page, while the focus can still be seen to be inside.
  useLayoutEffect(() => {
    const own = element.current;
    return () => {
      if (before.current instanceof HTMLElement && own?.contains(document.activeElement))
        before.current.focus({ preventScroll: true });
    };
  }, []);
}

/**
 * When what stands in the element is replaced and takes the focused control with it, the focus goes to the new heading: a keyboard or a
 * screen reader goes on from there, not from the top of the page.
 * @param shown changes with what stands in the element
 */
export function useFocusKept(element: RefObject<HTMLElement | null>, shown: string): void {
  const inside = useRef(false);
  // Read while the old controls are still there.
  inside.current = element.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (!inside.current || element.current?.contains(document.activeElement)) return;
    element.current?.querySelector<HTMLElement>("h2[tabindex]")?.focus({ preventScroll: true });
  }, [shown]);
}
