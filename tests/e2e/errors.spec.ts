import { expect, test } from "@playwright/test";
import { align, phaseOf, playToTheEnd, pressReady, waitForPhase } from "./support/seat.ts";
import { startServer, type RunningServer } from "./support/server.ts";
import { everyoneLeaves, joinMatch, openMatch, ownErrors, seated, someone } from "./support/table.ts";

let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());
test.afterEach(({ browser }) => everyoneLeaves(browser));

test("a wrong or malformed code is answered beside the field", async ({ browser }) => {
  const { page, errors } = await someone(browser);
  await page.goto(`${server.origin}/`);
  const code = page.getByLabel("Game code");
  const join = page.getByRole("button", { name: "Join", exact: true });
  await join.click();
  await expect(page.getByText("Type the game code first: six letters and digits.")).toBeVisible();
  await expect(code).toBeFocused();
  await code.fill("k7-m");
  await join.click();
  await expect(page.getByText("A game code has six characters; this one has 3.")).toBeVisible();
  await code.fill("O01I");
  await expect(page.getByText("Codes never hold 0, O, 1 or I.")).toBeVisible();
  await expect(code).toHaveValue("");
  await code.fill(`${server.origin}/play/zzzzzz`);
  await expect(code).toHaveValue("ZZZZZZ");
  await page.getByLabel("Your name").first().fill("Eve");
  await join.click();
  await expect(
    page.getByText("There is no match with the code ZZZZZZ. Check it with whoever gave it to you."),
  ).toBeVisible();
  await expect(code).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("button", { name: "Use your rejoin code" }).click();
  await page.getByLabel("Rejoin code").fill("ABCDE");
  await page.getByRole("button", { name: "Take my seat back" }).click();
  await expect(page.getByText("A rejoin code has ten characters; this one has 5.")).toBeVisible();
  await page.getByLabel("Rejoin code").fill("ABCDE FGHJK");
  await page.getByRole("button", { name: "Take my seat back" }).click();
  await expect(page.getByText("This rejoin code is not known.")).toBeVisible();
  expect(ownErrors(errors())).toEqual([]);
});

test("an address that names no game says so, with a way home", async ({ browser }) => {
  const { page, errors } = await someone(browser);
  const addresses = [
    ["/play/ZZZZZZ", "No such game"],
    ["/play/abc", "No game at this address"],
    ["/play/", "No game at this address"],
    ["/play/%22%3E%3Cb%3Ehello", "No game at this address"],
    ["/nowhere", "There is no page here"],
    ["/play/ABCDEF/more", "There is no page here"],
    ["/assets/gone.js", "There is no page here"],
  ] as const;
  for (const [path, title] of addresses) {
    await page.goto(`${server.origin}${path}`);
    await expect(page.getByRole("heading", { name: title }), path).toBeVisible();
    await expect(page, path).toHaveTitle(/\S+ – Counterpoise$/);
    await page.getByRole("link", { name: "To the start page" }).click();
    await expect(page.getByRole("heading", { name: "Balance, bandwagon or hide?" })).toBeVisible();
  }
  expect((await page.goto(`${server.origin}/nowhere`))?.status()).toBe(404);
  expect(ownErrors(errors())).toEqual([]);
});

test("a name that is empty, taken, too long or refused is answered beside the field", async ({ browser }) => {
  const { code } = await openMatch(server, { name: "Zoë" });
  const { page, errors } = await someone(browser);
  await page.goto(`${server.origin}/play/${code}`);
  await expect(page).toHaveTitle(/The Strait/);
  const name = page.getByLabel("Your name");
  const answers = [
    ["  ", "Type a name. A nickname will do."],
    ["zoe", "Someone at this table already has this name."],
    ["x".repeat(60), "This name has 60 characters"],
    ["fuckface", "This name contains a word that is refused here. Choose another."],
    ["!!!", "Type a name with at least one letter or digit."],
  ] as const;
  for (const [typed, answer] of answers) {
    await name.fill(typed);
    await page.getByRole("button", { name: "Join" }).click();
    await expect(page.getByText(answer)).toBeVisible();
    await expect(name).toHaveAttribute("aria-invalid", "true");
  }
  await page.goto(`${server.origin}/`);
  await page.getByLabel("Game code").fill(code);
  await page.getByLabel("Your name").first().fill("ZOE");
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByText("Someone at this table already has this name.")).toBeVisible();
  await page.getByLabel("Your name").first().fill("Zac");
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByText("Zac (you)")).toBeVisible();
  expect(ownErrors(errors())).toEqual([]);
});

