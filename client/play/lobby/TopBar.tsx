import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { theme } from "../../i18n/en/theme.ts";
import { mountThemeToggle } from "../../theme/theme.ts";

/** Wordmark, what is being played, and the theme. */
export const TopBar = ({ place }: { readonly place?: string }): VNode => (
  <header class="lobby-bar">
    <a class="brand" href="/">
      <BalanceMark />
      <span>Counterpoise</span>
    </a>
    {place !== undefined && <span class="place">{place}</span>}
    <ThemeToggle />
  </header>
);

/** The game's sign: a beam with a full weight and an empty one. */
export const BalanceMark = (): VNode => (
  <svg viewBox="0 0 24 18" width="24" height="18" aria-hidden="true" focusable="false">
    <path d="M2.3 3.8 20 .9M11.1 2.4V16" fill="none" stroke="currentColor" stroke-width="2" />
    <path d="M7 15.2h8v2H7z" fill="currentColor" />
    <circle cx="3" cy="7.8" r="3" fill="currentColor" />
    <circle cx="19.3" cy="5.1" r="3" fill="var(--panel)" stroke="currentColor" stroke-width="1.8" />
  </svg>
);

export function ThemeToggle(): VNode {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (button.current) mountThemeToggle(button.current, theme);
  }, []);
  return <button ref={button} class="theme-toggle" type="button" />;
}
