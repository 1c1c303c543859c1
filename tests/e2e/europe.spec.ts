import { expect, test } from "@playwright/test";
import { startServer, type RunningServer } from "./support/server.ts";
import { align, playToTheEnd, watchErrors } from "./support/seat.ts";

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

test("one person plays Europe 1914 to the end against eleven computer players", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(`${server.origin}/`);
  await page.getByText("Play alone").click();
  await page.getByRole("radio", { name: /^Europe 1914/ }).first().check();
  await page.getByRole("combobox", { name: "Your country" }).first().selectOption({ label: "Romania" });
  await page.getByRole("button", { name: "Start playing" }).click();
  await page.waitForURL(/\/play\//);
  await expect(page.locator("canvas").first()).toBeVisible();
  const started = Date.now();
  const turns = await playToTheEnd(
    [{ page, plan: (one, turn) => align(one, turn % 3 === 0 ? "Hide" : "Balance against") }],
    8,
  );
  expect(turns).toBeGreaterThanOrEqual(7);
  await expect(page.getByText("Your choices beside five theories")).toBeVisible();
  await expect(page.locator(".end-choice")).toHaveCount(turns);
  await page.getByRole("button", { name: "Computer players too" }).click();
  await expect(page.getByText(/^\d+ choices, 95 % interval$/)).toHaveText(`${turns * 12} choices, 95 % interval`);
  await page.getByRole("slider", { name: "Turn shown" }).fill("0");
  await expect(page.getByText("The world before the first turn.")).toBeVisible();
  test
    .info()
    .annotations.push({ type: "seconds played", description: String(Math.round((Date.now() - started) / 1000)) });
  expect(errors()).toEqual([]);
});
