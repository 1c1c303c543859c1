import { expect, test, type Page } from "@playwright/test";
import type { HostView } from "#shared/model/classView.ts";
import type { OpenedClass } from "#shared/protocol/classMessages.ts";
import { LOOKS, moderate, PHONE, TWO_LOOKS } from "./support/access.ts";
import {
  button,
  classmates,
  closeSheet,
  hostLine,
  instructor,
  joinClass,
  openClass,
  projector,
  sheet,
  strait,
  student,
  type LineOf,
} from "./support/classroom.ts";
import { dismissToasts, expectNoScroll, faults } from "./support/faults.ts";
import { waitForPhase } from "./support/seat.ts";
import { startServer, type RunningServer } from "./support/server.ts";
import { everyoneLeaves, someone } from "./support/table.ts";

let server: RunningServer;
let lines: readonly { readonly vanish: () => Promise<void> }[] = [];
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(async () => {
  await server.dispose();
  if (moderate.size > 0) console.log(`axe, moderate or minor:\n${[...moderate].join("\n")}`);
});
test.afterEach(async ({ browser }) => {
  await Promise.all(lines.map((line) => line.vanish()));
  lines = [];
  await everyoneLeaves(browser);
});

/** A class with six students on lines of their own, by the survey and with a concept check, gathering. */
async function gathering(): Promise<{ readonly opened: OpenedClass; readonly host: LineOf<HostView> }> {
  const opened = await openClass(server);
  const host = await hostLine(server, opened.key);
  lines = [host];
  const plan = strait(7, { tables: 2, seating: "survey", conceptCheck: true, seconds: SLOW });
  await host.do("openSession", { plan, rehearsal: false });
  lines = [host, ...(await classmates(server, opened.code, ["Ada", "Ben", "Cleo", "Dan", "Eve", "Finn"]))];
  return { opened, host };
}
const SLOW = { dispatches: 900, diplomacy: 900, orders: 900, reveal: 900 };

test("twelve tables stand on a small laptop without scrolling; a rehearsal fills them in one click", async ({
  browser,
}) => {
  const { key } = await openClass(server);
  const { page, errors } = await instructor(browser, server, key);
  await page.getByLabel("Scenario").selectOption({ label: "The Strait" });
  await page.getByLabel("Students", { exact: true }).fill("36");
  await page.getByText("Figures", { exact: true }).click();
  await page.getByLabel("Tables", { exact: true }).fill("12");
  await button(page, "Rehearse it first").click();
  const cards = page.locator(".table-card");
  await expect(cards).toHaveCount(12, { timeout: 40_000 });
  await expect(page.locator(".card-map canvas")).toHaveCount(12);
  await dismissToasts(page);
  await expectNoScroll(page, "twelve tables");
  for (const card of await cards.all()) {
    const box = await card.boundingBox();
    expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 1366 && box.y + box.height <= 768).toBe(true);
    // Nothing of a card is cut off, at the size at which all are seen.
    expect(await card.evaluate((element) => element.scrollHeight <= element.clientHeight + 1)).toBe(true);
  }
  await button(page, "Sort by need").click();
  await button(page, "Table 12").click();
  await expect(page.getByRole("heading", { name: "Table 12" })).toBeFocused();
  await page.goBack();
  await expect(cards).toHaveCount(12);
  expect(errors()).toEqual([]);
});

