import { expect, test, type Page } from "@playwright/test";
import { audit, DESK, focusIsSeen, LOOKS, moderate, PHONE, TWO_LOOKS, tabTo, unreachable } from "./support/access.ts";
import { align, phaseOf, playToTheEnd, pressReady, submit, waitForPhase, type Phase } from "./support/seat.ts";
import { startServer, type RunningServer } from "./support/server.ts";
import { everyoneLeaves, expectNoSidewaysScroll, openMatch, seated, someone } from "./support/table.ts";

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());
test.afterEach(({ browser }) => everyoneLeaves(browser));

/** Sizes that WCAG and cheap phones ask for; 683×384 is a small laptop at 200 %. */
type Size = typeof DESK;
const NARROW: readonly Size[] = [
  { width: 320, height: 640 },
  PHONE,
  { width: 683, height: 384 },
  { width: 1024, height: 640 },
];
const SHEET_SIZES = NARROW.filter(({ width }) => width < 1024);

/** What is wrong with what the page shows now: for axe, for narrow windows, for a window at 200 %. */
async function faults(page: Page, where: string, sizes: readonly Size[] = NARROW): Promise<readonly string[]> {
  const found: string[] = [...(await audit(page, where, sizes === NARROW ? LOOKS : TWO_LOOKS))];
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page, `${where} at ${size.width}`);
    found.push(...(await unreachable(page)).map((each) => `${where}, ${size.width} px: ${each}`));
  }
  await page.setViewportSize(DESK);
  found.push(...(await unreachable(page)).map((each) => `${where}, desk: ${each}`));
  return found;
}

test.afterAll(() => {
  if (moderate.size > 0) console.log(`axe, moderate or minor:\n${[...moderate].join("\n")}`);
});

test("pages before the table pass axe, light and dark, on a desk and a phone, and at 200 %", async ({ browser }) => {
  const { page } = await someone(browser);
  const found: string[] = [];
  await page.goto(`${server.origin}/`);
  await page.getByText("Play alone").click();
  await page.getByText("Play with friends").click();
  await page.getByRole("button", { name: "Use your rejoin code" }).click();
  await expect(page.getByRole("button", { name: "Create the game" })).toBeVisible();
  found.push(...(await faults(page, "home")));
  await page.getByRole("button", { name: "Join", exact: true }).click();
  found.push(...(await faults(page, "home with an error")));
  for (const [path, title] of [
    ["/learn", "The idea in two minutes"],
    ["/learn/glossary", "Levels and glossary"],
    ["/nowhere", "There is no page here"],
    ["/play/ZZZZZZ", "No such game"],
  ] as const) {
    await page.goto(`${server.origin}${path}`);
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    found.push(...(await faults(page, path)));
  }
  const entry = await openMatch(server, { scenario: "europe-1914", country: "romania" });
  await page.goto(`${server.origin}/play/${entry.code}`);
  await expect(page.getByRole("heading", { name: "Sit down at this table" })).toBeVisible();
  found.push(...(await faults(page, "join")));
  const { page: lobby } = await seated(browser, server, { entry });
  await expect(lobby.getByText("One player is here.")).toBeVisible();
  found.push(...(await faults(lobby, "lobby")));
  expect(found).toEqual([]);
});

type Opening = readonly [name: string, open: (page: Page) => Promise<void>];
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("button", { name }).first().click();

