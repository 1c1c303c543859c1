import { matchMaker } from "@colyseus/core";
import { afterEach, beforeEach, expect } from "vitest";
import type { AppDeps } from "#server/app.ts";
import { findScenario } from "#server/scenarios/registry.ts";
import { planLesson } from "#shared/classroom/planLesson.ts";
import type { LessonPlan } from "#shared/model/classroom.ts";
import type { HostView, ScreenView, StudentView } from "#shared/model/classView.ts";
import type { ClassEntry, OpenedClass } from "#shared/protocol/classMessages.ts";
import { ClassClient } from "./classClient.ts";
import { startServer, temporaryFolder, type TestServer } from "./server.ts";

export type Host = ClassClient<HostView>;
export type Student = ClassClient<StudentView> & { readonly entry: ClassEntry };
export type Screen = ClassClient<ScreenView>;

export interface ClassSuite {
  readonly server: TestServer;
  readonly opened: OpenedClass;
  readonly host: (key?: string) => Promise<Host>;
  readonly screen: (key: string) => Promise<Screen>;
  readonly join: (name: string, more?: object) => Promise<ClassEntry>;
  readonly student: (entry: ClassEntry, origin?: string) => Promise<Student>;
  /** Joins and enters as many. */
  readonly students: (count: number) => Promise<readonly Student[]>;
  /** Stops the server and starts another on the same file; `meanwhile` may look into it. */
  readonly restart: (meanwhile?: (file: string) => void) => Promise<void>;
}

/** A plan for The Strait (three countries): everyone alone on a country at tables of three, unless `over` says otherwise. */
export function planFor(students: number, over: Partial<LessonPlan> = {}): LessonPlan {
  const scenario = findScenario("strait");
  if (!scenario) throw new Error("no Strait");
  return {
    ...planLesson({ scenario, students, minutes: 60, level: "intro", fixed: { clock: "apart" } }).plan,
    protectDebrief: false,
    ...over,
  };
}

/** A fresh server with one open class for each test; afterwards no socket, room or timer may be left. */
export function classSuite(over: Partial<AppDeps> = {}): ClassSuite {
  let folder: ReturnType<typeof temporaryFolder>;
  let server: TestServer;
  let opened: OpenedClass;
  let clients: ClassClient<never>[] = [];

  beforeEach(async () => {
    folder = temporaryFolder();
    server = await startServer(folder.path, over);
    clients = [];
    const answer = await server.post("/api/classes", { name: "IR 101" });
    expect(answer.status).toBe(200);
    opened = answer.body;
  });
  afterEach(async () => {
    await Promise.all(clients.map((client) => client.vanish()));
    await server.close();
    expect(server.waiting(), "timers left").toBe(0);
    expect(matchMaker.stats.local.roomCount, "rooms left").toBe(0);
    folder.remove();
  });

  const kept = <T extends ClassClient<never>>(client: T): T => {
    clients.push(client);
    return client;
  };
  const join: ClassSuite["join"] = async (name, more = {}) => {
    const answer = await server.post("/api/join", { code: opened.code, name, ...more });
    if (answer.status !== 200) throw new Error(`${name}: ${answer.refusal?.code} ${answer.refusal?.text}`);
    return answer.body;
  };
  const student: ClassSuite["student"] = async (entry, origin = server.origin) =>
    kept(Object.assign(await ClassClient.enter<StudentView>(origin, { token: entry.token }), { entry }) as never);
  return {
    get server() {
      return server;
    },
    get opened() {
      return opened;
    },
    host: async (key = opened.key) => kept((await ClassClient.enter<HostView>(server.origin, { key })) as never),
    screen: async (key) => kept((await ClassClient.enter<ScreenView>(server.origin, { key })) as never),
    join,
    student,
    students: (count) =>
      Promise.all(Array.from({ length: count }, async (_, k) => student(await join(`Student ${k + 1}`)))),
    restart: async (meanwhile = () => undefined) => {
      await server.close();
      meanwhile(server.file);
      server = await startServer(folder.path, over);
    },
  };
}