test("a full table is said on the start page too, and can be watched", async ({ browser }) => {
  const { code } = await openMatch(server);
  for (const name of ["Ben", "Cleo", "Dan"]) await joinMatch(server, { code, name });
  const { page, errors } = await someone(browser);
  await page.goto(`${server.origin}/`);
  await page.getByLabel("Game code").fill(code);
  await page.getByLabel("Your name").first().fill("Eve");
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByText("Every seat at this table is taken.")).toBeVisible();
  await page.getByRole("button", { name: "Watch this game" }).click();
  await expect(page.getByText("You are watching: every seat is taken by a person.")).toBeVisible();
  expect(ownErrors(errors())).toEqual([]);
});

test("the server dies while orders are drafted: said, kept, and saved when it is back", async ({ browser }) => {
  const entry = await openMatch(server, { solo: true });
  const { page, errors } = await seated(browser, server, { entry });
  await waitForPhase(page, "dispatches");
  await pressReady(page);
  await waitForPhase(page, "diplomacy");
  await pressReady(page);
  await waitForPhase(page, "orders");
  await align(page, "Balance against");
  await expect(page.getByText("Draft · saved")).toBeVisible();

  await server.stop("SIGKILL");
  await expect(page.getByText("Connection lost. We keep trying; your draft is kept on this device.")).toBeVisible();
  await align(page, "Hide");
  await page.getByRole("button", { name: "More: Defence" }).click();
  await expect(page.getByText("Draft · kept on this device, trying again")).toBeVisible();
  await expect(
    page.getByText("No connection just now. Your draft is kept on this device; we keep trying."),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Submit orders" })).toHaveAttribute("aria-disabled", "true");

  await server.restart();
  await page.getByRole("button", { name: "Try now" }).click();
  await expect(page.getByText("Connection lost.")).toBeHidden();
  await expect(page.getByText("Draft · saved")).toBeVisible();
  expect(await phaseOf(page)).toBe("orders");

  // What is saved is on the server: another device sees it, the first is told where its seat has gone.
  const other = await someone(browser);
  await other.page.goto(`${server.origin}/`);
  await other.page.getByRole("button", { name: "Use your rejoin code" }).click();
  await other.page.getByLabel("Rejoin code").fill(`${entry.rejoin.slice(0, 5)} ${entry.rejoin.slice(5).toLowerCase()}`);
  await other.page.getByRole("button", { name: "Take my seat back" }).click();
  await expect(other.page.getByRole("radio", { name: /^Hide/ })).toBeChecked();
  await expect(other.page.getByRole("group", { name: "Defence" }).locator("output")).toHaveText("1");
  await expect(page.getByRole("heading", { name: "Open somewhere else" })).toBeVisible();
  await expect(page).toHaveTitle("Open somewhere else – Counterpoise");
  await page.getByRole("button", { name: "Continue here" }).click();
  await expect(page.getByRole("radio", { name: /^Hide/ })).toBeChecked();
  await expect(page).toHaveTitle(/Orders/);
  await expect(other.page.getByRole("heading", { name: "Open somewhere else" })).toBeVisible();
  expect(ownErrors([...errors(), ...other.errors()])).toEqual([]);
});

test("a reload while the server is away says that it keeps trying, and gets there", async ({ browser }) => {
  const entry = await openMatch(server, { solo: true });
  const { page, errors } = await seated(browser, server, { entry });
  await waitForPhase(page, "dispatches");
  // The page and its scripts come from the browser's cache or a proxy; only the match cannot be reached.
  await page.route("**/api/enter", (route) => route.abort());
  await page.reload();
  await expect(page.getByText("The server does not answer. We keep trying; there is no need to reload.")).toBeVisible();
  await page.unroute("**/api/enter");
  await waitForPhase(page, "dispatches");
  expect(ownErrors(errors())).toEqual([]);
});

test("a second tab takes the seat, and the first can take it back", async ({ browser }) => {
  const entry = await openMatch(server, { solo: true });
  const { page: first, errors } = await seated(browser, server, { entry });
  await waitForPhase(first, "dispatches");
  const second = await first.context().newPage();
  await second.goto(`${server.origin}/`);
  await second.getByRole("link", { name: "Go back in" }).click();
  await waitForPhase(second, "dispatches");
  await expect(first.getByRole("heading", { name: "Open somewhere else" })).toBeVisible();
  await first.getByRole("button", { name: "Continue here" }).click();
  await waitForPhase(first, "dispatches");
  await expect(second.getByRole("heading", { name: "Open somewhere else" })).toBeVisible();
  expect(ownErrors(errors())).toEqual([]);
});

test("a page from before an update is told to reload; a seat that is gone, to join again", async ({ browser }) => {
  const entry = await openMatch(server, { solo: true });
  const { page, errors } = await seated(browser, server, { entry });
  await waitForPhase(page, "dispatches");
  await page.route("**/api/enter", async (route) => {
    // The older page's version, sent from this one.
    const body = route.request().postDataJSON() as { readonly token: string; readonly version: number };
    await route.continue({ postData: { ...body, version: body.version - 1 } });
  });
  await page.reload();
  await expect(page.getByRole("heading", { name: "A newer version is running" })).toBeVisible();
  await page.unroute("**/api/enter");
  await page.getByRole("button", { name: "Reload" }).click();
  await waitForPhase(page, "dispatches");

  const gone = await seated(browser, server, { entry: { ...entry, token: "A".repeat(32) } });
  await expect(gone.page.getByRole("heading", { name: "This seat cannot be opened" })).toBeVisible();
  await gone.page.getByRole("button", { name: `Join again with the code ${entry.code}` }).click();
  await expect(gone.page.getByRole("heading", { name: "Sit down at this table" })).toBeVisible();
  expect(ownErrors([...errors(), ...gone.errors()])).toEqual([]);
});

test("a match that is over: its players see the end, others a clear page", async ({ browser }) => {
  const entry = await openMatch(server, { solo: true });
  const { page, errors } = await seated(browser, server, { entry });
  await playToTheEnd([{ page, plan: (one) => align(one, "Hide") }], 3);
  await page.reload();
  await expect(page.getByRole("heading", { name: "After the match" })).toBeVisible();
  await expect(page).toHaveTitle("After the match · The Strait – Counterpoise");

  const late = await someone(browser);
  await late.page.goto(`${server.origin}/`);
  await late.page.getByLabel("Game code").fill(entry.code);
  await late.page.getByLabel("Your name").first().fill("Eve");
  await late.page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(late.page.getByText("This match is over. Ask for the code of the next one.")).toBeVisible();
  await late.page.goto(`${server.origin}/play/${entry.code}`);
  await expect(late.page.getByRole("heading", { name: "This game is over" })).toBeVisible();
  await late.page.getByLabel("Been here before? Your rejoin code").fill(entry.rejoin);
  await late.page.getByRole("button", { name: "Take my seat back" }).click();
  await expect(late.page.getByRole("heading", { name: "After the match" })).toBeVisible();
  expect(ownErrors([...errors(), ...late.errors()])).toEqual([]);
});
