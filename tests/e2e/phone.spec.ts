import { expect, test, type Locator, type Page } from "@playwright/test";
import { PHONE } from "./support/access.ts";
import { waitForPhase } from "./support/seat.ts";
import { startServer, type RunningServer } from "./support/server.ts";
import { everyoneLeaves, expectNoSidewaysScroll, openMatch, someone } from "./support/table.ts";

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());
test.afterEach(({ browser }) => everyoneLeaves(browser));

/** Whole within the window, without scrolling, and large enough for a thumb. */
async function expectPinned(control: Locator, { height, width }: typeof PHONE): Promise<void> {
  await expect(control).toBeVisible();
  const box = await control.boundingBox();
  if (!box) throw new Error("not drawn");
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(height);
  expect(box.x + box.width).toBeLessThanOrEqual(width);
  expect(box.height).toBeGreaterThanOrEqual(44);
}

/** Taps the sea and land in a grid until a country's card opens; returns its name. */
async function tapCountry(page: Page): Promise<string> {
  const map = page.locator(".map-canvas");
  const box = await map.boundingBox();
  if (!box) throw new Error("no map");
  const card = page.locator(".country-card");
  for (const y of [0.5, 0.35, 0.65]) {
    for (const x of [0.5, 0.35, 0.65, 0.2, 0.8]) {
      await page.touchscreen.tap(box.x + box.width * x, box.y + box.height * y);
      // Long enough for a card to be drawn; sea answers with nothing.
      if (
        await card.waitFor({ timeout: 400 }).then(
          () => true,
          () => false,
        )
      )
        return (await card.getByRole("heading").textContent()) ?? "";
    }
  }
  throw new Error("no tap on the map opened a card");
}

test("a phone joins by link and plays a turn with taps", async ({ browser }) => {
  const entry = await openMatch(server, { level: "standard" });
  const { page, errors } = await someone(browser, {
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
  });
  const tab = (name: RegExp): Locator => page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name });
  await page.goto(`${server.origin}/play/${entry.code}`);
  await page.getByText("Dell", { exact: true }).tap();
  await page.getByLabel("Your name").fill("Ben");
  await page.getByRole("button", { name: "Join" }).tap();
  await expect(page.getByText("The game begins as soon as whoever opened it presses Start.")).toBeVisible();
  await expectNoSidewaysScroll(page, "lobby");

  const host = await someone(browser);
  await host.page.goto(`${server.origin}/`);
  await host.page.getByRole("button", { name: "Use your rejoin code" }).click();
  await host.page.getByLabel("Rejoin code").fill(entry.rejoin);
  await host.page.getByRole("button", { name: "Take my seat back" }).click();
  await host.page.getByRole("button", { name: "Start the game" }).click();
  // Leaves: the table does not wait for who is away.
  await waitForPhase(host.page, "dispatches");
  await host.page.context().close();

  await waitForPhase(page, "dispatches");
  await expect(page.getByText("turn 1 · Dell")).toBeVisible();
  const ready = page.getByRole("button", { name: "Continue" });
  await expectPinned(ready, PHONE);
  await ready.tap();

  await waitForPhase(page, "diplomacy");
  await tab(/^Threats/).tap();
  await expect(page.getByRole("heading", { name: "Threat to you" })).toBeInViewport();
  await page.getByRole("button", { name: /^Formula/ }).tap();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectNoSidewaysScroll(page, "formula");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).tap();
  await tab(/^Messages/).tap();
  await page.getByRole("textbox", { name: "Message everyone" }).fill("Hello from a phone");
  await page.getByRole("button", { name: "Send" }).tap();
  await expect(page.getByRole("log").getByText("Hello from a phone")).toBeInViewport();
  await page.getByRole("button", { name: "Legend", exact: true }).tap();
  await page.getByRole("dialog").getByText("Alignment").tap();
  await expect(page.getByRole("dialog").getByRole("radio", { name: /Alignment/ })).toBeChecked();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).tap();

  const tapped = await tapCountry(page);
  expect(["Aldany", "Borun", "Cask", "Dell"]).toContain(tapped);
  await expect(page.locator(".country-card").getByRole("heading", { name: tapped })).toBeInViewport();
  await expectNoSidewaysScroll(page, "country card");
  await page.locator(".country-card").getByRole("button", { name: "Close" }).tap();

  await tab(/^Orders/).tap();
  const onward = page.getByRole("button", { name: "Ready for orders" });
  await expectPinned(onward, PHONE);
  await onward.tap();
  await waitForPhase(page, "orders");
  const submit = page.getByRole("button", { name: "Submit orders" });
  await expectPinned(submit, PHONE);
  await page.locator(".option-row").filter({ hasText: "Balance against" }).tap();
  await page.getByRole("combobox", { name: "Balance against" }).selectOption({ label: "Borun" });
  await page.getByRole("button", { name: "Intentions" }).tap();
  await page.getByRole("button", { name: "More: Defence" }).tap();
  await page.getByRole("button", { name: "Add a move" }).tap();
  await page.getByText("Words and demands", { exact: true }).tap();
  await page
    .getByRole("button", { name: /^Reassure/ })
    .first()
    .tap();
  await page.getByRole("button", { name: "Reassure Cask" }).tap();
  await expectPinned(submit, PHONE);
  await expectNoSidewaysScroll(page, "orders");
  await submit.tap();

  await waitForPhase(page, "reveal");
  await expect(page.getByRole("heading", { name: "Turn 1 revealed" })).toBeInViewport();
  await expectPinned(page.getByRole("button", { name: "Continue" }), PHONE);
  await expectNoSidewaysScroll(page, "reveal");
  await page.getByRole("button", { name: "Continue" }).tap();
  await waitForPhase(page, "dispatches");
  await expect(page.getByText("turn 2 · Dell")).toBeVisible();
  expect(errors()).toEqual([]);
});
