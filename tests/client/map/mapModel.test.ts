import { expect, test } from "vitest";
import { figureOf } from "#client/map/figure.ts";
import { mapModelOf } from "#client/map/mapModel.ts";
import type { Layer } from "#client/map/mapModel.ts";
import type { MapSight } from "#client/map/mapSight.ts";
import { modelAtStep } from "#client/map/reveal.ts";
import { draftedSigns, type SignMark } from "#client/map/signs.ts";
import { countryId, provinceId, treatyId } from "#shared/model/ids.ts";
import { NAMES, alignments, board, index, pact, sight } from "./board.ts";

const romania = index("Romania");
const model = (moment: MapSight, layer: Layer = "owner") => mapModelOf(board, moment, layer);
/** T as Romania sees it; 20 from everyone not named. */
const seenFromRomania = (threats: Partial<Record<(typeof NAMES)[number], number>>) =>
  NAMES.map((_, observer) => NAMES.map((name) => (observer === romania ? (threats[name] ?? 20) : 20)));

test("rings and boxes follow the printed threat: 39.6 prints 40 and is serious, 75.4 prints 75 and is grave", () => {
  const seen = model(
    sight({
      you: romania,
      threat: seenFromRomania({ Serbia: 39.6, Russia: 40, Germany: 60, "Austria-Hungary": 75.4, Italy: 75.6 }),
    }),
  );
  const of = (name: (typeof NAMES)[number]) => [seen.countries[index(name)]?.rings, figureOf(seen, index(name))];
  expect(of("Serbia")).toEqual([1, { kind: "boxed", text: "40", change: "" }]);
  expect(of("Russia")).toEqual([1, { kind: "boxed", text: "40", change: "" }]);
  expect(of("Germany")).toEqual([2, { kind: "boxed", text: "60", change: "" }]);
  expect(of("Austria-Hungary")).toEqual([2, { kind: "boxed", text: "75", change: "" }]);
  expect(of("Italy")).toEqual([3, { kind: "boxed", text: "76", change: "" }]);
});

test("change is the difference of the printed numbers", () => {
  const moment = sight({
    you: romania,
    threat: seenFromRomania({ Russia: 59.4, Italy: 41 }),
    before: seenFromRomania({ Russia: 53.6, Italy: 44 }),
  });
  expect(figureOf(model(moment), index("Russia"))).toEqual({ kind: "boxed", text: "59", change: "▲5" });
  expect(figureOf(model(moment), index("Italy"))).toEqual({ kind: "boxed", text: "41", change: "▼3" });
});

test("an observer sees no rings and no numbers: threat to me has no me", () => {
  const seen = model(sight({ threat: NAMES.map(() => NAMES.map(() => 90)) }));
  expect(seen.countries.every((country) => country.rings === 0 && country.threat === null)).toBe(true);
  expect(figureOf(seen, romania)).toBeNull();
});

test("a hider draws nothing; lines carry the ribbon of the doer's coalition, a lone balancer's none", () => {
  const choices = alignments({ Italy: ["bandwagon", "Germany"], Romania: ["balance", "Russia"] });
  expect(model(sight({ alignments: choices })).lines).toEqual([
    { kind: "bandwagon", from: index("Italy"), to: index("Germany"), ribbon: "solid", draft: false },
    { kind: "balance", from: romania, to: index("Russia"), ribbon: null, draft: false },
  ]);
});

test("my draft replaces my old line, except where it repeats it", () => {
  const old = alignments({ Romania: ["balance", "Russia"] });
  const drafted = (draft: MapSight["draft"]) =>
    model(sight({ you: romania, alignments: old, draft })).lines.map(({ kind, to, draft: mine }) => [
      kind,
      NAMES[to],
      mine,
    ]);
  expect(drafted(alignments({ Romania: ["balance", "Germany"] })[romania] ?? null)).toEqual([
    ["balance", "Germany", true],
  ]);
  expect(drafted({ kind: "hide" })).toEqual([]);
  expect(drafted(old[romania] ?? null)).toEqual([["balance", "Russia", false]]);
  expect(drafted(null)).toEqual([["balance", "Russia", false]]);
});

test("a pact of three is drawn pair by pair", () => {
  const pairs = model(sight({ treaties: [pact(3, "Austria-Hungary", "Germany", "Italy")] })).pacts;
  const treaty = treatyId("t3");
  expect(pairs).toEqual([
    { treaty, a: index("Austria-Hungary"), b: index("Germany"), secret: false },
    { treaty, a: index("Austria-Hungary"), b: index("Italy"), secret: false },
    { treaty, a: index("Germany"), b: index("Italy"), secret: false },
  ]);
});

test("a secret pact that I know of is marked as such", () => {
  const known = { ...pact(6, "Austria-Hungary", "Romania"), secret: true } as const;
  expect(model(sight({ treaties: [known] })).pacts.map(({ secret }) => secret)).toEqual([true]);
});

