import { expect, test, type Locator, type Page } from "@playwright/test";
import { audit, focusIsSeen, PHONE, tabTo, TWO_LOOKS, unreachable } from "./support/access.ts";
import { align, pressReady, submit, waitForPhase, type Phase } from "./support/seat.ts";
import { startServer, type RunningServer } from "./support/server.ts";
import { everyoneLeaves, expectNoSidewaysScroll, joinMatch, openMatch, seated } from "./support/table.ts";

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());
test.afterEach(({ browser }) => everyoneLeaves(browser));

async function everyone(pages: readonly Page[], phase: Phase, act?: (page: Page) => Promise<void>): Promise<void> {
  for (const page of pages) await waitForPhase(page, phase);
  if (act) for (const page of pages) await act(page);
}

/** Opens the picker at one kind of move. */
async function pickKind(page: Page, section: string, kind: string): Promise<Locator> {
  await page.getByRole("button", { name: "Add a move" }).click();
  await page.locator(".picker-sections").getByText(section, { exact: true }).click();
  await page.locator(".picker-kind").filter({ hasText: kind }).click();
  return page.locator(".picker");
}

test("an ultimatum is made, read, accepted and kept; a report is for its reader alone; a refusal says why", async ({
  browser,
}) => {
  const first = await openMatch(server, { level: "advanced" });
  const second = await joinMatch(server, { code: first.code, name: "Ben", country: "borun" });
  const adaSits = await seated(browser, server, { entry: first });
  const benSits = await seated(browser, server, { entry: second });
  const [ada, ben] = [adaSits.page, benSits.page];
  await expect(ada.getByText("2 players are here.")).toBeVisible();
  await ada.getByRole("button", { name: "Start the game" }).click();
  await everyone([ada, ben], "dispatches", pressReady);

  // A secret promise is offered, and turned down with a reason.
  await everyone([ada, ben], "diplomacy");
  await ada.getByRole("button", { name: "Propose a treaty…" }).click();
  const dialog = ada.getByRole("dialog");
  await dialog.getByText("Consultation treaty", { exact: true }).click();
  await dialog.getByText("Borun", { exact: true }).click();
  await dialog.getByText("Keep it secret").click();
  await dialog.getByRole("button", { name: "Propose", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await ben.getByRole("button", { name: /^Treaties \(/ }).click();
  const offered = ben.getByRole("dialog").getByRole("group", { name: "Consultation treaty" });
  await expect(offered).toContainText("secret");
  await offered.getByRole("button", { name: "Decline" }).click();
  await offered.getByRole("button", { name: "We have plans of our own." }).click();
  await ben.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await ada.getByRole("button", { name: /^Treaties \(/ }).click();
  await expect(ada.getByRole("dialog")).toContainText("Borun: “We have plans of our own.”");
  await ada.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await everyone([ada, ben], "diplomacy", pressReady);

  // Two moves: one that all will see, one that nobody will.
  await everyone([ada, ben], "orders");
  const words = await pickKind(ada, "Words and demands", "Ultimatum");
  await words.getByLabel("To whom").selectOption({ label: "Borun" });
  await words.getByRole("button", { name: "Take a side" }).click();
  await words.getByLabel("Which side").selectOption({ label: "Bandwagon with you" });
  await words.getByRole("button", { name: "Put it on the sheet" }).click();
  await expect(ada.locator(".move")).toHaveText(/Ultimatum to Borun: bandwagon with you/);
  const covert = await pickKind(ada, "Behind the scenes", "Investigate");
  await expect(covert).toContainText("is found with a chance of 50 %");
  await covert.getByRole("button", { name: "Look into Dell" }).click();
  await expect(ada.getByText("2 moves a turn: both stand above.")).toBeVisible();
  for (const page of [ada, ben]) await align(page, "Hide");
  for (const page of [ada, ben]) await submit(page);

  await everyone([ada, ben], "reveal");
  await expect(ada.getByRole("article", { name: "Intelligence report: Dell" })).toContainText("Only you know this");
  await expect(ben.locator(".reveal")).toContainText("Aldany gave Borun an ultimatum");
  const held = await ben.evaluate(() => document.documentElement.outerHTML + JSON.stringify(localStorage));
  expect(held).not.toContain("Intelligence report");
  expect(held).not.toContain("investigate");
  await everyone([ada, ben], "reveal", pressReady);

  // It waits in the dispatches, is accepted there, and the sheet keeps the promise.
  await everyone([ada, ben], "dispatches");
  const demand = ben.getByRole("group", { name: "Aldany demands: bandwagon with it." });
  await expect(demand).toContainText("No answer is a refusal.");
  expect(await audit(ben, "an ultimatum", TWO_LOOKS)).toEqual([]);
  await tabTo(ben, demand.getByRole("radio", { name: "Accept" }));
  expect(await focusIsSeen(ben)).toBe(true);
  await ben.keyboard.press("Space");
  await expect(demand.getByRole("radio", { name: "Accept" })).toBeChecked();
  await everyone([ada, ben], "dispatches", pressReady);
  await everyone([ada, ben], "diplomacy", pressReady);
  await everyone([ada, ben], "orders");
  await align(ben, "Hide");
  await expect(ben.getByText("make what it demands your alignment")).toBeVisible();
  await ben.getByRole("button", { name: "Choose it for me" }).click();
  await expect(ben.getByRole("radio", { name: /^Bandwagon with/ })).toBeChecked();
  await align(ada, "Hide");
  for (const page of [ada, ben]) await submit(page);
  await everyone([ada, ben], "reveal");
  await expect(ada.locator(".reveal")).toContainText("Borun bowed to Aldany's ultimatum");
  expect([...adaSits.errors(), ...benSits.errors()]).toEqual([]);
});

test("on a phone: a crisis is read, the picker is used with one thumb, and nothing sticks out", async ({ browser }) => {
  test.setTimeout(120_000);
  const entry = await openMatch(server, {
    scenario: "europe-1914",
    country: "romania",
    level: "advanced",
    solo: true,
  });
  const { page, errors } = await seated(browser, server, { entry, viewport: PHONE, hasTouch: true });
  for (const phase of ["dispatches", "diplomacy"] as const) await everyone([page], phase, pressReady);
  await everyone([page], "orders");
  await align(page, "Hide");
  await submit(page);
  await everyone([page], "reveal", pressReady);

  await everyone([page], "dispatches");
  const crisis = page.getByRole("article", { name: "The blank cheque" });
  await expect(crisis).toContainText("5 July 1914");
  await expect(crisis).toContainText("It is felt as if Austria-Hungary had threatened Serbia.");
  await expectNoSidewaysScroll(page, "dispatches");
  const found: string[] = [...(await unreachable(page)), ...(await audit(page, "a crisis", TWO_LOOKS))];
  await page.setViewportSize(PHONE);
  await pressReady(page);
  await everyone([page], "diplomacy", pressReady);
  await everyone([page], "orders");
  const picker = await pickKind(page, "Behind the scenes", "Subvert");
  await expect(picker).toContainText(/Closed societies: −5 stability, found out with a chance of 30 %/);
  await expectNoSidewaysScroll(page, "orders with the picker");
  found.push(...(await unreachable(page)));
  await picker.getByRole("button", { name: "Stir trouble in Bulgaria" }).click();
  const words = await pickKind(page, "Words and demands", "Appeal");
  await words.getByLabel("Whom you ask").selectOption({ label: "Russia" });
  await words.getByLabel("Against whom").selectOption({ label: "Austria-Hungary" });
  await expectNoSidewaysScroll(page, "a form in the picker");
  found.push(...(await unreachable(page)), ...(await audit(page, "a form in the picker", TWO_LOOKS)));
  await page.setViewportSize(PHONE);
  await words.getByRole("button", { name: "Put it on the sheet" }).click();
  await expect(page.locator(".move")).toHaveText([
    /Stir trouble in Bulgaria/,
    /Ask Russia to deal with Austria-Hungary/,
  ]);
  await align(page, "Hide");
  await submit(page);
  await everyone([page], "reveal");
  await expect(page.locator(".reveal")).toContainText("Unrest in Bulgaria");
  await expect(
    page.locator(".event").filter({ hasText: "Romania stirred trouble in Bulgaria: stability" }),
  ).toContainText("Only you know this");
  found.push(...(await audit(page, "the reveal", TWO_LOOKS)));
  expect(found).toEqual([]);
  expect(errors()).toEqual([]);
});
