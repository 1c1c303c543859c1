import { expect, test, type Browser, type Locator, type Page } from "@playwright/test";
import type { Entry } from "#shared/protocol/messages.ts";
import { audit, TWO_LOOKS } from "./support/access.ts";
import { align, pressReady, submit, waitForPhase } from "./support/seat.ts";
import { startServer, type RunningServer } from "./support/server.ts";
import { everyoneLeaves, joinMatch, openMatch, type Person, seated } from "./support/table.ts";

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());
test.afterEach(({ browser }) => everyoneLeaves(browser));

interface Trio {
  readonly ada: Page;
  readonly ben: Page;
  readonly cleo: Page;
  readonly errors: () => readonly string[];
}

/** Aldany, Borun and Cask by people who talk, Dell by a computer player; in the phase of diplomacy. */
async function threeTalking(browser: Browser): Promise<Trio> {
  const first = await openMatch(server, { level: "standard" });
  const { code } = first;
  const second = await joinMatch(server, { code, name: "Ben", country: "borun" });
  const third = await joinMatch(server, { code, name: "Cleo", country: "cask" });
  const sit = (entry: Entry): Promise<Person> => seated(browser, server, { entry });
  const people = [await sit(first), await sit(second), await sit(third)] as const;
  const [ada, ben, cleo] = people.map(({ page }) => page) as [Page, Page, Page]; // three in, three out
  await expect(ada.getByText("3 players are here.")).toBeVisible();
  await ada.getByRole("button", { name: "Start the game" }).click();
  await everyone([ada, ben, cleo], "dispatches", pressReady);
  await everyone([ada, ben, cleo], "diplomacy");
  return { ada, ben, cleo, errors: () => people.flatMap((person) => person.errors()) };
}

async function everyone(
  pages: readonly Page[],
  phase: "dispatches" | "diplomacy" | "orders" | "reveal",
  act?: (page: Page) => Promise<void>,
): Promise<void> {
  for (const page of pages) await waitForPhase(page, phase);
  if (act) for (const page of pages) await act(page);
}

/** The conversation with one country, not a group that it is in. */
const thread = (page: Page, name: string): Locator =>
  page.getByRole("navigation", { name: "Conversations" }).getByRole("button", { name: new RegExp(`^${name}(?!,)`) });

async function writeTo(page: Page, countries: readonly string[], text: string): Promise<void> {
  await page.getByRole("button", { name: "New message…" }).click();
  const dialog = page.getByRole("dialog");
  for (const country of countries) await dialog.getByText(country, { exact: true }).click();
  await dialog.getByRole("button", { name: /^Write/ }).click();
  await page.getByRole("textbox", { name: /^Message/ }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("log").getByText(text)).toBeVisible();
}

