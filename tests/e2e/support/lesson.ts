import { expect, type Browser, type Page } from "@playwright/test";
import { DESK, PHONE } from "./access.ts";
import { button, closeSheet, sheet } from "./classroom.ts";
import type { RunningServer } from "./server.ts";
import { someone, type Person } from "./table.ts";

/** An instructor opens a class in three clicks – open, noted, session – with a plan between; returns the class's code. */
export async function openByHand(page: Page, server: RunningServer): Promise<string> {
  await page.goto(`${server.origin}/host`);
  await page.getByLabel("Name").fill("World Politics");
  await button(page, "Open the class").click();
  await expect(page.locator(".key-recovery")).toHaveText(/^(\w{5}-){3}\w{5}$/);
  await button(page, "I have written it down").click();
  await expect(page.getByRole("heading", { name: "Plan a session" })).toBeVisible();
  return (await page.locator(".host-code").textContent()) ?? "";
}

/** The code typed on the first page, as someone does who reads it off the wall. */
export async function joinFromHome(
  page: Page,
  server: RunningServer,
  who: { readonly code: string; readonly name: string },
): Promise<void> {
  await page.goto(`${server.origin}/`);
  await page.getByLabel("Game code").fill(who.code);
  await page.getByLabel("Your name").first().fill(who.name);
  await button(page, "Join").click();
}

/** The link of the QR code. */
export async function joinByLink(
  page: Page,
  server: RunningServer,
  who: { readonly code: string; readonly name: string },
): Promise<void> {
  await page.goto(`${server.origin}/play/${who.code}`);
  await page.getByLabel("Your name").fill(who.name);
  await button(page, "Join").click();
}

/** Everyone in a browser of their own, half of them on phones; the first types the code, the others follow the link. */
export async function comeIn(
  browser: Browser,
  server: RunningServer,
  { code, names }: { readonly code: string; readonly names: readonly string[] },
): Promise<readonly Person[]> {
  return Promise.all(
    names.map(async (name, at) => {
      const person = await someone(browser, at % 2 === 0 ? { viewport: PHONE, hasTouch: true } : { viewport: DESK });
      await (at === 0 ? joinFromHome : joinByLink)(person.page, server, { code, name });
      return person;
    }),
  );
}

/** Answers one question after another, always the same option, and sends. */
export async function answerAll(
  page: Page,
  name: string,
  { option, questions }: { readonly option: number; readonly questions: number },
): Promise<void> {
  const card = page.getByRole("region", { name });
  for (let at = 1; at <= questions; at += 1) {
    await expect(card.getByText(`Question ${at} of ${questions}`)).toBeVisible();
    await card.locator(".seat-option").nth(option).click();
    await button(card, at === questions ? "Send my answers" : "Next").click();
  }
}

/** A sheet of the dashboard that takes words. */
export async function write(page: Page, field: string, text: string): Promise<void> {
  await sheet(page).getByLabel(field, { exact: true }).fill(text);
}

/** Re-seats somebody from the list of people, by keyboard and select. */
export async function reseat(page: Page, name: string, place: string | RegExp): Promise<void> {
  await button(page, "People").click();
  const list = sheet(page).getByRole("combobox", { name: `Move ${name}` });
  const option = list.locator("option").filter({ hasText: place }).first();
  await list.selectOption((await option.getAttribute("value")) ?? "");
  await closeSheet(page);
}

/** Moves all tables on, over the question whether those still writing may be cut off. */
export async function advanceAll(page: Page): Promise<void> {
  await button(page, "Advance all").click();
  const asked = page.getByRole("dialog", { name: "Move on now?" });
  const said = page.locator(".toast").filter({ hasText: "next phase" }).last();
  await expect(asked.or(said).first()).toBeVisible();
  if (await asked.isVisible()) await button(asked, "Advance").click();
  await expect(said).toBeVisible();
  await button(said, "Close this message").click();
}
