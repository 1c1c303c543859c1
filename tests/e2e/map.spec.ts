import { expect, test, type Page } from "@playwright/test";
import { waitForPhase } from "./support/seat.ts";
import { startServer, type RunningServer } from "./support/server.ts";
import { everyoneLeaves, openMatch, seated } from "./support/table.ts";

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());
test.afterEach(({ browser }) => everyoneLeaves(browser));

const frames = (page: Page): Promise<number> =>
  page.locator(".map-canvas canvas").evaluate((canvas) => Number((canvas as HTMLCanvasElement).dataset["frames"] ?? 0));

/** Waits until nothing moves: no frame for a quarter of a second. */
async function settle(page: Page): Promise<number> {
  let last = -1;
  await expect
    .poll(
      async () => {
        const now = await frames(page);
        const still = now === last;
        last = now;
        return still;
      },
      { intervals: [250], timeout: 20_000 },
    )
    .toBe(true);
  return last;
}

/** Does something to the map and waits until it has drawn it. */
async function expectDrawn(page: Page, what: string, act: () => Promise<unknown>): Promise<void> {
  const before = await settle(page);
  await act();
  await expect.poll(() => frames(page), { message: `${what} draws nothing` }).toBeGreaterThan(before);
}

/** Mean brightness of the map's picture, 0–255. */
async function brightness(page: Page): Promise<number> {
  const picture = await page.locator(".map-canvas").screenshot();
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(32, 32);
    const brush = canvas.getContext("2d");
    brush?.drawImage(image, 0, 0, 32, 32);
    const bytes = brush?.getImageData(0, 0, 32, 32).data ?? [];
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum += (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) + (bytes[at + 2] ?? 0);
    return sum / (3 * 32 * 32);
  }, picture.toString("base64"));
}

for (const motion of ["no-preference", "reduce"] as const) {
  test(`a map at rest draws nothing (motion: ${motion})`, async ({ browser }) => {
    const entry = await openMatch(server, { scenario: "ring", country: "borun", solo: true });
    const { page, errors } = await seated(browser, server, { entry, reducedMotion: motion });
    await waitForPhase(page, "dispatches");
    await page.locator(".map-canvas canvas").waitFor();
    const before = await settle(page);
    expect(before).toBeGreaterThan(0);
    // The clock goes on beside it.
    const clock = await page.getByRole("timer").textContent();
    await page.waitForTimeout(1_500);
    expect(await page.getByRole("timer").textContent()).not.toBe(clock);
    expect(await frames(page)).toBe(before);
    expect(errors()).toEqual([]);
  });
}

test("wheel, drag, pinch and keys move the map; a theme repaints it", async ({ browser }) => {
  const entry = await openMatch(server, { solo: true });
  const { page, errors } = await seated(browser, server, { entry, hasTouch: true, colorScheme: "light" });
  await waitForPhase(page, "dispatches");
  const map = page.locator(".map-canvas");
  await map.locator("canvas").waitFor();
  const box = await map.boundingBox();
  if (!box) throw new Error("no map");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await expectDrawn(page, "the wheel", () => page.mouse.wheel(0, -400));
  await expectDrawn(page, "a drag", async () => {
    await page.mouse.down();
    await page.mouse.move(x + 80, y + 40, { steps: 4 });
    await page.mouse.up();
  });
  await expect(page.locator(".country-card"), "a drag is not a tap").toHaveCount(0);
  await expectDrawn(page, "a pinch", () => pinch(page, { x, y }));
  await expectDrawn(page, "the button", () => page.getByRole("button", { name: "Zoom out" }).click());
  await map.focus();
  for (const key of ["+", "ArrowLeft", "-"]) await expectDrawn(page, `the key ${key}`, () => page.keyboard.press(key));
  for (const [key, layer] of [
    ["2", "Threat"],
    ["3", "Power"],
    ["4", "Alignment"],
    ["1", "Owner"],
  ] as const) {
    await expectDrawn(page, `layer ${layer}`, () => page.keyboard.press(key));
    await expect(page.getByRole("radio", { name: new RegExp(layer) })).toBeChecked();
  }
  // The Strait knows no ideologies: there is no layer of them.
  await expect(page.getByRole("radio", { name: /Ideology/ })).toHaveCount(0);
  await settle(page);
  const day = await brightness(page);
  await expectDrawn(page, "the system's dark theme", () => page.emulateMedia({ colorScheme: "dark" }));
  await settle(page);
  expect(await brightness(page)).toBeLessThan(day - 60);
  await page.getByRole("button", { name: "Help" }).click();
  await expectDrawn(page, "the light theme chosen", () => page.getByText("Light", { exact: true }).click());
  await page.keyboard.press("Escape");
  await settle(page);
  expect(Math.abs((await brightness(page)) - day)).toBeLessThan(12);
  expect(errors()).toEqual([]);
});

/** Two fingers apart, by the browser's own touch events. */
async function pinch(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const at = (apart: number) => [
    { x: x - apart, y, id: 1 },
    { x: x + apart, y, id: 2 },
  ];
  await browser.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(20) });
  for (const apart of [30, 50, 80])
    await browser.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(apart) });
  await browser.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

test("what the map shows is also there in words", async ({ browser }) => {
  const entry = await openMatch(server, { scenario: "europe-1914", country: "romania", solo: true });
  const { page } = await seated(browser, server, { entry });
  await waitForPhase(page, "dispatches");
  await page.getByRole("button", { name: "Countries" }).click();
  const rows = page.getByRole("dialog").getByRole("row");
  await expect(rows).toHaveCount(13);
  const table = await rows.evaluateAll((all) =>
    all.slice(1).map((row) => [...row.children].map((cell) => cell.textContent)),
  );
  const scenario = (await (await page.request.get(`${server.origin}/api/scenarios/europe-1914`)).json()) as {
    readonly countries: readonly { readonly name: string }[];
  };
  expect(table.map(([name]) => name)).toEqual(scenario.countries.map(({ name }) => name));
  for (const [name, power, arms, land, aligned, threat] of table) {
    expect(power, name ?? "").toMatch(/^\d+ %$/);
    expect(arms, name ?? "").toMatch(/^\d+$/);
    expect(land, name ?? "").toMatch(/^\d+ of \d+ home(, \d+ taken)?$/);
    expect(aligned, name ?? "").toMatch(/^(has not chosen yet|hides|balances against .+|bandwagons with .+)$/);
    expect(threat, name ?? "").toMatch(name === "Romania" ? /^–$/ : /^\d+$/);
  }
  await page.getByText("Who threatens whom").click();
  await expect(page.getByRole("dialog").getByRole("row")).toHaveCount(13);
  await page.getByText("Countries", { exact: true }).last().click();
  await page.getByRole("dialog").getByRole("button", { name: "Serbia" }).click();
  await expect(page.getByRole("heading", { name: "Serbia" })).toBeFocused();
  // The same actions as on the map.
  await page.locator(".country-card").getByRole("button", { name: "Bandwagon with" }).click();
  await expect(page.locator(".country-card")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Countries" }), "the focus is back where it was").toBeFocused();
});
