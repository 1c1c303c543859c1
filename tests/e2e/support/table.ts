import { expect, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";
import type { Entry } from "#shared/protocol/messages.ts";
import type { RunningServer } from "./server.ts";
import { watchErrors } from "./seat.ts";

/** What a match is made with when only the flow after it is looked at. */
export interface NewTable {
  readonly name?: string;
  readonly country?: string;
  readonly scenario?: string;
  readonly level?: "intro" | "standard" | "advanced";
  readonly pace?: "relaxed" | "standard" | "brisk";
  readonly computers?: readonly string[];
  /** Computer players in every other seat, and under way at once. */
  readonly solo?: boolean;
  readonly seed?: number;
  readonly intentions?: "computed" | "rated" | "both";
}

const post = async (server: RunningServer, path: string, body: object): Promise<Entry> => {
  const response = await fetch(`${server.origin}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  // The server under test answers in this shape; a wrong one fails at the first use.
  return JSON.parse(text) as Entry;
};

/** Opens a match without a browser: The Strait, intro, relaxed unless said otherwise. */
export const openMatch = (server: RunningServer, table: NewTable = {}): Promise<Entry> =>
  post(server, "/api/matches", {
    scenario: "strait",
    level: "intro",
    pace: "relaxed",
    name: "Ada",
    country: "aldany",
    solo: false,
    seed: 11,
    ...table,
  });

/** Sits someone down without a browser. */
export const joinMatch = (
  server: RunningServer,
  seat: { readonly code: string; readonly name: string; readonly country?: string },
): Promise<Entry> => post(server, "/api/join", seat);

export interface Person {
  readonly page: Page;
  /** Everything the console would have shown a person as an error, so far. */
  readonly errors: () => readonly string[];
}

/** A browser of its own, as on another machine; motion reduced unless said otherwise, so that nothing is waited for. */
export async function someone(browser: Browser, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  // Shorter than a test: what cannot be pressed is reported as such.
  page.setDefaultTimeout(20_000);
  return { page, errors: watchErrors(page) };
}

/** Closes every browser a test has opened: pages left behind would go on drawing and reconnecting beside the next test. */
export async function everyoneLeaves(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}

/** A browser that holds this seat already, on the page of its match. */
export async function seated(
  browser: Browser,
  server: RunningServer,
  { entry, ...options }: BrowserContextOptions & { readonly entry: Entry },
): Promise<Person> {
  const value = JSON.stringify([{ entry, at: 1 }]);
  const storageState = {
    cookies: [],
    origins: [{ origin: server.origin, localStorage: [{ name: "counterpoise.seats", value }] }],
  };
  const person = await someone(browser, { storageState, ...options });
  await person.page.goto(`${server.origin}/play/${entry.code}`);
  return person;
}

/** Chromium writes a line for every answer of 4xx and every dead connection; the page itself must add none. */
export const ownErrors = (errors: readonly string[]): readonly string[] =>
  errors.filter((line) => !/^(Failed to load resource|WebSocket connection to)/.test(line));

/** Nothing sticks out to the right: nobody scrolls sideways to read. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const { wide, open } = await page.evaluate(() => ({
    wide: document.scrollingElement?.scrollWidth ?? 0,
    open: window.innerWidth,
  }));
  expect(wide, `${where}: ${wide} px of page in ${open} px of window`).toBeLessThanOrEqual(open);
}