/** How a person at a desk opens each sheet. */
const SHEETS: readonly Opening[] = [
  ["Help", (page) => press(page, "Help")],
  ["The rules", (page) => press(page, "Help").then(() => press(page, "All rules"))],
  ["History", (page) => press(page, "History")],
  ["All countries", (page) => press(page, "Countries")],
  ["Who threatens whom", (page) => press(page, "Countries").then(() => page.getByText("Who threatens whom").click())],
  ["Who is in", (page) => press(page, /^\d of \d in$/)],
  ["Your score", (page) => press(page, /^security/)],
  ["Your points this turn", (page) => press(page, /^Spend/)],
  ["Your secret aim", (page) => page.locator(".top-country").click()],
  ["Formula", (page) => press(page, /^Formula/)],
  ["Treaties", (page) => press(page, /^Treaties \(/)],
  ["Propose a treaty", (page) => press(page, "Propose a treaty…")],
  ["New message", (page) => press(page, "New message…")],
];

async function closeSheets(page: Page): Promise<void> {
  const sheet = page.getByRole("dialog");
  while ((await sheet.count()) > 0) {
    const open = await sheet.count();
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(open - 1);
  }
  // Back where it was, not at the top of the page.
  await expect(page.locator("body")).not.toBeFocused();
}

test("every sheet over the table passes axe and gives the focus back", async ({ browser }) => {
  const entry = await openMatch(server, { level: "standard", solo: true });
  const { page, errors } = await seated(browser, server, { entry });
  const found: string[] = [];
  await waitForPhase(page, "dispatches");
  await pressReady(page);
  await waitForPhase(page, "diplomacy");
  for (const [name, open] of SHEETS) {
    await open(page);
    await expect(page.getByRole("dialog").first()).toBeVisible();
    found.push(...(await faults(page, name, SHEET_SIZES)));
    await closeSheets(page);
  }
  await press(page, "Countries");
  await page.getByRole("dialog").getByRole("button", { name: "Borun" }).click();
  await expect(page.getByRole("heading", { name: "Borun" })).toBeFocused();
  found.push(...(await faults(page, "country card")));
  await page.locator(".country-card").getByRole("button", { name: "Close" }).click();
  expect(found).toEqual([]);
  expect(errors()).toEqual([]);
});

test("the table passes axe in every phase, and the final screen too", async ({ browser }) => {
  const entry = await openMatch(server, { level: "standard", solo: true });
  const { page, errors } = await seated(browser, server, { entry });
  const found: string[] = [];
  await waitForPhase(page, "dispatches");
  found.push(...(await faults(page, "dispatches")));
  await pressReady(page);
  await waitForPhase(page, "diplomacy");
  found.push(...(await faults(page, "diplomacy")));
  await pressReady(page);
  await waitForPhase(page, "orders");
  await align(page, "Balance against");
  await press(page, "Add a move");
  await press(page, "Add a sentence");
  found.push(...(await faults(page, "orders")));
  await submit(page);
  await waitForPhase(page, "reveal");
  found.push(...(await faults(page, "reveal")));
  await pressReady(page);
  await waitForPhase(page, "dispatches");
  await press(page, "History");
  found.push(...(await faults(page, "History after a turn", SHEET_SIZES)));
  await closeSheets(page);
  const hide = (one: Page): Promise<void> => align(one, "Hide");
  await playToTheEnd([{ page, plan: hide }], 3);
  await expect(page.getByRole("heading", { name: "Which theory foresaw the choices?" })).toBeVisible();
  found.push(...(await faults(page, "final screen")));
  expect(found).toEqual([]);
  expect(errors()).toEqual([]);
});

test("a whole match by keyboard alone; phases are announced and the tab names them", async ({ browser }) => {
  const { page, errors } = await someone(browser);
  const { keyboard } = page;
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  await page.goto(`${server.origin}/`);
  await tabTo(page, page.locator("#alone summary"));
  await keyboard.press("Enter");
  await expect(button("Start playing")).toBeVisible();
  await tabTo(page, page.locator("#alone").getByRole("radio").first());
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: /The Strait/ }).first()).toBeChecked();
  await tabTo(page, button("Start playing"));
  expect(await focusIsSeen(page)).toBe(true);
  await keyboard.press("Enter");
  const spoken = page.locator("[role=status].visually-hidden");
  const said = {
    dispatches: "Dispatches: read what happened.",
    diplomacy: "Diplomacy: talk, sign treaties, draft your orders.",
    orders: "Orders: hand in your sheet.",
    reveal: "orders are in and being carried out.",
  } as const;
  const arrive = async (phase: Exclude<Phase, "over">): Promise<void> => {
    await waitForPhase(page, phase);
    await expect(spoken.filter({ hasText: said[phase] })).toHaveCount(1);
    await expect(page).toHaveTitle(new RegExp(`${phase} · turn \\d · \\w+ – Counterpoise$`, "i"));
  };

  // The first stop on the page leads past the map and the lists to what the phase asks.
  await arrive("dispatches");
  await tabTo(page, page.getByRole("link", { name: "Skip to your orders" }), 2);
  await keyboard.press("Enter");
  await tabTo(page, button("Continue"), 12);
  await keyboard.press("Enter");

  for (let turn = 1; turn <= 3; turn += 1) {
    await arrive("diplomacy");
    if (turn === 1) await writeToEveryone(page);
    await tabTo(page, button("Ready for orders"), 120);
    expect(await focusIsSeen(page)).toBe(true);
    await keyboard.press("Space");
    await arrive("orders");
    // The control that ended the last phase is gone: the focus went on to what came, not to the top of the page.
    await expect(page.getByRole("heading", { name: "Your orders" })).toBeFocused();
    await chooseByKeyboard(page);
    await tabTo(page, button("Submit orders"), 120);
    await keyboard.press("Enter");
    await arrive("reveal");
    await expect(page.getByRole("heading", { name: `Turn ${turn} revealed` })).toBeFocused();
    await tabTo(page, button("Continue"), 120);
    await keyboard.press("Enter");
    await expect.poll(() => phaseOf(page)).toMatch(/over|dispatches/);
    if ((await phaseOf(page)) === "over") break;
    await arrive("dispatches");
    await tabTo(page, button("Continue"), 120);
    await keyboard.press("Enter");
  }
  expect(await phaseOf(page)).toBe("over");
  const slider = page.getByRole("slider", { name: "Turn shown" });
  await tabTo(page, slider);
  await keyboard.press("Home");
  await expect(page.getByText("The world before the first turn.")).toBeVisible();
  await keyboard.press("ArrowRight");
  await expect(page.getByText("The world before the first turn.")).toBeHidden();
  expect(errors()).toEqual([]);
});

/** m leads to the messages, Tab to the field, Enter sends; single keys do nothing while one types. */
async function writeToEveryone(page: Page): Promise<void> {
  await page.keyboard.press("m");
  await expect(page.getByRole("heading", { name: "Messages" })).toBeFocused();
  await tabTo(page, page.getByRole("textbox", { name: "Message everyone" }), 20);
  await page.keyboard.type("Who 1 moves at h?");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("log").getByText("Who 1 moves at h?")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  // Out of the field, so that a letter is a key again.
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Help" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("h");
  await expect(page.getByRole("dialog", { name: "History" })).toBeVisible();
  await page.keyboard.press("Escape");
}

/** o leads to the orders; arrows choose the alignment, then its target in the list beside it. */
async function chooseByKeyboard(page: Page): Promise<void> {
  await page.keyboard.press("o");
  await expect(page.getByRole("heading", { name: "Your orders" })).toBeFocused();
  await tabTo(page, page.getByRole("radio", { name: /^Balance against/ }), 5);
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio", { name: /^Balance against/ })).toBeChecked();
  const target = page.getByRole("combobox", { name: "Balance against" });
  await tabTo(page, target, 3);
  await page.keyboard.press("ArrowDown");
  await expect(target).not.toHaveValue("");
  await tabTo(page, page.getByRole("button", { name: "More: Defence" }), 20);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: "Defence" }).locator("output")).toHaveText("1");
}