async function propose(
  page: Page,
  { kind, partner }: { readonly kind: string; readonly partner: string },
): Promise<void> {
  await page.getByRole("button", { name: "Propose a treaty…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(kind, { exact: true }).click();
  // Whoever is being talked to stands ticked already.
  for (const label of await dialog.locator("label.chip").all()) {
    const wanted = (await label.textContent())?.trim() === partner;
    if ((await label.getByRole("checkbox").isChecked()) !== wanted) await label.click();
  }
  await dialog.getByRole("button", { name: "Propose", exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test("private, group and public messages reach whom they are for, and nobody else's page", async ({ browser }) => {
  const { ada, ben, cleo, errors } = await threeTalking(browser);
  await writeTo(ada, ["Borun"], "SECRET-ONE for Borun alone");
  await expect(thread(ben, "Aldany").getByText("1 unread")).toBeAttached();
  await expect(ben).toHaveTitle(/^\(1\) /);
  await thread(ben, "Aldany").click();
  await expect(ben.getByRole("log").getByText("SECRET-ONE for Borun alone")).toBeVisible();
  await expect(thread(ben, "Aldany").getByText("unread")).toHaveCount(0);
  await expect(ben).toHaveTitle(/^Diplomacy/);

  await writeTo(ben, ["Aldany", "Cask"], "SECRET-TWO for two");
  for (const page of [ada, cleo]) await expect(page.getByText("1 unread").first()).toBeAttached();
  await thread(ada, "Everyone").click();
  await ada.getByRole("textbox", { name: "Message everyone" }).fill("Read by all");
  await ada.getByRole("textbox", { name: "Message everyone" }).press("Enter");
  for (const page of [ada, ben, cleo]) {
    await thread(page, "Everyone").click();
    await expect(page.getByRole("log").getByText("Read by all")).toBeVisible();
  }
  // Everything Cleo's page holds, and everything her browser keeps.
  const held = await cleo.evaluate(() => document.documentElement.outerHTML + JSON.stringify(localStorage));
  expect(held).not.toContain("SECRET-ONE");
  await ben.reload();
  await waitForPhase(ben, "diplomacy");
  await thread(ben, "Aldany").first().click();
  await expect(ben.getByRole("log").getByText("SECRET-ONE for Borun alone")).toBeVisible();
  await expect(ben.getByText("unread")).toHaveCount(0);
  expect(errors()).toEqual([]);
});

test("a message of 2,001 characters is refused with the count, and nothing of it is lost", async ({ browser }) => {
  const entry = await openMatch(server, { level: "standard", solo: true });
  const { page } = await seated(browser, server, { entry });
  await everyone([page], "dispatches", pressReady);
  await everyone([page], "diplomacy");
  const field = page.getByRole("textbox", { name: "Message everyone" });
  const text = "y".repeat(2_001);
  await field.fill(text);
  await expect(page.getByText("2001 characters: at most 2000. Shorten it; nothing is cut off for you.")).toBeVisible();
  await field.press("Enter");
  await expect(page.getByRole("log")).not.toContainText("yyyy");
  await page.reload();
  await expect(field).toHaveValue(text);
  await field.fill(text.slice(1));
  await expect(page.getByText("2000 of 2000 characters")).toBeVisible();
  await field.press("Enter");
  await expect(page.getByRole("log")).toContainText(text.slice(1));
  await expect(field).toHaveValue("");
});

test("treaties are proposed, declined, taken back and signed, hold after the turn, and breaking one asks first", async ({
  browser,
}) => {
  const { ada, ben, cleo, errors } = await threeTalking(browser);
  const pages = [ada, ben, cleo];

  await propose(ada, { kind: "Defence pact", partner: "Borun" });
  await expect(ada.getByText("Waiting for an answer.")).toBeVisible();
  await thread(ben, "Aldany").click();
  await ben.getByRole("button", { name: "Decline" }).click();
  await ben.getByRole("button", { name: "Without a reason" }).click();
  await expect(ada.getByText("Declined by Borun.")).toBeVisible();

  await propose(ada, { kind: "Defence pact", partner: "Cask" });
  await thread(cleo, "Aldany").click();
  await expect(cleo.getByRole("button", { name: "Sign", exact: true })).toBeVisible();
  await ada.getByRole("button", { name: "Take back" }).click();
  await expect(cleo.getByRole("button", { name: "Sign", exact: true })).toHaveCount(0);

  await propose(ada, { kind: "Non-aggression treaty", partner: "Borun" });
  await ben.getByRole("button", { name: "Sign", exact: true }).click();
  await expect(
    ada.getByText("Signed by all: in force when the turn is resolved.").or(ada.getByText("Signed by Borun.")).first(),
  ).toBeVisible();

  await everyone(pages, "diplomacy", pressReady);
  await everyone(pages, "orders", async (page) => {
    await align(page, "Hide");
    await submit(page);
  });
  await everyone(pages, "reveal", pressReady);
  await everyone(pages, "dispatches", pressReady);
  await everyone(pages, "diplomacy");
  for (const page of pages) {
    await page.getByRole("button", { name: "Treaties (1)" }).click();
    const treaty = page.getByRole("dialog").getByRole("listitem");
    await expect(treaty).toContainText("Non-aggression treaty");
    await expect(treaty).toContainText("Aldany, Borun");
    await expect(treaty).toContainText("since turn 1");
    await page.keyboard.press("Escape");
  }

  await everyone(pages, "diplomacy", pressReady);
  await everyone(pages, "orders");
  await align(ben, "Hide");
  await ben.getByRole("button", { name: "Add a move" }).click();
  await ben
    .getByRole("button", { name: /^Attack/ })
    .first()
    .click();
  await ben
    .getByRole("button", { name: /^Attack .*\(Aldany\)$/ })
    .first()
    .click();
  await ben.getByRole("button", { name: "Submit orders" }).click();
  const asked = ben.getByRole("dialog", { name: "You are about to act against an ally – intended?" });
  await expect(asked).toContainText("Attacking Aldany breaks your non-aggression treaty with it.");
  expect(await audit(ben, "betrayal", TWO_LOOKS)).toEqual([]);
  await asked.getByRole("button", { name: "Go back to the sheet" }).click();
  await expect(ben.getByRole("button", { name: "Submit orders" })).toBeVisible();
  await ben.getByRole("button", { name: "Submit orders" }).click();
  await asked.getByRole("button", { name: "Intended: submit" }).click();
  await expect(ben.getByRole("button", { name: "Submitted · change" })).toBeVisible();
  for (const page of [ada, cleo]) {
    await align(page, "Hide");
    await submit(page);
  }
  await everyone(pages, "reveal");
  await expect(ada.locator(".reveal")).toContainText(/Borun.*broke|broke.*Borun/);
  expect(errors()).toEqual([]);
});
