import { describe, expect, it } from "vitest";
import { countryId, treatyId } from "#shared/model/ids.ts";
import { PERSONALITIES, type Filler } from "#shared/model/match.ts";
import type { SeatSight } from "#shared/model/sight.ts";
import { DECLINE_REASONS, type DeclineReason, type Proposal, type TreatyTerms } from "#shared/model/treaty.ts";
import { defaultModules } from "#shared/rules/index.ts";
import { offerLine } from "#shared/players/offerLine.ts";
import { refusalLine } from "#shared/players/refusalLines.ts";
import { answerProposals, offerTreaties } from "#shared/players/treaties.ts";
import { speak } from "#shared/players/words.ts";
import {
  against,
  aid,
  attack,
  changed,
  follow,
  index,
  play,
  small,
  type Name,
  type Played,
  type Small,
} from "#tests/helpers/smallWorld.ts";

const ALWAYS = (): number => 0;
const NEVER = (): number => 1 - 1e-9;

const sightOf = (game: Small & Partial<Played>, name: Name, proposals: readonly Proposal[] = []): SeatSight => ({
  board: game.board,
  world: game.world,
  me: index(name),
  card: { revisionism: 0, aim: { id: "a", text: "", kind: "intact" } },
  proposals,
  ...(game.events ? { lately: game.events } : {}),
});

/** A proposal by one country to another; ids `t50`, `t51`, … */
const proposal = (by: Name, to: Name, terms: { kind: TreatyTerms["kind"]; against?: Name }, at = 50): Proposal => ({
  kind: terms.kind,
  ...(terms.against === undefined ? {} : { against: countryId(terms.against) }),
  id: treatyId(`t${at}`),
  by: countryId(by),
  turn: 1,
  parties: [by, to].sort().map(countryId),
  signed: [countryId(by)],
  declined: [],
});

