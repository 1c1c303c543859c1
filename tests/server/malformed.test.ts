import { describe, expect, it } from "vitest";
import { CLIENT_MESSAGES } from "#shared/protocol/messages.ts";
import { BODIES, expectRefused, NAMES } from "#tests/helpers/serverMessages.ts";
import { serverSuite } from "#tests/helpers/serverSuite.ts";

/** A clock sixty times as fast, so that the rate limit, tested elsewhere, does not hide what is tested here. */
const start = Date.now();
const suite = serverSuite({ clock: { now: () => start + (Date.now() - start) * 60 } });

describe("malformed", () => {
  const rubbish: readonly unknown[] = [
    null,
    7,
    "text",
    [],
    [1],
    { unknown: true },
    new Map([["a", 1]]),
    new Date(0),
    { turn: "1" },
  ];

  it("bodies of every message are answered and change nothing", async () => {
    const { ada } = await suite.table({ country: "borun" });
    for (const name of NAMES) {
      for (const body of [...rubbish, { ...BODIES[name], extra: 1 }]) {
        // An empty map or a date has no members: as good as `{}` where that is all there is to say.
        if (CLIENT_MESSAGES[name].safeParse(body).success) continue;
        expect(await expectRefused(ada, name, body), `${name} ${JSON.stringify(body)}`).toMatch(/\.malformed$/);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    }
  }, 60_000);

  it("sheets are answered and change nothing: out of shape, out of bounds, about nothing", async () => {
    const ada = await suite.enter(await suite.server.create({ solo: true, country: "borun" }));
    const much = 1001;
    const sheets: readonly (readonly unknown[])[] = [
      [-1],
      [0.5],
      ["hide"],
      [[0]],
      [99],
      [0, 99],
      [0, 0, much],
      [0, 0, 0, 0, 0, [8 * 500]],
      [0, 0, 0, 0, 0, [2, 2, 2, 2, 2]],
      [0, 0, 0, 0, 0, [], [1, 0]],
      [0, 0, 0, 0, 0, [], [1]],
      [0, 0, 0, 0, 0, [], [], [], 7],
      [0, 0, 0, 0, 0, [], [], [], "x".repeat(281)],
      [0, 0, 0, 0, 0, [], [], [], "", 0],
    ];
    for (const sheet of sheets)
      for (const name of ["draft", "submit"]) {
        const code = await expectRefused(ada, name, { turn: 1, sheet });
        expect(code, JSON.stringify(sheet)).toMatch(/\.malformed$|\.unknown$/);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
  });

  it("frames of rubbish close nobody's table", async () => {
    const { ada, bob } = await suite.table();
    const frames = [
      [],
      [13],
      [13, 200],
      [21],
      [21, 1],
      [17, 0xff, 0xff],
      [19, 1, 2, 3],
      [20],
      [0],
      [255, 255, 255],
      [10],
      [13, 0xa4, 0x70, 0x69, 0x6e, 0x67, 0xc1],
    ];
    for (const frame of frames) bob.room.connection.send(new Uint8Array(frame));
    await ada.do("say", { to: { kind: "all" }, text: "still standing" });
    await ada.until(({ messages }) => messages.length === 1, "the message");
  });

  it("unknown messages are no reason to hang up", async () => {
    const { ada } = await suite.table();
    ada.room.send("explode", { now: true });
    ada.room.send(77, "x");
    await expect(ada.ask("explode", {})).rejects.toThrow();
    expect(await ada.ask("ping")).toEqual({ ok: true });
  });
});
