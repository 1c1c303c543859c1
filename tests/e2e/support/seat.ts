import { expect, type Page } from "@playwright/test";

export type Phase = "dispatches" | "diplomacy" | "orders" | "reveal" | "over";
export type Alignment = "Balance against" | "Bandwagon with" | "Hide";

/** Fails the test on anything a person would find in the console: script errors, refused resources. */
export function watchErrors(page: Page): () => readonly string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return () => errors;
}

/** The phase the page shows, read at one moment; "over" on the final screen. */
export async function phaseOf(page: Page): Promise<Phase> {
  // Between the last reveal and the final screen there is neither: read and found in one go.
  const found = await page.waitForFunction(
    () => (document.querySelector(".end-top") ? "over" : document.querySelector("[aria-current=step]")?.textContent),
    undefined,
    { timeout: 30_000 },
  );
  const shown = (await found.jsonValue()) ?? "";
  const phase = (["over", "dispatches", "diplomacy", "orders", "reveal"] as const).find((one) =>
    shown.toLowerCase().includes(one),
  );
  if (!phase) throw new Error(`unknown phase: ${shown}`);
  return phase;
}

export async function waitForPhase(page: Page, phase: Phase): Promise<void> {
  await expect.poll(() => phaseOf(page), { timeout: 60_000, message: `waiting for ${phase}` }).toBe(phase);
}

/** Presses the one button that says "I am done" in a phase without orders. */
export async function pressReady(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(Continue|Ready for orders)$/ }).click();
}

/** Fills in the alignment; the target is the first country allowed unless named. */
export async function align(page: Page, alignment: Alignment, target?: string): Promise<void> {
  const radio = page.getByRole("radio", { name: new RegExp(`^${alignment}`) });
  // The input itself is drawn over by its row; a person clicks the row.
  await page.locator(".option-row").filter({ has: radio }).click();
  await expect(radio).toBeChecked();
  if (alignment === "Hide") return;
  const select = page.getByRole("combobox", { name: alignment });
  if (target) await select.selectOption({ label: target });
  else await select.selectOption({ index: 1 });
}

export async function submit(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Submit orders" }).click();
  const intended = page.getByRole("button", { name: "Intended: submit" });
  const done = page.getByRole("button", { name: "Submitted · change" });
  const onward = page.locator(".reveal, .end-top");
  await expect(intended.or(done).or(onward).first()).toBeVisible();
  if (await intended.isVisible()) await intended.click();
}

export interface Player {
  readonly page: Page;
  /** What to put on the sheet in the given turn, before it is submitted. */
  readonly plan: (page: Page, turn: number) => Promise<void>;
}

/** Plays one phase for everyone at the table, each in their own browser. */
export async function playPhase(players: readonly Player[], turn: number, phase: Phase): Promise<void> {
  for (const { page, plan } of players) {
    await waitForPhase(page, phase);
    if (phase !== "orders") continue;
    await plan(page, turn);
  }
  for (const { page } of players) {
    if (phase === "orders") await submit(page);
    else await pressReady(page);
  }
}

/** Plays turn after turn to the final screen; returns the number of turns played. */
export async function playToTheEnd(
  players: readonly Player[],
  mostTurns: number,
  from: Phase = "dispatches",
): Promise<number> {
  const phases: readonly Phase[] = ["dispatches", "diplomacy", "orders", "reveal"];
  const first = players[0];
  if (!first) throw new Error("nobody plays");
  for (let turn = 1; turn <= mostTurns; turn += 1) {
    for (const phase of turn === 1 ? phases.slice(phases.indexOf(from)) : phases) await playPhase(players, turn, phase);
    const next = async (): Promise<boolean> => ["over", "dispatches"].includes(await phaseOf(first.page));
    await expect.poll(next, { timeout: 60_000 }).toBe(true);
    if ((await phaseOf(first.page)) === "over") return turn;
  }
  throw new Error(`no end after ${mostTurns} turns`);
}
