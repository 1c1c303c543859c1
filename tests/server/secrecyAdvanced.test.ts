import { expect, it } from "vitest";
import type { Log } from "#server/lib/log.ts";
import type { Move } from "#shared/model/order.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { countryId } from "#shared/model/ids.ts";
import { MODULES } from "#shared/model/scenario.ts";
import { defaultModules } from "#shared/rules/index.ts";
import { QUIET, type ServerPlayer } from "#tests/helpers/serverPlayer.ts";
import { recordTo } from "#tests/helpers/serverRecorder.ts";
import { playUntil, serverSuite } from "#tests/helpers/serverSuite.ts";

/** What the server writes to its log, at every level. */
const logged: string[] = [];
const keep = (fields: object, text: string): void => void logged.push(`${text} ${JSON.stringify(fields)}`);
const log: Log = { debug: keep, info: keep, warn: keep, error: keep };
const suite = serverSuite({ log });

/** With this seed neither the influence nor the subversion of turn 1 comes out by accident. */
const SEED = 3;
const QUIETLY: readonly Move[] = [{ kind: "investigate", target: countryId("aldany") }];
const influence: Move = { kind: "influence", target: countryId("dell") };

type Hand = "open" | "hidden";

/** The Strait at Advanced up to the reveal of turn 1, led by four people and watched by Eve: with or without hidden deeds. */
async function played(hand: Hand) {
  const { server } = suite;
  const first = await server.create({
    seed: SEED,
    level: "advanced",
    country: "borun",
    modules: defaultModules("advanced").filter((module) => module !== "chance"),
    intentions: "both",
  });
  const ada = await suite.enter(first);
  const [bob, cay, dan] = await Promise.all(
    [
      ["Bob", "cask"],
      ["Cay", "dell"],
      ["Dan", "aldany"],
    ].map(async ([name = "", country = ""]) => suite.enter(await server.join(first.code, name, country))),
  );
  if (!bob || !cay || !dan) throw new Error("four people play");
  const wire = await recordTo(server.port);
  const eve = await suite.enter(await server.join(first.code, "Eve"), wire.origin);
  const people = [ada, bob, cay, dan];
  await ada.do("start");
  await playUntil(people, "diplomacy");
  if (hand === "hidden") await conspire({ ada, bob });
  await playUntil(people, "orders");
  await Promise.all([
    ada.ready({ moves: hand === "hidden" ? [influence] : [] }),
    bob.ready({ moves: hand === "hidden" ? QUIETLY : [] }),
    cay.ready(),
    dan.ready(),
  ]);
  await Promise.all([...people, eve].map((player) => player.until(({ phase }) => phase === "reveal", "the reveal")));
  return { ada, bob, cay, dan, eve, wire, code: first.code };
}

/** Ada and Bob sign a secret pact, and Bob writes down what he thinks of everyone. */
async function conspire({ ada, bob }: { readonly ada: ServerPlayer; readonly bob: ServerPlayer }): Promise<void> {
  await ada.do("propose", {
    terms: { kind: "defence", parties: ["borun", "cask"], against: "dell", secret: true },
  });
  const { proposals } = await bob.until((view) => view.proposals.length > 0, "the offer");
  await bob.do("sign", { proposal: proposals[0]?.id });
  await bob.do("rate", { ratings: [{ country: "aldany", level: 4 }] });
}

/** A view without what differs between any two matches: names of the match and the clock. */
const comparable = ({ match: _match, code: _code, deadline: _deadline, ...view }: PlayerView): unknown => view;

it("a secret pact, influence, spying and ratings change nothing in what anyone else reads", async () => {
  const open = await played("open");
  const plain = [open.cay, open.dan, open.eve].map(({ view }) => comparable(view));
  const hidden = await played("hidden");
  const { ada, bob, cay, dan, eve, wire, code } = hidden;
  // It did happen, and those who did it know.
  const pact = ada.view.world.treaties.find(({ secret }) => secret);
  expect(pact?.parties).toEqual(["borun", "cask"]);
  expect(bob.view.world.treaties).toEqual(ada.view.world.treaties);
  expect(ada.view.history[0]?.events.some(({ kind }) => kind === "influenced")).toBe(true);
  expect(bob.view.history[0]?.events.some(({ kind }) => kind === "investigated")).toBe(true);
  // Nobody else can tell this match from the one in which it did not.
  expect([cay, dan, eve].map(({ view }) => comparable(view))).toEqual(plain);
  // Bob does not see Ada's influence, nor Ada Bob's spies and thoughts.
  expect(bob.view.history[0]?.events.some(({ kind }) => kind === "influenced")).toBe(false);
  expect(bob.view.world.influence.flat().every((value) => value === 0)).toBe(true);
  expect(ada.view.history[0]?.events.some(({ kind }) => kind === "investigated")).toBe(false);
  expect(ada.view.ratings?.every((level) => level === null) ?? true).toBe(true);

  const id = pact?.id ?? "";
  for (const text of [id, `"${id.slice(1)}"`]) expect(wire.bytes().includes(text)).toBe(false);
  // One who comes late, or asks at the door, learns no more.
  const fay = await suite.enter(await suite.server.join(code, "Fay"));
  expect(JSON.stringify(fay.view)).not.toContain(id);
  expect((await suite.server.get(`/api/matches/${code}/record`)).refusal?.code).toBe("record.notYet");
  expect(JSON.stringify((await suite.server.get(`/api/matches/${code}`)).body)).not.toContain(id);
  // A log names commands and codes, never what they say.
  for (const secret of [id, "influence", "investigate", "secret", ada.entry.token, ada.entry.rejoin])
    expect(logged.join("\n")).not.toContain(secret);
  await Promise.all([open.eve, eve].map((player) => player.vanish()));
  await Promise.all([open.wire, wire].map((one) => one.close()));
}, 60_000);

it("no socket stirs when two agree in secret, plan covert moves or rate", async () => {
  const { server } = suite;
  const first = await server.create({ level: "advanced", country: "borun", intentions: "rated", modules: MODULES });
  const ada = await suite.enter(first);
  const bob = await suite.enter(await server.join(first.code, "Bob", "cask"));
  const wire = await recordTo(server.port);
  const cay = await suite.enter(await server.join(first.code, "Cay", "dell"), wire.origin);
  const dan = await suite.enter(await server.join(first.code, "Dan", "aldany"));
  await ada.do("start");
  await playUntil([ada, bob, cay, dan], "diplomacy");
  // The shared state follows the messages within its own rhythm; from then on there is nothing to tell.
  await new Promise((resolve) => setTimeout(resolve, 600));
  const before = wire.bytes().length;
  await conspire({ ada, bob });
  await bob.do("draft", { turn: 1, sheet: { ...QUIET, moves: QUIETLY } });
  await ada.do("draft", { turn: 1, sheet: { ...QUIET, moves: [influence] } });
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(wire.bytes().length).toBe(before);
  await cay.vanish();
  await wire.close();
});

it.each(["napoleonic-europe", "europe-1914", "arab-1973"])(
  "what the door tells of %s holds no secret of it",
  async (id) => {
    const { body } = await suite.server.get(`/api/scenarios/${id}`);
    const told = body as { readonly crises?: unknown; readonly treaties: readonly { readonly secret?: boolean }[] };
    expect(told.crises).toBeUndefined();
    expect(told.treaties.some(({ secret }) => secret)).toBe(false);
  },
);
