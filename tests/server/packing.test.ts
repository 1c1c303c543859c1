import { expect, it } from "vitest";
import { recordTo } from "#tests/helpers/serverRecorder.ts";
import { playUntil, serverSuite } from "#tests/helpers/serverSuite.ts";

const suite = serverSuite();

it("a turn that travels in full is packed, and reads the same", async () => {
  const { server } = suite;
  const [packed, plain] = [await recordTo(server.port, { packed: true }), await recordTo(server.port)];
  const first = await server.create({ scenario: "ring", level: "advanced" });
  const ada = await suite.enter(first, packed.origin);
  const bob = await suite.enter(await server.join(first.code, "Bob"), plain.origin);
  await ada.do("start");
  await playUntil([ada, bob], "orders");
  const before = [packed.bytes().length, plain.bytes().length] as const;
  await playUntil([ada, bob], "reveal");
  const [small, large] = [packed.bytes().length - before[0], plain.bytes().length - before[1]];
  expect(large).toBeGreaterThan(2_000);
  expect(small).toBeLessThan(large / 2);
  expect(ada.view.history[0]?.threat).toEqual(bob.view.history[0]?.threat);
  expect(ada.view.classScore).toEqual(bob.view.classScore);
  await Promise.all([ada.vanish(), bob.vanish()]);
  await Promise.all([packed.close(), plain.close()]);
});