describe("computer players at the treaty table", () => {
  /** Borun looms over Dell and Cask. */
  const looming = small({ arms: { borun: [50, 10] }, modules: defaultModules("advanced") });
  type Answered = "sign" | DeclineReason | undefined;
  const answer = (game: Small, name: Name, who: Filler, offered: Proposal): Answered =>
    answerDrawing(sightOf(game, name, [{ ...offered, turn: game.world.turn }]), who, ALWAYS);
  function answerDrawing(sight: SeatSight, who: Filler, draw: () => number): Answered {
    const { sign, decline } = answerProposals(sight, who, draw);
    return sign.length > 0 ? "sign" : decline[0]?.reason;
  }
  const pactAgainstBorun = proposal("cask", "dell", { kind: "defence", against: "borun" });

  it("a pact against a common threat is signed; without a threat it is not worth a signature", () => {
    const quiet = changed(looming, { world: { threat: looming.world.threat.map((row) => row.map((T) => T / 3)) } });
    expect(answer(looming, "dell", { personality: "theorist" }, pactAgainstBorun)).toBe("sign");
    expect(answer(quiet, "dell", { personality: "theorist" }, pactAgainstBorun)).toBe("noThreat");
  });
  it("not with one whom it fears as much", () => {
    const withBorun = proposal("borun", "dell", { kind: "defence", against: "cask" });
    expect(answer(looming, "dell", { personality: "theorist" }, withBorun)).toBe("distrust");
  });
  it("not with one that breaks its word; the calm believe longer than the hot", () => {
    const faithless = (refused: number): Small => changed(looming, { countries: { cask: { honoured: 3, refused } } });
    expect(answer(faithless(4), "dell", { personality: "lion" }, pactAgainstBorun)).toBe("distrust");
    expect(answer(faithless(4), "dell", { personality: "lion", temper: "calm" }, pactAgainstBorun)).toBe("sign");
    expect(answer(faithless(2.5), "dell", { personality: "lion" }, pactAgainstBorun)).toBe("sign");
    expect(answer(faithless(2.5), "dell", { personality: "lion", temper: "hot" }, pactAgainstBorun)).toBe("distrust");
  });
  it("not against the one it follows", () => {
    const following = play(looming, { dell: { align: follow("borun") } });
    expect(answer(following, "dell", { personality: "jackal" }, pactAgainstBorun)).toBe("friendOfTarget");
  });
  it("once a turn: the second offer finds the pen used", () => {
    const second = proposal("aster", "dell", { kind: "nonaggression" }, 51);
    const { sign, decline } = answerProposals(
      sightOf(looming, "dell", [pactAgainstBorun, second]),
      { personality: "theorist" },
      ALWAYS,
    );
    expect({ sign, decline }).toEqual({ sign: ["t50"], decline: [{ proposal: "t51", reason: "bound" }] });
  });
  it.each<[Filler["personality"], Proposal, Name, "sign" | DeclineReason]>([
    ["hider", pactAgainstBorun, "dell", "ownPlans"],
    ["hider", proposal("borun", "dell", { kind: "neutrality" }), "dell", "sign"],
    ["lamb", pactAgainstBorun, "dell", "sign"],
    ["lamb", proposal("borun", "dell", { kind: "nonaggression" }), "dell", "sign"],
    ["wolf", proposal("dell", "borun", { kind: "nonaggression" }), "borun", "ownPlans"],
    ["wolf", proposal("aster", "borun", { kind: "nonaggression" }), "borun", "sign"],
    ["wolf", proposal("cask", "dell", { kind: "consultation" }), "dell", "ownPlans"],
    ["lion", proposal("cask", "dell", { kind: "consultation" }), "dell", "sign"],
  ])("the %s, offered %o", (personality, offered, name, expected) => {
    const weakDell = changed(looming, { countries: { dell: { offence: 1, defence: 1 } } });
    expect(answer(weakDell, name, { personality }, offered)).toBe(expected);
  });
  it("a lamb signs no pact with one as weak as itself", () => {
    const weakCask = small({ arms: { borun: [50, 10], cask: [1, 1] } });
    expect(answer(weakCask, "dell", { personality: "lamb" }, pactAgainstBorun)).toBe("tooWeak");
    expect(answer(weakCask, "dell", { personality: "theorist" }, pactAgainstBorun)).toBe("sign");
  });
  it("what is not felt like signing has the character's own reason", () => {
    expect(answerDrawing(sightOf(looming, "dell", [pactAgainstBorun]), { personality: "jackal" }, NEVER)).toBe(
      "wantsMore",
    );
    expect(answerDrawing(sightOf(looming, "dell", [pactAgainstBorun]), { personality: "titForTat" }, NEVER)).toBe(
      "distrust",
    );
  });
  it("every character has a sentence for every reason", () => {
    const lines = PERSONALITIES.flatMap((one) => DECLINE_REASONS.map((reason) => refusalLine(one, reason)));
    for (const line of lines) expect(line).toMatch(/^[A-Z“].{15,}[.?]$/u);
    expect(new Set(lines).size).toBe(4 * DECLINE_REASONS.length);
  });

  const offer = (game: Small, name: Name, who: Filler, proposals: readonly Proposal[] = []): TreatyTerms | undefined =>
    offerTreaties(sightOf(game, name, proposals), who, ALWAYS)[0];
  it("offers: pacts against a danger, peace from those who stay out, peace in secret from those who mean no peace", () => {
    expect(offer(looming, "dell", { personality: "lion" })).toMatchObject({ kind: "defence", against: "borun" });
    expect(offer(looming, "dell", { personality: "hider" })).toMatchObject({
      kind: "neutrality",
      parties: ["borun", "dell"],
    });
    expect(offer(looming, "borun", { personality: "wolf" })).toMatchObject({ kind: "neutrality", secret: true });
    const standard = small({ arms: { borun: [50, 10] } });
    expect(offer(standard, "borun", { personality: "wolf" })).toEqual({
      kind: "nonaggression",
      parties: expect.anything(),
    });
  });
  it("an offer says to the other party what it is for", () => {
    const sight = sightOf(looming, "dell");
    const terms = offer(looming, "dell", { personality: "lion" });
    if (!terms) return expect.fail("no offer");
    const T = Math.round(looming.world.threat[index("dell")]?.[index("borun")] ?? 0);
    expect(offerLine(sight, terms, ALWAYS)).toEqual({
      to: { kind: "some", countries: [terms.parties.find((party) => party !== "dell")] },
      text: expect.stringContaining(`Borun stands at ${T} for us`),
    });
  });
  it("who has before it what it would gladly sign makes no offer of its own", () => {
    expect(offer(looming, "dell", { personality: "lion" }, [pactAgainstBorun])).toBeUndefined();
  });
});