test("the instructor's pages pass axe, light and dark, on a desk and a phone", async ({ browser }) => {
  const found: string[] = [];
  const { page: front } = await someone(browser);
  await front.goto(`${server.origin}/host`);
  await front.getByText("Recover a class with its code").click();
  found.push(...(await faults(front, "front", LOOKS)));

  const { opened, host } = await gathering();
  const { page, errors } = await instructor(browser, server, opened.key);
  await expect(page.getByText("6 of 6 here")).toBeVisible();
  found.push(...(await faults(page, "gathering", LOOKS)));
  found.push(
    ...(await sheets(page, ["Change the plan", "Settings", "Instructors", "Concept check", "Export, delete", /^Ada/])),
  );
  await host.do("begin");
  await expect(page.locator(".card-map canvas")).toHaveCount(2);
  found.push(...(await faults(page, "dashboard", LOOKS)));
  found.push(
    ...(await sheets(page, [
      "Freeze…",
      "Step back",
      "Start",
      /^(Write|Choose)$/,
      "People",
      "Say to all",
      "Change",
      "Finish",
    ])),
  );
  await button(page, "Table 1").click();
  await expect(page.locator(".pane-map canvas")).toBeVisible();
  found.push(...(await faults(page, "one table", LOOKS)));
  await button(page, /All tables$/).click();
  await host.do("finish");
  await expect(page.getByRole("heading", { name: "Plan another session" })).toBeVisible();
  for (const part of ["Figures", "How it is played", "Treatments"]) await page.getByText(part, { exact: true }).click();
  await button(page, "Add a treatment").click();
  found.push(...(await faults(page, "planner", LOOKS)));
  expect(found).toEqual([]);
  expect(errors()).toEqual([]);
});

async function sheets(page: Page, names: readonly (string | RegExp)[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of names) {
    await button(page, name).first().click();
    await expect(sheet(page)).toBeVisible();
    found.push(...(await faults(page, String(name), TWO_LOOKS)));
    await closeSheet(page);
  }
  return found;
}

test("a student's pages and the projector pass axe, light and dark, on a desk and a phone", async ({ browser }) => {
  const found: string[] = [];
  const { opened, host } = await gathering();
  const { page: door } = await someone(browser);
  await door.goto(`${server.origin}/play/${opened.code}`);
  await expect(door.getByRole("heading", { name: "Join this class" })).toBeVisible();
  found.push(...(await faults(door, "door", LOOKS)));

  const { page: wall, errors: wallErrors } = await projector(browser, server, host);
  await expect(wall.getByText(opened.code).first()).toBeVisible();
  found.push(...(await faults(wall, "projector before play", LOOKS)));

  const entry = await joinClass(server, opened.code, "Gus");
  const { page, errors } = await student(browser, server, { entry, viewport: PHONE });
  await expect(page.getByRole("region", { name: "Five questions before you are seated" })).toBeVisible();
  await button(page, "Begin").click();
  found.push(...(await faults(page, "gathering", LOOKS)));
  await host.do("begin");
  await waitForPhase(page, "dispatches");
  await host.do("tell", { to: null, text: "Five minutes more." });
  await host.do("poll", { question: "yesNo", text: "Is Borun a threat?", options: [], tallyShown: true });
  await expect(page.getByRole("heading", { name: "Is Borun a threat?" })).toBeVisible();
  found.push(...(await faults(page, "table with a notice and a poll", LOOKS)));
  found.push(...(await faults(wall, "projector with a poll", TWO_LOOKS)));
  await page.locator(".class-toast").getByRole("button").click();
  await host.do("release");
  found.push(...(await sheets(page, ["Notices", "Ask for help"])));
  await host.do("freeze", { tables: "all", text: "Look here." });
  await expect(page.getByRole("alertdialog")).toBeVisible();
  found.push(...(await faults(page, "frozen", LOOKS)));
  found.push(...(await faults(wall, "projector frozen", TWO_LOOKS)));
  await host.do("resume", { tables: "all" });
  found.push(...(await faults(wall, "projector in play", LOOKS)));
  await host.do("finish");
  await waitForPhase(page, "over");
  await expect(page.getByRole("region", { name: "A short check after play" })).toBeVisible();
  found.push(...(await faults(page, "after the session", TWO_LOOKS)));
  found.push(...(await faults(wall, "projector after play", TWO_LOOKS)));
  expect(found).toEqual([]);
  expect(errors()).toEqual([]);
  expect(wallErrors()).toEqual([]);
});
