import { expect, type Browser, type BrowserContextOptions, type Locator, type Page } from "@playwright/test";
import { findScenario } from "#server/scenarios/registry.ts";
import { planLesson } from "#shared/classroom/planLesson.ts";
import type { LessonPlan } from "#shared/model/classroom.ts";
import type { HostView, StudentView } from "#shared/model/classView.ts";
import type { ClassEntry, OpenedClass } from "#shared/protocol/classMessages.ts";
import { ClassClient } from "#tests/helpers/classClient.ts";
import type { RunningServer } from "./server.ts";
import { someone, type Person } from "./table.ts";

async function post<Answer>(server: RunningServer, path: string, body: object): Promise<Answer> {
  const response = await fetch(`${server.origin}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  // The server under test answers in this shape; a wrong one fails at the first use.
  return JSON.parse(text) as Answer;
}

/** A class opened without a browser. */
export const openClass = (server: RunningServer, name = "World Politics"): Promise<OpenedClass> =>
  post(server, "/api/classes", { name });

/** Somebody who has come in by the code, without a browser. */
export const joinClass = (server: RunningServer, code: string, name: string): Promise<ClassEntry> =>
  post(server, "/api/join", { code, name });

/** An instructor's own browser, on the page of the class. */
export async function instructor(browser: Browser, server: RunningServer, key: string): Promise<Person> {
  const person = await someone(browser);
  await person.page.goto(`${server.origin}/host/#${key}`);
  await expect(person.page.locator(".host-code")).toBeVisible();
  return person;
}

/** A plan for The Strait (three countries) as the planner makes it, with what a test needs set by hand. */
export function strait(students: number, over: Partial<LessonPlan> = {}): LessonPlan {
  const scenario = findScenario("strait");
  if (!scenario) throw new Error("no Strait");
  return planLesson({ scenario, students, minutes: 60, level: "intro", fixed: over }).plan;
}

export type LineOf<View extends HostView | StudentView> = ClassClient<View>;

/** Students without browsers: a real line each, so that the class is full and the test only looks at some of them. */
export function classmates(
  server: RunningServer,
  code: string,
  names: readonly string[],
): Promise<readonly LineOf<StudentView>[]> {
  return Promise.all(
    names.map(async (name) => {
      const { token } = await joinClass(server, code, name);
      return ClassClient.enter<StudentView>(server.origin, { token });
    }),
  );
}

/** An instructor's line without a browser: what a test only needs done. */
export const hostLine = (server: RunningServer, key: string): Promise<LineOf<HostView>> =>
  ClassClient.enter<HostView>(server.origin, { key });

/** A projector's own browser, on the page of the class, by a link made for it. */
export async function projector(browser: Browser, server: RunningServer, host: LineOf<HostView>): Promise<Person> {
  const { key } = await host.do("invite", { role: "screen", label: "Front" });
  const person = await someone(browser, { viewport: { width: 1920, height: 1080 } });
  await person.page.goto(`${server.origin}/screen/#${key ?? ""}`);
  return person;
}

/** A student's browser that holds a seat in the class already. */
export async function student(
  browser: Browser,
  server: RunningServer,
  { entry, ...options }: BrowserContextOptions & { readonly entry: ClassEntry },
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

export const button = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });

/** The sheet on top. */
export const sheet = (page: Page): Locator => page.getByRole("dialog").last();

export async function closeSheet(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}
