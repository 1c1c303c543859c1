import { expect, type Page } from "@playwright/test";
import { audit, DESK, PHONE, unreachable, type LOOKS } from "./access.ts";
import { expectNoSidewaysScroll } from "./table.ts";

/** What is wrong with what the page shows now: for axe in these looks, and for fingers and eyes on a phone and a desk. */
export async function faults(page: Page, where: string, looks: typeof LOOKS): Promise<readonly string[]> {
  const found: string[] = [...(await audit(page, where, looks))];
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page, `${where} at ${size.width}`);
    found.push(...(await unreachable(page)).map((each) => `${where}, ${size.width} px: ${each}`));
  }
  return found;
}

/** Words of what was done lie over the foot of the page for a while. */
export async function dismissToasts(page: Page): Promise<void> {
  const close = page.getByRole("button", { name: "Close this message" });
  while ((await close.count()) > 0)
    await close
      .first()
      .click({ timeout: 1_000 })
      .catch(() => undefined);
  await expect(close).toHaveCount(0);
}

/** On a desk the instructor's page does not scroll at all: its columns do. */
export async function expectNoScroll(page: Page, where: string): Promise<void> {
  await expectNoSidewaysScroll(page, where);
  const { high, open } = await page.evaluate(() => ({
    high: document.scrollingElement?.scrollHeight ?? 0,
    open: window.innerHeight,
  }));
  expect(high, `${where}: ${high} px of page in ${open} px of window`).toBeLessThanOrEqual(open);
}
