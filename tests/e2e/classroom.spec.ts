import { expect, test, type Page } from "@playwright/test";
import { advanceAll, answerAll, comeIn, joinByLink, openByHand, reseat, write } from "./support/lesson.ts";
import { button, sheet } from "./support/classroom.ts";
import { align, submit, waitForPhase, type Phase } from "./support/seat.ts";
import { startServer, type RunningServer } from "./support/server.ts";
import { everyoneLeaves, someone } from "./support/table.ts";

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());
test.afterEach(({ browser }) => everyoneLeaves(browser));

const WALL = true;
const NAMES = ["Ada", "Ben", "Cleo", "Dan", "Eve", "Finn"];
const SEATED = /^You lead (Aldany|Borun|Cask|Dell)$/;

const each = (pages: readonly Page[], act: (page: Page) => Promise<unknown>): Promise<unknown> =>
  Promise.all(pages.map(act));
const all = (pages: readonly Page[], phase: Phase): Promise<unknown> =>
  each(pages, (page) => waitForPhase(page, phase));

test("a lesson from the planner to the end: an instructor, a projector and six students at two tables", async ({
  browser,
}) => {
  const { page: host, errors: hostErrors } = await someone(browser);
  const code = await openByHand(host, server);
  await host.getByLabel("Students", { exact: true }).fill("6");
  await host.getByLabel("Minutes", { exact: true }).fill("60");
  await host.getByLabel("Scenario").selectOption({ label: "The Strait" });
  // Clocks that no test waits for: the instructor moves on.
  await host.getByText("Figures", { exact: true }).click();
  for (const phase of ["Dispatches", "Diplomacy", "Orders", "Reveal"])
    await host.getByLabel(phase, { exact: true }).fill("900");
  await host.getByLabel("Turns", { exact: true }).fill("3");
  await host.getByText("How it is played").click();
  await host.getByLabel("Who sits where").selectOption({ label: "By five questions on temperament" });
  await host.getByLabel("Ask six questions before and after").check();
  const lesson = host.getByRole("region", { name: "The lesson" });
  await expect(lesson).toContainText(/2 tables/);
  await expect(lesson).toContainText("6 places for 6 students.");
  await expect(lesson).toContainText("Debrief, protected");
  await expect(lesson).toContainText(/This needs \d+ minutes; the lesson has 60\./);
  await host.getByLabel("Minutes", { exact: true }).fill("400");
  await expect(lesson).not.toContainText("This needs");
  await button(host, "Open the session").click();

  await button(host, "Projector").click();
  await button(host, "Make a link for a projector").click();
  const link = await sheet(host).getByRole("link", { name: "Open here in a new tab" }).getAttribute("href");
  await host.keyboard.press("Escape");
  const { page: wall, errors: wallErrors } = await someone(browser, { viewport: { width: 1920, height: 1080 } });
  if (WALL) await wall.goto(link ?? "");
  if (WALL) await expect(wall.getByText(code).first()).toBeVisible();

  const people = await comeIn(browser, server, { code, names: NAMES });
  const pages = people.map(({ page }) => page);
  const [ada, ben] = pages;
  if (!ada || !ben) throw new Error("nobody came");
  // From the code to a seat: ten seconds at most.
  await each(pages, (page) => expect(page.getByRole("heading", { name: SEATED })).toBeVisible({ timeout: 10_000 }));
  await expect(host.getByText("6 of 6 here")).toBeVisible();
  await each(pages, (page) =>
    answerAll(page, "Five questions before you are seated", { option: pages.indexOf(page) % 5, questions: 5 }),
  );
  // Seats were given before the answers: one click seats by them, should they not agree.
  await expect(host.getByText("6 have answered the five questions.")).toBeVisible();
  const byAnswers = button(host, "Seat everyone by their answers");
  if (await byAnswers.isVisible()) await byAnswers.click();
  await expect(byAnswers).toHaveCount(0);
  await button(ada, "Begin").click();
  await answerAll(ada, "A short check before play", { option: 1, questions: 6 });
  const begin = host.getByRole("region", { name: "Begin" });
  await expect(begin).toContainText("6 have answered the five questions.");
  await expect(begin).toContainText("1 has answered the concept check.");

  await button(host, "Begin play").click();
  await all(pages, "dispatches");
  await expect(button(host, "Table 1")).toBeVisible();
  await expect(button(host, "Table 2")).toBeVisible();

  await button(host, "Pause").click();
  await each(pages, (page) => expect(page.getByText(/^Paused/).first()).toBeVisible());
  await button(host, "Resume").click();
  await each(pages, (page) => expect(page.getByText(/^Paused/)).toHaveCount(0));

  await button(host, "Freeze…").click();
  await write(host, "Words on every screen", "Look here: what is a threat?");
  await button(sheet(host), "Freeze").click();
  await each([...(WALL ? [wall] : []), ...pages], (page) =>
    expect(page.getByText("Look here: what is a threat?").first()).toBeVisible(),
  );
  await button(host, "Resume").click();
  await each(pages, (page) => expect(page.getByRole("alertdialog")).toHaveCount(0));

  // A late comer is at a table at once.
  const { page: gus, errors: gusErrors } = await someone(browser);
  await joinByLink(gus, server, { code, name: "Gus" });
  await waitForPhase(gus, "dispatches");
  await expect(host.getByText("7 of 7 here")).toBeVisible();

  // Gus is put beside Ada: two at one country, on one sheet.
  await reseat(host, "Gus", /with Ada/);
  await expect(gus.getByText(/^Table \d · Gus with Ada$/)).toBeVisible();

  await advanceAll(host);
  await all([...pages, gus], "diplomacy");
  await button(ben, "Ask for help").click();
  await ben.getByLabel("What about? (optional)").fill("What is hiding?");
  await button(ben, "Put my hand up").click();
  await expect(host.getByText(/Ben, table \d, asks for help/)).toBeVisible();

  await advanceAll(host);
  await all(pages, "orders");
  await align(ben, "Hide");
  await submit(ben);
  await advanceAll(host);
  await all(pages, "reveal");

  await button(host, "Step back").click();
  await expect(sheet(host)).toContainText("Play goes back to the dispatches of turn 1");
  await button(sheet(host), "Step back").click();
  await all([...pages, gus], "dispatches");

  await button(host, /^(Choose|Write)$/).click();
  await sheet(host).getByLabel("Which").selectOption({ label: "In my own words, without effects" });
  await write(host, "Headline", "A comet over the strait");
  await write(host, "What happened", "All harbours are closed for a week.");
  await button(sheet(host), "Inject").click();
  await advanceAll(host);
  await all(pages, "diplomacy");
  await advanceAll(host);
  await all(pages, "orders");
  await advanceAll(host);
  await all(pages, "reveal");
  await advanceAll(host);
  await all(pages, "dispatches");
  await each([...pages, gus], (page) => expect(page.getByText("A comet over the strait").first()).toBeVisible());

  await button(host, "Start").click();
  await button(sheet(host), "Show on every phone").click();
  await each(pages, async (page) => {
    await expect(page.getByRole("heading", { name: /Whom do you fear most\?/ })).toBeVisible();
    await page.locator(".poll-option").first().click();
  });
  await expect(host.getByText("6 of 7 have answered")).toBeVisible();
  await button(host, "Close the poll").click();
  await expect(ada.getByText("6 of 7 have voted.")).toBeVisible();
  await button(host, "Let go").click();

  await button(host, "Finish").click();
  await button(sheet(host), "Finish").click();
  await all([...pages, gus], "over");
  await expect(ada.getByText(/^This session is over\./)).toBeVisible();
  await button(ada, "Begin").click();
  await answerAll(ada, "A short check after play", { option: 1, questions: 6 });
  await expect(ada.getByText("Sent. Thank you.")).toBeVisible();
  await expect(host.getByText(/^Session 1 is over/)).toBeVisible();
  for (const errors of [hostErrors, wallErrors, gusErrors, ...people.map((person) => person.errors)])
    expect(errors()).toEqual([]);
});