describe("what computer players say to those they deal with", () => {
  const said = (game: Played | Small, name: Name, personality: Filler["personality"]): string[] =>
    speak(sightOf(game, name), { personality }, ALWAYS).map(({ to, text }) =>
      to.kind === "all" ? `all: ${text}` : `${to.countries.join()}: ${text}`,
    );

  it("thanks for aid, and for a promise kept; reproach for one that was not", () => {
    expect(said(play(small(), { cask: { spend: { aid: [aid("dell", 1)] } } }), "dell", "lamb")).toContainEqual(
      expect.stringMatching(/^cask: .*help has arrived/u),
    );
    const bound = play(small({ arms: { borun: [30, 10] } }), {}, [
      { id: "t1", terms: { kind: "defence", parties: ["cask", "dell"] } },
    ]);
    const war = { borun: { moves: [attack("kessel")] }, dell: { align: against("borun") } };
    const deserted = play(bound, { ...war, cask: { refuse: ["t1"] } });
    expect(speakOf(deserted, "dell")).toContainEqual(expect.stringContaining("you did not come"));
    expect(speakOf(play(bound, war), "dell")).toContainEqual(expect.stringContaining("You came when we called"));
  });
  /** Everything it would say if there were room for all of it. */
  function speakOf(game: Played, name: Name): string[] {
    const heard: string[] = [];
    for (let skip = 0; skip < 8; skip += 1) {
      let n = 0;
      const draw = (): number => (n++ < skip ? 0.999_999 : 0);
      heard.push(...speak(sightOf(game, name), { personality: "theorist" }, draw).map(({ text }) => text));
    }
    return heard;
  }

  it("a call for help when attacked: to all, and to a partner first", () => {
    const bound = play(small({ arms: { borun: [20, 10] } }), {}, [
      { id: "t1", terms: { kind: "defence", parties: ["cask", "dell"] } },
    ]);
    const attacked = play(bound, { borun: { moves: [attack("kessel")] } });
    expect(said(attacked, "dell", "lion")).toContainEqual(
      expect.stringMatching(/^cask: Our pact is for days like this/u),
    );
  });
  it("an ultimatum received is told to all, one sent is followed by a word to its target", () => {
    const game = play(small({ arms: { borun: [20, 10] } }), {
      borun: {
        moves: [
          {
            kind: "ultimatum",
            target: countryId("dell"),
            demand: { kind: "align", alignment: { kind: "bandwagon", with: countryId("borun") } },
          },
        ],
      },
    });
    expect(said(game, "dell", "lion")).toContainEqual(expect.stringMatching(/^all: Borun has sent us an ultimatum/u));
    expect(said(game, "borun", "wolf")).toContainEqual(expect.stringMatching(/^dell: You have one turn/u));
  });
  it("a warning before a treaty runs out, and when a partner calls up its army", () => {
    const peace = play(small(), {}, [{ id: "t1", terms: { kind: "nonaggression", parties: ["borun", "dell"] } }]);
    const lastTurn = play(peace, { borun: { moves: [{ kind: "mobilise" }] } });
    expect(said(lastTurn, "dell", "lion")).toContainEqual(expect.stringMatching(/^borun: .*(runs out|treaty)/u));
    expect(speakOf(lastTurn, "dell")).toContainEqual(
      expect.stringContaining("We have a treaty, and you call up your army"),
    );
  });
  it("who is asked to bear the burden asks back", () => {
    const game = play(small({ arms: { borun: [30, 10] } }), {
      aster: { moves: [{ kind: "appeal", to: countryId("dell"), against: countryId("borun") }] },
    });
    expect(speakOf(game, "dell")).toContainEqual(expect.stringContaining("You ask us to deal with Borun"));
  });
});