test("owner tints: land neighbours differ", () => {
  const tints = model(sight({})).countries.map((country) => country.tint);
  board.borders.forEach((row, a) =>
    row.forEach(
      (touch, b) => touch && expect([NAMES[a], NAMES[b], tints[a]]).not.toEqual([NAMES[a], NAMES[b], tints[b]]),
    ),
  );
});

test("what stands under the names answers the layer's question", () => {
  const moment = sight({ you: romania, alignments: alignments({ Romania: ["balance", "Russia"] }) });
  const under = (layer: Layer, name: (typeof NAMES)[number]) => figureOf(model(moment, layer), index(name));
  expect(under("power", "Germany")).toEqual({ kind: "plain", text: "22 %" });
  expect(under("ideology", "France")).toEqual({ kind: "letter", text: "B" });
  expect(under("alignment", "Germany")).toEqual({ kind: "hide" });
  expect(under("alignment", "Romania")).toEqual({ kind: "you" });
});

test("a reveal puts each thing in place at its own step", () => {
  const taken = NAMES.map((_, at) => (at === index("Serbia") ? index("Austria-Hungary") : at));
  const battles = [
    {
      attackers: [index("Austria-Hungary")],
      defender: index("Serbia"),
      province: index("Serbia"),
      outcome: "win" as const,
    },
  ];
  const before = model(sight({ you: romania }));
  const after = model(
    sight({
      you: romania,
      holders: taken,
      battles,
      alignments: alignments({ Italy: ["bandwagon", "Germany"] }),
      treaties: [pact(1, "France", "Russia")],
      threat: seenFromRomania({ Russia: 50 }),
    }),
  );
  const at = (step: Parameters<typeof modelAtStep>[2]) => {
    const seen = modelAtStep(before, after, step);
    return {
      pacts: seen.pacts.length,
      lines: seen.lines.length,
      attacks: seen.attacks.length,
      serbia: NAMES[seen.provinces[index("Serbia")]?.holder ?? -1],
      rings: seen.countries[index("Russia")]?.rings,
    };
  };
  expect(at("treaties")).toEqual({ pacts: 1, lines: 0, attacks: 0, serbia: "Serbia", rings: 0 });
  expect(at("alignments")).toEqual({ pacts: 1, lines: 1, attacks: 0, serbia: "Serbia", rings: 0 });
  expect(at("attacks")).toEqual({ pacts: 1, lines: 1, attacks: 1, serbia: "Serbia", rings: 0 });
  expect(at("occupation")).toEqual({ pacts: 1, lines: 1, attacks: 1, serbia: "Austria-Hungary", rings: 0 });
  expect(at("threats")).toEqual({ pacts: 1, lines: 1, attacks: 1, serbia: "Austria-Hungary", rings: 1 });
});

test("a demand stands until it is answered; unrest, revolts and crises come at their own steps", () => {
  const [austria, serbia] = [index("Austria-Hungary"), index("Serbia")];
  const demand = (target: number): SignMark => ({ kind: "demand", from: austria, target, province: null });
  const before = model(sight({ signs: [demand(serbia), { kind: "unrest", country: serbia }] }));
  const after = model(
    sight({
      signs: [
        { kind: "unrest", country: austria },
        demand(romania),
        { kind: "revolt", province: serbia },
        { kind: "crisis", country: index("Britain") },
      ],
    }),
  );
  const at = (step: Parameters<typeof modelAtStep>[2]): string =>
    modelAtStep(before, after, step)
      .signs.map((sign) => (sign.kind === "demand" ? `demand on ${NAMES[sign.target]}` : sign.kind))
      .join(", ");
  expect(at("aid")).toBe("demand on Serbia");
  expect(at("intelligence")).toBe("demand on Serbia, unrest");
  expect(at("signals")).toBe("demand on Serbia, unrest, demand on Romania");
  expect(at("ultimata")).toBe("unrest, demand on Romania");
  expect(at("occupation")).toBe("unrest, demand on Romania, revolt");
  expect(at("crisis")).toBe("unrest, demand on Romania, revolt, crisis");
});

test("an ultimatum on my sheet stands on my map as a draft, at the province it asks for", () => {
  const board = {
    indexOf: new Map([[countryId("serbia"), 11]]),
    provinceIndexOf: new Map([[provinceId("belgrade"), 40]]),
  };
  const move = {
    kind: "ultimatum",
    target: countryId("serbia"),
    demand: { kind: "cede", province: provinceId("belgrade") },
  } as const;
  expect(draftedSigns(board, 0, [{ kind: "mobilise" }, move])).toEqual([
    { kind: "demand", from: 0, target: 11, province: 40, draft: true },
  ]);
});
