import { expect, it } from "vitest";
import { playUntil, serverSuite } from "#tests/helpers/serverSuite.ts";

const suite = serverSuite();

it("what travels short and what travels in full show the same, over two turns", async () => {
  const { ada, bob } = await suite.table({ level: "standard" });
  await ada.do("start");
  await playUntil([ada, bob], "orders", 1);
  await bob.do("resync", { whole: true });
  expect([ada.held?.kind, bob.held?.kind]).toEqual(["wire", "whole"]);
  await playUntil([ada, bob], "dispatches", 2);
  await playUntil([ada, bob], "reveal", 2);
  const common = ({ world, history, classScore, turnsAtMost }: typeof ada.view): object => ({
    world,
    history,
    classScore,
    turnsAtMost,
  });
  expect(common(ada.view)).toEqual(common(bob.view));
  expect(bob.view.history).toHaveLength(2);
  // And back to short, on a new connection or when asked.
  await bob.do("resync");
  expect(bob.held?.kind).toBe("wire");
  expect(common(bob.view)).toEqual(common(ada.view));
});

it("three turns of history are a fraction of the full view", async () => {
  const ada = await suite.enter(await suite.server.create({ solo: true, scenario: "ring", level: "standard" }));
  await playUntil([ada], "reveal", 3);
  // Talk travels as it is, and there is more of it in one match than in another.
  const size = (): number => JSON.stringify({ ...ada.held?.view, said: [], messages: [] }).length;
  const short = size();
  await ada.do("resync", { whole: true });
  expect(ada.held?.kind).toBe("whole");
  expect(short).toBeLessThan(size() / 10);
});
