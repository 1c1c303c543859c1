import { useEffect } from "preact/hooks";
import { ideologiesDiffer } from "../viewmodel/ideologies.ts";
import { seesPowerAlone } from "../viewmodel/powerAlone.ts";
import { openSheet, type MapLayer, type Play, type Tab } from "../panels/state/playState.ts";

const PANELS: Readonly<Record<string, Tab>> = { t: "threats", m: "messages", o: "orders" };

/** Single keys, only while nothing is being typed and no sheet is open; they can be switched off in the help (WCAG 2.1.4). */
export function useShortcuts(play: Play): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && play.sheets.peek().length === 0 && play.selected.peek() !== null) {
        play.selected.value = null;
        return;
      }
      if (
        !play.shortcuts.peek() ||
        play.sheets.peek().length > 0 ||
        play.view.peek().hosted?.pause?.frozen === true ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target)
      )
        return;
      if (act(play, event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [play]);
}

function act(play: Play, key: string): boolean {
  const panel = PANELS[key];
  if (panel) showPanel(play, panel);
  else if (key === "2" && seesPowerAlone(play.view.peek())) return false;
  else if (key === "5" && !ideologiesDiffer(play.board)) return false;
  else if (/^[1-5]$/.test(key)) play.layer.value = Number(key) as MapLayer; // one of five digits, by the pattern
  else if (key === "h") openSheet(play, { kind: "history" });
  else if (key === "r") openSheet(play, { kind: "rules", rule: null });
  else if (key === "?") openSheet(play, { kind: "help" });
  else return false;
  return true;
}

/** Opens the tab where there are tabs, and moves the focus to the panel's heading. */
export function showPanel(play: Play, tab: Tab): void {
  play.tab.value = tab;
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-panel="${tab}"] h2[tabindex]`)?.focus());
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
