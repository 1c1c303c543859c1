import { describe, expect, it } from "vitest";
import { countryId } from "#shared/model/ids.ts";
import type { TreatyKind } from "#shared/model/treaty.ts";
import { betrayals, checkTerms, defaultModules, lapsing } from "#shared/rules/index.ts";
import {
  actsOf,
  against,
  all,
  attack,
  changed,
  country,
  follow,
  index,
  only,
  play,
  sheetOf,
  small,
} from "#tests/helpers/smallWorld.ts";
import type { Name, Signing, Small } from "#tests/helpers/smallWorld.ts";

const advanced = (arms: Parameters<typeof small>[0] = {}): Small =>
  small({ modules: defaultModules("advanced").filter((module) => module !== "chance"), ...arms });
const treaty = (id: string, kind: TreatyKind, ...parties: Name[]): Signing => ({ id, terms: { kind, parties } });
const between = (kind: TreatyKind, ...parties: Name[]): Small => play(advanced(), {}, [treaty("t1", kind, ...parties)]);
const asked = ({ board, world }: Small, kind: TreatyKind): string => {
  const parties = [countryId("borun"), countryId("cask")];
  const checked = checkTerms(board, world, index("borun"), { terms: { kind, parties }, openProposals: [] });
  return checked.ok ? "allowed" : checked.error.code;
};

describe("4.10 a consultation treaty", () => {
  it("is made where soft treaties are played", () => {
    expect(asked(advanced(), "consultation")).toBe("allowed");
    expect(asked(small(), "consultation")).toBe("terms.kind");
  });
  it("binds until it is broken, and makes each think better of the other", () => {
    const after = play(advanced(), {}, [treaty("t1", "consultation", "borun", "cask")]);
    expect(only(after, "treatySigned")).toMatchObject({ rule: "4.10", treaty: { until: null } });
    expect(after.world.intent[index("borun")]?.[index("cask")]).toBe(-1.6);
    expect(play(play(play(after, {}), {}), {}).world.treaties).toHaveLength(1);
  });
  it("calls nobody", () => {
    const after = play(between("consultation", "cask", "dell"), {
      borun: { moves: [attack("kessel")] },
      dell: { align: against("borun") },
    });
    expect(all(after, "pactCalled")).toEqual([]);
    expect(only(after, "battle").forces.map(({ country: who }) => who)).toEqual([index("borun"), index("dell")]);
  });
});

describe("4.11 fellow balancers who have consulted", () => {
  const plans = {
    borun: { moves: [attack("kessel")] },
    dell: { align: against("borun") },
    cask: { align: against("borun") },
    aster: { align: against("borun") },
  } as const;
  it("help with .6 instead of half, by that treaty, and the others with half", () => {
    const { forces } = only(play(between("consultation", "cask", "dell"), plans), "battle");
    const helpOf = (name: Name) => forces.find(({ country: who }) => who === index(name));
    // .6 × (10 + 10) × 1; .5 × 20 × .4
    expect(helpOf("cask")).toMatchObject({ role: "aligned", factor: 0.6, points: 12, treaty: "t1" });
    expect(helpOf("aster")).toMatchObject({ role: "aligned", factor: 0.5, points: 4 });
    expect(helpOf("aster")).not.toHaveProperty("treaty");
  });
  it("count on that help in their security", () => {
    const quiet = { dell: plans.dell, cask: plans.cask };
    const safe = (game: Small): number => country(play(game, quiet), "dell").security;
    expect(safe(between("consultation", "cask", "dell"))).toBeGreaterThan(safe(play(advanced(), {})));
  });
});

describe("4.12 a neutrality treaty", () => {
  it("binds for three turns, lapses, and is warned of in its last", () => {
    const first = play(advanced(), {}, [treaty("t1", "neutrality", "borun", "cask")]);
    expect(only(first, "treatySigned")).toMatchObject({ rule: "4.12", treaty: { since: 1, until: 3 } });
    expect(first.world.intent[index("borun")]?.[index("cask")]).toBe(-1.7);
    const second = play(first, {});
    const warned = (game: Small, name: Name): string[] =>
      lapsing(game.board, game.world, index(name)).map(({ text }) => text);
    expect(warned(first, "borun")).toEqual([]);
    expect(warned(second, "borun")).toEqual([
      "Your neutrality treaty with Cask runs out at the end of this turn: sign it anew to keep it.",
    ]);
    expect(warned(second, "dell")).toEqual([]);
    const third = play(second, {});
    expect(only(third, "treatyLapsed")).toMatchObject({ rule: "4.12", treaty: { id: "t1" } });
    expect(lapsing(third.board, third.world, index("borun"))).toEqual([]);
  });
  it("is broken by an attack", () => {
    const after = play(between("neutrality", "borun", "dell"), { borun: { moves: [attack("kessel")] } });
    expect(only(after, "treatyBroken")).toMatchObject({ rule: "4.6", deed: "attack", by: index("borun") });
  });
  it("is broken by following into an attack on the partner", () => {
    const bound = between("neutrality", "cask", "dell");
    const after = play(bound, { borun: { moves: [attack("kessel")] }, cask: { align: follow("borun") } });
    expect(only(after, "treatyBroken")).toMatchObject({ rule: "4.12", deed: "follow", by: index("cask") });
    expect(actsOf(after, "cask")["break_pact dell"]?.[index("dell")]).toBe("direct");
    expect(country(after, "cask").refused).toBe(2);
    expect(all(play(bound, { cask: { align: follow("borun") } }), "treatyBroken")).toEqual([]);
  });
  it("is broken by helping those whom the partner attacks, not by balancing against it", () => {
    const bound = between("neutrality", "borun", "cask");
    const balanced = { dell: { align: against("borun") }, cask: { align: against("borun") } } as const;
    expect(all(play(bound, balanced), "treatyBroken")).toEqual([]);
    const after = play(bound, { ...balanced, borun: { moves: [attack("kessel")] } });
    expect(only(after, "treatyBroken")).toMatchObject({ rule: "4.12", deed: "help", by: index("cask") });
    expect(after.world.treaties).toEqual([]);
  });
  it("and a pact with its victim cannot both be kept", () => {
    const bound = play(changed(advanced(), { world: { congress: true } }), {}, [
      treaty("t1", "neutrality", "borun", "cask"),
      treaty("t2", "defence", "cask", "dell"),
    ]);
    const war = { borun: { moves: [attack("kessel")] }, dell: { align: against("borun") } } as const;
    const brokenBy = (refuse: readonly string[]): string[] =>
      all(play(bound, { ...war, cask: { refuse } }), "treatyBroken").map(({ treaty: { id }, deed }) => `${id} ${deed}`);
    expect(brokenBy([])).toEqual(["t1 help"]);
    expect(brokenBy(["t2"])).toEqual(["t2 refusal"]);
  });
  it("is warned of before a sheet that may break it", () => {
    const { board, world } = between("neutrality", "cask", "dell");
    const kinds = (align: ReturnType<typeof against>): string[] =>
      betrayals(board, world, index("cask"), sheetOf({ align })).map(({ kind, text }) => `${kind}: ${text}`);
    expect(kinds(follow("borun"))).toEqual([
      "leaveNeutrality: If Borun attacks Dell, you follow: that breaks your neutrality treaty with Dell.",
    ]);
    expect(kinds(against("dell"))).toEqual([
      "leaveNeutrality: If Dell attacks one that balances with you, you will help against it: that breaks your neutrality treaty.",
    ]);
    expect(kinds(against("borun"))).toEqual([]);
    expect(kinds({ kind: "hide" })).toEqual([]);
  });
});
