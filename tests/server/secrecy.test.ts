import { expect, it } from "vitest";
import { QUIET, type ServerPlayer } from "#tests/helpers/serverPlayer.ts";
import { type Recorder, recordTo } from "#tests/helpers/serverRecorder.ts";
import { playUntil, serverSuite } from "#tests/helpers/serverSuite.ts";

const suite = serverSuite();

/** Chosen so that its digits, and its four bytes in either order, occur nowhere by chance. */
const SEED = 1_987_654_321;
const seedBytes = (): readonly Buffer[] => {
  const [big, little] = [Buffer.alloc(4), Buffer.alloc(4)];
  big.writeUInt32BE(SEED);
  little.writeUInt32LE(SEED);
  return [Buffer.from(String(SEED)), big, little];
};

interface Wired {
  readonly player: ServerPlayer;
  readonly wire: Recorder;
}

/** The match is in a running turn for all of them. */
async function turnOpened(players: readonly ServerPlayer[]): Promise<{ readonly turn: number }> {
  const views = await Promise.all(
    players.map((player) => player.until(({ phase }) => phase === "dispatches", "a new turn")),
  );
  return { turn: views[0]?.turn ?? 0 };
}

interface Mark {
  readonly text: string;
  readonly knownTo: readonly Wired[];
}

function expectSecret(all: readonly Wired[], marks: readonly Mark[]): void {
  const aims = all.flatMap((who) =>
    who.player.view.card ? [{ text: who.player.view.card.aim.text, knownTo: [who] }] : [],
  );
  for (const who of all) {
    const bytes = who.wire.bytes();
    // What the codes on the wire stand for, too.
    const read = JSON.stringify(who.player.view);
    for (const { text, knownTo } of [
      ...marks,
      ...aims.filter(({ text }) => aims.filter((other) => other.text === text).length === 1),
    ]) {
      if (knownTo.includes(who)) continue;
      expect(bytes.includes(text), `${text} at ${who.player.entry.name}`).toBe(false);
      expect(read.includes(text), `${text} in the view of ${who.player.entry.name}`).toBe(false);
    }
    for (const seed of seedBytes()) expect(bytes.includes(seed), `the seed at ${who.player.entry.name}`).toBe(false);
    expect(bytes.includes("personality"), "what kind of computer player").toBe(false);
  }
}

it("no secret reaches anyone's socket before it is due, over a whole match on raw bytes", async () => {
  const { server } = suite;
  const wires: Recorder[] = [];
  const wired = async (entry: Parameters<typeof suite.enter>[0]): Promise<Wired> => {
    const wire = await recordTo(server.port);
    wires.push(wire);
    return { wire, player: await suite.enter(entry, wire.origin) };
  };
  const first = await server.create({ seed: SEED, level: "standard", country: "borun", computers: ["theorist"] });
  const ada = await wired(first);
  const bob = await wired(await server.join(first.code, "Bob", "cask"));
  const cay = await wired(await server.join(first.code, "Cay", "dell"));
  const dan = await suite.enter(await server.join(first.code, "Dan", "aldany"));
  const eve = await wired(await server.join(first.code, "Eve"));
  expect(eve.player.entry.country).toBeNull();
  const people = [ada, bob, cay];
  const players = [...people.map(({ player }) => player), dan];

  const marks: Mark[] = [];
  await ada.player.do("start");
  while (ada.player.view.phase !== "ended") {
    const { turn } = await turnOpened(players);
    await playUntil(players, "diplomacy", turn);
    const whisper = `WHISPER-${turn}-ada-bob`;
    await ada.player.do("say", { to: { kind: "some", countries: ["cask"] }, text: whisper });
    marks.push({ text: whisper, knownTo: [ada, bob] });
    const offer = await ada.player.ask("propose", {
      terms: { kind: "defence", parties: ["borun", "cask"], against: "dell" },
    });
    if (offer.ok) await bob.player.until(({ proposals }) => proposals.length > 0, "the offer");
    expect(
      [cay, eve].map(({ player }) => player.view.proposals.filter(({ parties }) => parties.includes("borun" as never))),
    ).toEqual([[], []]);
    for (const [at, who] of people.entries()) {
      const draft = `DRAFT-${turn}-${at}`;
      await who.player.do("draft", { turn, sheet: { ...QUIET, note: draft } });
      marks.push({ text: draft, knownTo: [who] });
    }
    await playUntil(players, "orders", turn);
    for (const [at, who] of people.entries()) {
      const note = `NOTE-${turn}-${at}`;
      await who.player.do("submit", { turn, sheet: { ...QUIET, note } });
      marks.push({ text: note, knownTo: [who] });
    }
    // Bytes are compared while the match still runs: the end tells much of it to everyone.
    expectSecret([ada, bob, cay, eve], marks);
    await dan.ready();
    await dan.until(({ phase }) => phase === "reveal", "the reveal");
    await Promise.all(players.map((player) => player.until(({ phase }) => phase === "reveal", "the reveal")));
    expectSecret([ada, bob, cay, eve], marks);
    await Promise.all(players.map((player) => player.ready()));
    await Promise.all(players.map((player) => player.until(({ phase }) => phase !== "reveal", "the next turn")));
  }
  // The search does find what was sent: each mark reached those it was meant for.
  for (const { text, knownTo } of marks)
    for (const { wire } of knownTo) expect(wire.bytes().includes(text), text).toBe(true);
  expect(marks.length).toBeGreaterThanOrEqual(14);
  // A note is the writer's for good, and the seed nobody's, even at the end.
  for (const { wire } of [ada, bob, cay, eve])
    for (const bytes of seedBytes()) expect(wire.bytes().includes(bytes)).toBe(false);
  await Promise.all([...people, eve].map(({ player }) => player.vanish()));
  await Promise.all(wires.map((wire) => wire.close()));
}, 60_000);

it("nobody's socket stirs when a rival drafts, edits or submits again", async () => {
  const wire = await recordTo(suite.server.port);
  const first = await suite.server.create({ country: "borun" });
  const ada = await suite.enter(first);
  const bob = await suite.enter(await suite.server.join(first.code, "Bob"), wire.origin);
  await ada.do("start");
  await playUntil([ada, bob], "orders");
  await ada.ready();
  const done = ({ seats }: ServerPlayer["view"]): boolean =>
    seats.every(({ country, submitted }) => country === bob.view.you || submitted);
  await bob.until(done, "everyone else's orders");
  // The shared state follows the messages within its own rhythm; from then on there is nothing to tell.
  await new Promise((resolve) => setTimeout(resolve, 600));
  const before = wire.bytes().length;
  for (const note of ["one", "two", "three"]) await ada.do("submit", { turn: 1, sheet: { ...QUIET, note } });
  await ada.do("say", { to: { kind: "some", countries: ["dell"] }, text: "psst" });
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(wire.bytes().length).toBe(before);
  await bob.vanish();
  await wire.close();
});
