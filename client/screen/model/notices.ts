import type { ScreenView } from "#shared/model/classView.ts";

/** How long words to the class stand on the projector, ms. */
const STANDS = 60_000;

/** The last words to the class, while they are fresh; null = none. */
export function freshNotice(notices: ScreenView["notices"], now: number): string | null {
  const last = notices.at(-1);
  return last && now - last.at < STANDS ? last.text : null;
}
