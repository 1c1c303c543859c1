import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";

interface Look {
  readonly width: number;
  readonly height: number;
  readonly colorScheme: "light" | "dark";
  readonly rules: "all" | "colour";
}

export const DESK = { width: 1366, height: 768 };
export const PHONE = { width: 360, height: 740 };

/** Everything axe knows on a light desk and on a dark phone; in the two other looks what depends on colour alone, which is quick. */
export const LOOKS: readonly Look[] = [
  { ...PHONE, colorScheme: "dark", rules: "all" },
  { ...PHONE, colorScheme: "light", rules: "colour" },
  { ...DESK, colorScheme: "dark", rules: "colour" },
  { ...DESK, colorScheme: "light", rules: "all" },
];
/** For sheets, which share their parts: each size and each theme once. */
export const TWO_LOOKS: readonly Look[] = LOOKS.filter(({ rules }) => rules === "all");

/** One finding in a line: how bad, which rule, where. */
const say = (found: {
  readonly impact?: string | null;
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}): string =>
  `${found.impact} ${found.id}: ${found.nodes.map((node) => `${node.target.join(" ")} (${node.failureSummary?.split("\n")[1]?.trim()})`).join("; ")}`;

/** Findings that do not fail a test but are worth reading. */
export const moderate = new Set<string>();

/** Audits what the page shows now, on a desk and a phone, light and dark; leaves it on the desk, light. Serious findings are returned with where they are. */
export async function audit(page: Page, where: string, looks: readonly Look[]): Promise<readonly string[]> {
  const serious: string[] = [];
  for (const { rules, colorScheme, ...size } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize(size);
    const axe = new AxeBuilder({ page });
    // What lies behind an open sheet is out of reach, and was looked at before.
    if ((await page.locator("dialog[open]").count()) > 0) axe.include("dialog[open]");
    if (rules === "colour") axe.withRules(["color-contrast", "link-in-text-block"]);
    const { violations } = await axe.analyze();
    for (const found of violations) {
      const line = `${where}, ${size.width} px, ${colorScheme}: ${say(found)}`;
      if (found.impact === "serious" || found.impact === "critical") serious.push(line);
      else moderate.add(`${where}: ${found.id} at ${found.nodes.map((node) => node.target.join(" ")).join(", ")}`);
    }
  }
  return serious;
}

/**
 * Buttons, links and fields that a person could not use in this window: outside it even after scrolling, or with something else lying over
 * them. Scrolls through the page and back.
 */
export async function unreachable(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const shown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const modal = [...document.querySelectorAll("dialog")].filter((dialog) => dialog.open).at(-1);
    // On a phone the country card is a sheet too, which Escape takes away.
    const card = [...document.querySelectorAll(".country-card")].find(
      (each) => getComputedStyle(each).position === "fixed",
    );
    const found: string[] = [];
    for (const control of (modal ?? card ?? document).querySelectorAll<HTMLElement>(
      "button, a[href], input, select, textarea, summary",
    )) {
      // A field drawn by its label (chips, radio rows) is pressed on the label.
      const drawn = control.closest("label") ?? control;
      const own = drawn.getBoundingClientRect();
      if (!shown(drawn) || own.width < 2 || own.height < 2 || drawn.closest(".skip-link")) continue;
      drawn.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const box = drawn.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const name = `${drawn.tagName.toLowerCase()}.${drawn.className} “${drawn.textContent.trim().slice(0, 30)}”`;
      if (x < 0 || y < 0 || x > window.innerWidth || y > window.innerHeight) {
        found.push(`${name} lies outside the window at ${Math.round(x)}, ${Math.round(y)}`);
        continue;
      }
      const top = document.elementFromPoint(x, y);
      if (top && !drawn.contains(top) && !top.contains(drawn))
        found.push(`${name} is covered by ${top.tagName.toLowerCase()}.${top.className}`);
    }
    return found;
  });
}

/** Tabs until the control has the focus, as a person without a mouse does; fails after `most` presses. */
export async function tabTo(page: Page, control: Locator, most = 60): Promise<void> {
  await expect(control.first()).toBeVisible();
  for (let presses = 0; presses < most; presses += 1) {
    if (await control.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120));
  throw new Error(`not reached in ${most} presses of Tab; the focus is on ${at}`);
}

/** Whether the focused element shows that it is focused. */
export const focusIsSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return false;
    const own = getComputedStyle(at);
    const row = at.parentElement ? getComputedStyle(at.parentElement) : own;
    const drawn = (style: CSSStyleDeclaration): boolean =>
      (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
    return drawn(own) || drawn(row);
  });
