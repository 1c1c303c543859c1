import { need } from "./dom.ts";
import type { Door } from "./joinForm.ts";

/** Fills a "Play …" row the first time it is opened; its code comes only then, to keep the first visit small. */
export function mountSetup(kind: "alone" | "friends", door: Door): void {
  const row = need(`#${kind}`, HTMLDetailsElement);
  const form = need(`[data-setup="${kind}"]`, HTMLFormElement);
  let shown = false;
  const open = async (): Promise<void> => {
    if (!row.open || shown) return;
    shown = true;
    const { openSetup } = await import("./setup/setupForm.ts");
    await openSetup(form, kind, door);
  };
  row.addEventListener("toggle", () => void open());
  void open();
}
