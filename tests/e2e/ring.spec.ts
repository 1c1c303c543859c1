import { expect, test, type Browser, type Page } from "@playwright/test";
import { startServer, type RunningServer } from "./support/server.ts";
import {
  align,
  phaseOf,
  playPhase,
  playToTheEnd,
  pressReady,
  submit,
  waitForPhase,
  watchErrors,
  type Player,
} from "./support/seat.ts";

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

/** A browser of its own: another person on another machine. */
async function someone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: "reduce" });
  return context.newPage();
}

async function openTable(page: Page, scenario: string): Promise<string> {
  await page.goto(`${server.origin}/`);
  await page.getByText("Play with friends").click();
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: /Open|Create/ }) });
  await form
    .getByRole("radio", { name: new RegExp(`^${scenario}`) })
    .first()
    .check();
  await form.getByLabel("Your name").fill("Ada");
  await form.getByRole("button", { name: /Open|Create/ }).click();
  await page.waitForURL(/\/play\/[A-Z2-9]{6}$/);
  return page.url().slice(-6);
}

async function joinTable(page: Page, code: string, name: string): Promise<void> {
  await page.goto(`${server.origin}/play/${code}`);
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Join" }).click();
}

test("two people and four computer players play The Ring to the end; a third comes late; one reloads in every phase", async ({
  browser,
}) => {
  const [ada, ben, cleo] = [await someone(browser), await someone(browser), await someone(browser)];
  const errors = [watchErrors(ada), watchErrors(ben), watchErrors(cleo)];
  const code = await openTable(ada, "The Ring");
  await joinTable(ben, code, "Ben");
  await expect(ada.getByText("2 players are here.")).toBeVisible();
  await ada.getByRole("button", { name: "Start the game" }).click();

  const players: Player[] = [
    { page: ada, plan: (page) => align(page, "Balance against") },
    { page: ben, plan: (page, turn) => align(page, turn % 2 ? "Hide" : "Bandwagon with") },
  ];

  // Ben reloads in every phase of the first turn and loses nothing.
  await waitForPhase(ben, "dispatches");
  await ben.reload();
  await playPhase(players, 1, "dispatches");
  await waitForPhase(ben, "diplomacy");
  await align(ben, "Bandwagon with");
  await ben
    .getByRole("button", { name: "Profit" })
    .or(ben.getByRole("radio", { name: "Profit" }))
    .first()
    .click();
  await expect(ben.getByText("Draft · saved")).toBeVisible();
  await ben.reload();
  await expect(ben.getByRole("radio", { name: /^Bandwagon with/ })).toBeChecked();
  await pressReady(ada);
  await pressReady(ben);
  await waitForPhase(ben, "orders");
  await expect(ben.getByRole("radio", { name: /^Bandwagon with/ })).toBeChecked();
  await submit(ben);
  await expect(ben.getByRole("button", { name: "Submitted · change" })).toBeVisible();
  await ben.reload();
  await expect(ben.getByRole("button", { name: "Submitted · change" })).toBeVisible();

  // Cleo comes late and gets a seat that no person holds.
  await joinTable(cleo, code, "Cleo");
  expect(await phaseOf(cleo)).toBe("orders");
  await expect(cleo.getByRole("heading", { name: "Your orders" })).toBeVisible();
  await align(cleo, "Hide");
  await submit(cleo);
  await align(ada, "Balance against");
  await submit(ada);

  players.push({ page: cleo, plan: (page) => align(page, "Hide") });
  await waitForPhase(ben, "reveal");
  await ben.reload();
  await playPhase(players, 1, "reveal");
  const turns = 1 + (await playToTheEnd(players, 8));
  expect(turns).toBeGreaterThanOrEqual(7);

  for (const { page } of players) {
    await expect(page.getByRole("heading", { name: "Which theory foresaw the choices?" })).toBeVisible();
    await expect(page.getByText(`The match ended after turn ${turns}.`, { exact: false })).toBeVisible();
    await expect(page.getByText("Your choices beside five theories")).toBeVisible();
    await expect(page.locator(".end-choice")).toHaveCount(turns);
  }
  expect(errors.flatMap((read) => read())).toEqual([]);
});

test("a full table lets one watch, and says so", async ({ browser }) => {
  const host = await someone(browser);
  const code = await openTable(host, "The Strait");
  for (const name of ["Ben", "Cleo", "Dan"]) await joinTable(await someone(browser), code, name);
  await expect(host.getByText("4 players are here.")).toBeVisible();
  await host.getByRole("button", { name: "Start the game" }).click();
  const eve = await someone(browser);
  await eve.goto(`${server.origin}/play/${code}`);
  await expect(
    eve.getByText("Every seat is taken by a person. You can still watch what everyone may see."),
  ).toBeVisible();
  await eve.getByLabel("Your name").fill("Eve");
  await eve.getByRole("button", { name: "Watch this game" }).click();
  await expect(eve.locator(".top-country")).toHaveText("Watching");
});
