import { describe, expect, it } from "vitest";
import {
  actsOf,
  against,
  all,
  attack,
  country,
  follow,
  index,
  NAMES,
  only,
  play,
  small,
} from "#tests/helpers/smallWorld.ts";
import type { Name, Played } from "#tests/helpers/smallWorld.ts";

const aligned = (played: Played, name: Name) => all(played, "aligned").find((event) => event.country === index(name));
const L = (played: Played, observer: Name, seen: Name): number =>
  played.world.intent[index(observer)]?.[index(seen)] ?? Number.NaN;

describe("5.1 balance", () => {
  const after = play(small(), { cask: { align: against("borun") } });
  it("costs a point and a half", () => {
    expect(country(after, "cask").treasury).toBe(3.5);
    expect(aligned(after, "cask")).toMatchObject({
      rule: "5.1",
      alignment: against("borun"),
      counts: against("borun"),
    });
  });
  it("is seen as a threat by its target alone", () => {
    expect(actsOf(after, "cask")).toEqual({ "balance_against borun": [null, "direct", null, null] });
    expect(L(after, "borun", "cask")).toBeCloseTo(-0.9, 6);
    expect(L(after, "dell", "cask")).toBeCloseTo(-1.4, 6);
  });
});

describe("5.2 bandwagon", () => {
  const after = play(small(), { cask: { align: follow("borun") }, borun: { moves: [attack("kessel")] } });
  it("makes a client of the follower, for the turn", () => {
    expect(aligned(after, "cask")).toMatchObject({ rule: "5.2", counts: follow("borun") });
    expect(country(after, "cask").status).toEqual({ kind: "client", of: index("borun") });
    expect(country(play(after, {}), "cask").status).toEqual({ kind: "sovereign" });
  });
  it("brings the follower into its leader's attack", () => {
    expect(only(after, "battle").forces.map(({ country, role }) => [NAMES[country], role])).toEqual([
      ["borun", "attacker"],
      ["cask", "follower"],
      ["dell", "defender"],
    ]);
  });
});

describe("5.3 hide", () => {
  it("costs nothing and changes nobody's mind", () => {
    const after = play(small(), {});
    expect(aligned(after, "cask")).toMatchObject({ rule: "5.3", counts: { kind: "hide" } });
    expect(country(after, "cask").treasury).toBe(5);
    expect(all(after, "act")).toEqual([]);
    expect(after.world.intent).toEqual(small().world.intent);
  });
});

describe("5.4 tribute", () => {
  it("is a fifth of the turn's income, in the leader's hands for next turn", () => {
    const after = play(small(), { cask: { align: follow("borun"), spend: { defence: 4 } } });
    expect(only(after, "tributePaid")).toMatchObject({
      rule: "5.4",
      from: index("cask"),
      to: index("borun"),
      points: 1,
    });
    expect([country(after, "cask").treasury, country(after, "borun").treasury]).toEqual([0, 6]);
  });
});

describe("5.5 following in a circle", () => {
  it("counts as hiding for two who follow each other", () => {
    const after = play(small(), { cask: { align: follow("borun") }, borun: { align: follow("cask") } });
    expect(aligned(after, "cask")).toMatchObject({ rule: "5.5", alignment: follow("borun"), counts: { kind: "hide" } });
    expect(all(after, "tributePaid")).toEqual([]);
    expect(country(after, "cask").status).toEqual({ kind: "sovereign" });
    expect(after.story).toContain(
      "Cask chose to bandwagon with Borun, in a circle that leads back to it: that counts as hiding.",
    );
  });
  it("counts as hiding for three in a ring, but not for one who follows into it", () => {
    const after = play(small(), {
      aster: { align: follow("borun") },
      borun: { align: follow("cask") },
      cask: { align: follow("dell") },
      dell: { align: follow("borun") },
    });
    expect(NAMES.map((name) => aligned(after, name)?.counts.kind)).toEqual(["bandwagon", "hide", "hide", "hide"]);
  });
  it("keeps a chain of followers a chain", () => {
    const after = play(small(), { aster: { align: follow("borun") }, borun: { align: follow("cask") } });
    expect(all(after, "tributePaid").map(({ from, to }) => [from, to])).toEqual([
      [index("aster"), index("borun")],
      [index("borun"), index("cask")],
    ]);
  });
});
