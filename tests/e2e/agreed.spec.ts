import { expect, test, type Locator, type Page } from "@playwright/test";
import { audit, PHONE, TWO_LOOKS, unreachable } from "./support/access.ts";
import { align, phaseOf, playToTheEnd, pressReady, submit, waitForPhase, type Phase } from "./support/seat.ts";
import { startServer, type RunningServer } from "./support/server.ts";
import { everyoneLeaves, expectNoSidewaysScroll, joinMatch, openMatch, seated, someone } from "./support/table.ts";

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

const thread = (page: Page, name: string): Locator =>
  page.getByRole("navigation", { name: "Conversations" }).getByRole("button", { name: new RegExp(`^${name}(?!,)`) });

/** Presses one of the five steps. */
const rate = (within: Locator, country: string, words: string): Promise<void> =>
  within
    .getByRole("group", { name: country })
    .locator("label")
    .filter({ has: within.page().getByRole("radio", { name: words, exact: true }) })
    .click();

/** Opens a match on the start page: The Strait by ticks of one's own, silence while orders are written, ratings beside the reckoning. */
async function setUp(page: Page): Promise<string> {
  await page.goto(`${server.origin}/`);
  await page.getByText("Play with friends").click();
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Create the game" }) });
  await expect(form.getByRole("radio", { name: "Intro recommended" })).toBeChecked();

  await form.getByText("Rules picked one by one").click();
  await form.getByText("Secret treaties", { exact: true }).click();
  await expect(form.getByRole("checkbox", { name: /^Treaties/ })).toBeChecked();
  await expect(form.getByText("Added: Treaties, Secret treaties.")).toBeVisible();

  await form.getByText("Messages and intentions").click();
  await form.getByRole("combobox", { name: "Messages", exact: true }).selectOption({ label: "Phase by phase" });
  await form.getByRole("combobox", { name: "Orders" }).selectOption({ label: "Nothing" });
  await form
    .locator(".chip")
    .filter({ hasText: /^Both$/ })
    .click();
  await form.getByRole("combobox", { name: "Your country" }).selectOption({ label: "Aldany" });
  await form.getByLabel("Your name").fill("Ada");
  expect(await audit(page, "set-up", TWO_LOOKS)).toEqual([]);
  await form.getByRole("button", { name: "Create the game" }).click();
  await page.waitForURL(/\/play\/[A-Z2-9]{6}$/);
  return page.url().slice(-6);
}

