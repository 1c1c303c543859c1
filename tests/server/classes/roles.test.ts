import { beforeEach, describe, expect, it } from "vitest";
import { CLASS_ROLES, type ClassReply, type ClassRole } from "#shared/protocol/classMessages.ts";
import { CLASS_NAMES, classBody } from "#tests/helpers/classBodies.ts";
import type { ClassClient } from "#tests/helpers/classClient.ts";
import { classSuite, planFor } from "#tests/helpers/classSuite.ts";

const suite = classSuite();
const ROLES = ["owner", "cohost", "student", "screen"] as const satisfies readonly ClassRole[];

let lines: Readonly<Record<ClassRole, ClassClient<never>>>;
let member: string;

beforeEach(async () => {
  const owner = await suite.host();
  await owner.do("openSession", { plan: planFor(3), rehearsal: false });
  const student = await suite.student(await suite.join("Ada"));
  member = student.view.you.member;
  await student.until(({ session }) => session?.country !== null && session !== null, "a place");
  await owner.do("begin");
  await student.untilTable(({ you }) => you !== null, "a table");
  const keyFor = async (role: string): Promise<string> => {
    const { key } = await owner.do("invite", { role, label: `Ada's ${role}` });
    if (key === undefined) throw new Error("no key");
    return key;
  };
  const cohost = await suite.host(await keyFor("cohost"));
  const screen = await suite.screen(await keyFor("screen"));
  await owner.until(({ hosts, screens }) => hosts.length === 2 && screens === 1, "everyone on the dashboard");
  lines = { owner, cohost, student, screen } as unknown as typeof lines; // their views do not matter here
});

const isRoleRefusal = (reply: ClassReply): boolean => !reply.ok && reply.refusal.code.startsWith("role.");

describe("every message of a class × every role", () => {
  it.each(CLASS_NAMES)("%s", async (name) => {
    for (const role of ROLES) {
      const allowed = (CLASS_ROLES[name] as readonly ClassRole[]).includes(role);
      if (allowed) continue;
      const before = JSON.stringify(lines.owner.view);
      const reply = await lines[role].ask(name, classBody(name, member));
      expect(isRoleRefusal(reply), `${role} may not ${name}`).toBe(true);
      expect(await lines.owner.ask("classPing")).toEqual({ ok: true });
      expect(JSON.stringify(lines.owner.view) === before, `nothing came of it when ${role} asked`).toBe(true);
      expect(lines[role].closed, `${role} is still connected`).toBeNull();
    }
    for (const role of CLASS_ROLES[name]) {
      const reply = await lines[role].ask(name, classBody(name, member));
      expect(isRoleRefusal(reply), `${role} may ${name}`).toBe(false);
      if (!reply.ok) expect(reply.refusal.text).toMatch(/^[A-Z"].*[.?]$/s);
    }
  });

  it("nobody without a key or a token gets a line at all", async () => {
    const version = 1_000;
    const none = await suite.server.post("/api/host/enter", { key: "x".repeat(32), version });
    expect(none.refusal?.code).toBe("version.old");
    const health = await suite.server.get("/api/health");
    const now = (health.body as { readonly version: number }).version;
    const wrong = await suite.server.post("/api/host/enter", { key: "x".repeat(32), version: now });
    expect([wrong.status, wrong.refusal?.code]).toEqual([404, "key.unknown"]);
    for (const path of ["/api/host/export", "/api/host/delete"]) {
      const answer = await suite.server.post(path, {
        key: "x".repeat(32),
        ...(path.endsWith("delete") ? { name: "IR 101" } : {}),
      });
      expect(answer.status, path).toBe(404);
    }
  });

  it("an instructor cannot play: the messages of a match are for those who sit at it", async () => {
    for (const role of ["owner", "cohost", "screen"] as const)
      expect(await lines[role].refused("say", { to: { kind: "all" }, text: "hello" })).toMatch(/^role\./);
  });

  it("a link that was ended opens nothing, and whoever used it is sent away", async () => {
    await lines.owner.do("uninvite", { label: "Ada's cohost" });
    expect(await lines.cohost.untilClosed()).toBe(4101);
  });
});
