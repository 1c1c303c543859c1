import { describe, expect, it } from "vitest";
import type { GameEvent } from "#shared/model/event.ts";
import { treatyId, type CountryIndex } from "#shared/model/ids.ts";
import type { MatchState } from "#shared/model/match.ts";
import type { Move } from "#shared/model/order.ts";
import { MODULES } from "#shared/model/scenario.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { publicScenario } from "#shared/projection/publicScenario.ts";
import { findScenario } from "#server/scenarios/registry.ts";
import { computerMatch } from "../record/table.ts";
import { readers, viewOf } from "./presence.ts";

/** A match with every part of the rules, whose computer players plot, and its state just before the end. */
const { state: over } = computerMatch({ scenario: "arab-1967", modules: MODULES, seed: 11 });
const running: MatchState = { ...over, phase: "reveal" };

const isCovert = ({ kind }: Move): boolean => kind === "influence" || kind === "subvert" || kind === "investigate";
const all = over.played.flatMap(({ events }) => events);
const hidden = all.filter(({ seenBy }) => seenBy !== undefined);

const eventsIn = (view: PlayerView): readonly GameEvent[] => view.history.flatMap(({ events }) => events);
const indexOf = (me: string | null): CountryIndex | null =>
  me === null ? null : over.board.ids.findIndex((id) => id === me);

describe("what is done behind the scenes", () => {
  it("happened at all in this match, or these tests would say nothing", () => {
    expect(over.played.flatMap(({ sheets }) => sheets.flatMap(({ sheet }) => sheet.moves)).some(isCovert)).toBe(true);
    expect(hidden.length).toBeGreaterThan(0);
  });

  it.each(readers(over))("reaches %s only as far as it may know", (me) => {
    const view = viewOf(running, me);
    const seat = indexOf(me);
    for (const { seenBy } of eventsIn(view)) if (seenBy) expect(seenBy).toContain(seat);
    expect(eventsIn(view).filter(({ seenBy }) => seenBy !== undefined)).toEqual(
      hidden.filter(({ seenBy }) => seat !== null && seenBy?.includes(seat)),
    );
    for (const { sheets } of view.history)
      sheets.forEach(({ sheet }, at) => {
        if (at !== seat) expect(sheet.moves.filter(isCovert)).toEqual([]);
      });
    expect(JSON.stringify(view)).not.toContain('"secrets"');
    expect(JSON.stringify(view)).not.toContain('"foundBy"');
  });

  it.each(readers(over))("%s sees of influence what everyone knows, and its own", (me) => {
    const seat = indexOf(me);
    const { influence } = viewOf(running, me).world;
    influence.forEach((row, k) =>
      expect(row).toEqual(k === seat ? over.world.secrets.influence[k] : over.world.influence[k]),
    );
  });

  it("the end of a secret treaty does not tell its parties who had found it", () => {
    const ids = over.board.ids;
    const lapsed: GameEvent = {
      rule: "4.13",
      step: "threats",
      kind: "treatyLapsed",
      seenBy: [0, 1, 2, 3],
      treaty: {
        id: treatyId("t90"),
        kind: "neutrality",
        parties: ids.slice(0, 2),
        since: 1,
        until: 3,
        secret: true,
        foundBy: ids.slice(2, 4),
      },
    };
    const played = over.played.map((turn, at) => (at === 0 ? { ...turn, events: [lapsed] } : turn));
    const seen = [0, 1, 2, 3, 4].map((at) => viewOf({ ...running, played }, ids[at] ?? null).history[0]?.events);
    expect(seen.map((events) => events?.map(({ seenBy }) => seenBy))).toEqual([
      [[0, 1]],
      [[0, 1]],
      [[0, 1, 2]],
      [[0, 1, 3]],
      [],
    ]);
    expect(JSON.stringify(seen)).not.toContain("foundBy");
  });

  it("secret treaties are seen by their parties and by who found them", () => {
    const world = {
      ...over.world,
      treaties: [
        { id: "t90", kind: "defence", parties: over.board.ids.slice(0, 2), since: 1, until: null, secret: true },
        {
          id: "t91",
          kind: "defence",
          parties: over.board.ids.slice(1, 3),
          since: 1,
          until: null,
          secret: true,
          foundBy: over.board.ids.slice(3, 4),
        },
      ] as unknown as MatchState["world"]["treaties"], // ids as plain text
    };
    const seen = readers(over).map((me) => viewOf({ ...running, world }, me).world.treaties.map(({ id }) => id));
    const nobody = over.board.ids.slice(4).map(() => []);
    expect(seen).toEqual([["t90"], ["t90", "t91"], ["t91"], ["t91"], ...nobody, []]);
    for (const me of readers(over))
      for (const treaty of viewOf({ ...running, world }, me).world.treaties)
        expect(treaty).not.toHaveProperty("foundBy");
  });

  it("is told to everyone once the match is over", () => {
    for (const me of readers(over)) expect(eventsIn(viewOf(over, me))).toEqual(all);
    expect(viewOf(over, null).world.influence).toEqual(over.world.secrets.influence);
  });
});

describe("a scenario as players may have it", () => {
  it("holds neither the crises to come nor treaties that are secret when it begins", () => {
    const whole = findScenario("europe-1914");
    if (!whole) throw new Error("Europe 1914 is part of every build");
    expect(whole.crises?.length).toBeGreaterThan(0);
    expect(whole.treaties.some(({ secret }) => secret)).toBe(true);
    const shown = publicScenario(whole);
    expect(shown).not.toHaveProperty("crises");
    expect(shown.treaties.some(({ secret }) => secret)).toBe(false);
    // The others keep their places, and so their numbers.
    expect(whole.treaties.slice(0, shown.treaties.length)).toEqual(shown.treaties);
  });
});