test("a match by rules of one's own: agreed in the lobby, silent in orders; a group, a mute, a seat handed over and back; ratings at the end", async ({
  browser,
}) => {
  const adaSits = await someone(browser);
  const ada = adaSits.page;
  const code = await setUp(ada);
  const agreed = ada.locator(".lobby-brief").filter({ hasText: "What is agreed" });
  await expect(agreed).toContainText("Intro rules: Treaties, Secret treaties.");
  await expect(agreed).toContainText("Diplomacy – anything; Orders – nothing");
  await expect(agreed).toContainText("Intentions are reckoned, and everyone rates them too.");

  const entries = [
    await joinMatch(server, { code, name: "Ben", country: "borun" }),
    await joinMatch(server, { code, name: "Cleo", country: "cask" }),
  ] as const;
  const benSits = await seated(browser, server, { entry: entries[0] });
  const cleoSits = await seated(browser, server, { entry: entries[1] });
  const [ben, cleo] = [benSits.page, cleoSits.page];
  const pages = [ada, ben, cleo];
  await expect(ada.getByText("3 players are here.")).toBeVisible();
  await ada.getByRole("button", { name: "Start the game" }).click();

  // What one makes of the others is asked for among the news.
  await everyone(pages, "dispatches");
  await ada.locator(".rating-prompt").getByRole("button", { name: "Rate the others" }).click();
  const sheet = ada.getByRole("dialog", { name: "How hostile do the others seem?" });
  await rate(sheet, "Borun", "Bent on conquest");
  await rate(sheet, "Cask", "Peaceful");
  expect(await audit(ada, "ratings", TWO_LOOKS)).toEqual([]);
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(ada.locator(".rating-prompt")).toContainText("You have rated 2 of 3.");
  await everyone(pages, "dispatches", pressReady);
  await everyone(pages, "diplomacy");
  await ada.locator(".threat-line").filter({ hasText: "Borun" }).click();
  await expect(ada.getByText(/^By your rating its threat is \d+; by what it did, \d+\.$/)).toBeVisible();

  // A group of three, and a sentence at a tap.
  await ada.getByRole("button", { name: "New message…" }).click();
  for (const name of ["Borun", "Cask"]) await ada.getByRole("dialog").getByText(name, { exact: true }).click();
  await ada
    .getByRole("dialog")
    .getByRole("button", { name: /^Write/ })
    .click();
  await expect(ada.getByText("Read by Borun, Cask and you; by nobody else.")).toBeVisible();
  const phrase = "Shall we agree on one target for all of us?";
  await ada.getByRole("button", { name: phrase }).click();
  await expect(ada.getByRole("textbox", { name: "Message Borun, Cask" })).toHaveValue(phrase);
  await ada.getByRole("button", { name: "Send" }).click();
  await thread(cleo, "Aldany, Borun").click();
  await expect(cleo.getByRole("log")).toContainText(phrase);
  await expect(cleo.getByRole("log")).toContainText("Aldany");

  // Ben would rather not hear Aldany, and changes his mind.
  await expect(thread(ben, "Aldany, Cask").getByText("1 unread")).toBeAttached();
  await ben.getByRole("button", { name: "Countries" }).click();
  await ben.getByRole("dialog").getByRole("button", { name: "Aldany" }).click();
  await ben.getByRole("complementary").getByRole("button", { name: "Mute Aldany" }).click();
  await ben.getByRole("complementary").getByRole("button", { name: "Close" }).click();
  await expect(ben.getByText("1 unread")).toHaveCount(0);
  await ben.getByRole("group", { name: "Muted:" }).getByRole("button", { name: "Hear Aldany again" }).click();
  await thread(ben, "Aldany, Cask").click();
  await expect(ben.getByRole("log")).toContainText(phrase);

  // Cleo is called away: a computer player sits down, and the table goes on without her.
  await cleo.getByRole("button", { name: /^\d of 4 in$/ }).click();
  await cleo.getByText("Let a computer player play for me").click();
  await cleo.getByRole("button", { name: "Hand over the seat" }).click();
  await expect(cleo.getByRole("heading", { name: "A computer player plays Cask for you" })).toBeVisible();
  await expect(cleo.locator(".top-away")).toContainText("computer plays");
  await expect(cleo.getByText("A computer player speaks for you.")).toBeVisible();
  await ben.getByRole("button", { name: /^\d of 4 in$/ }).click();
  await expect(ben.getByRole("listitem").filter({ hasText: "Cask" }).last()).toContainText("computer player");
  await ben.keyboard.press("Escape");
  await everyone([ada, ben], "diplomacy", pressReady);
  await everyone([ada, ben], "orders");
  await expect(ada.locator(".compose")).toContainText(
    "No messages in this phase: so it was agreed for this match. Here you can write in: Dispatches, Diplomacy, Reveal.",
  );
  await expect(ada.getByRole("button", { name: "Send" })).toHaveCount(0);
  for (const page of [ada, ben]) {
    await align(page, "Hide");
    await submit(page);
  }
  await everyone([ada, ben], "reveal", pressReady);

  // Back next turn: the seat is hers again, and she plays it to the end.
  await everyone(pages, "dispatches");
  await cleo.getByRole("button", { name: "Take my seat back" }).click();
  await expect(cleo.getByRole("button", { name: "Continue" })).toBeVisible();
  await playToTheEnd(
    pages.map((page) => ({ page, plan: (one) => align(one, "Hide") })),
    2,
  );
  expect(await phaseOf(ada)).toBe("over");
  const table = ada.getByRole("region", { name: "Intentions three ways" });
  await expect(table.getByRole("row", { name: /^Borun 90/ })).toBeVisible();
  await expect(table.getByRole("row", { name: /^Cask 10/ })).toBeVisible();
  expect([...adaSits.errors(), ...benSits.errors(), ...cleoSits.errors()]).toEqual([]);
});

test("where players rate, nobody reads what others reckon; on a phone the seat is handed over in two taps", async ({
  browser,
}) => {
  const entry = await openMatch(server, { level: "standard", solo: true, intentions: "rated" });
  const { page, errors } = await seated(browser, server, { entry });
  await waitForPhase(page, "dispatches");
  await page.getByRole("button", { name: "Countries" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Who threatens whom").click();
  await expect(dialog.locator("tbody tr")).toHaveCount(1);
  await expect(dialog.locator("tbody")).toContainText("Aldany");
  await dialog.locator("label.chip").filter({ hasText: "Countries" }).click();
  await dialog.getByRole("button", { name: "Borun" }).click();
  await expect(page.getByRole("complementary")).toContainText("told at the end");
  await page.getByRole("complementary").getByRole("button", { name: "Close" }).click();

  // The map and the formula follow the rating.
  const row = page.locator(".threat-row").filter({ hasText: "Borun" });
  if (!(await row.locator(".rating").isVisible())) await row.locator(".threat-line").click();
  const before = await row.locator(".threat-number").textContent();
  await rate(page.locator(".threats"), "How hostile does Borun seem to you?", "Bent on conquest");
  await expect(row.locator(".threat-number")).not.toHaveText(before ?? "");
  await row.getByRole("button", { name: /^Formula/ }).click();
  await expect(page.getByRole("dialog")).toContainText("your answer stands for I = 0.900.");
  await page.keyboard.press("Escape");

  await page.setViewportSize(PHONE);
  await page.getByRole("button", { name: "Help" }).click();
  await page.getByText("Let a computer player play for me").click();
  await page.getByRole("button", { name: "Hand over the seat" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Take my seat back" })).toBeVisible();
  await expectNoSidewaysScroll(page, "away, on a phone");
  expect(await unreachable(page)).toEqual([]);
  expect(await audit(page, "away", TWO_LOOKS)).toEqual([]);
  await page.reload();
  await page.getByRole("button", { name: "Take my seat back" }).click();
  await expect(page.getByRole("button", { name: "Continue" })).toBeVisible();
  expect(errors()).toEqual([]);
});
