import { expect, test } from "vitest";
import fc from "fast-check";
import { coalitionsOf } from "#client/map/coalitions.ts";
import type { MapSight } from "#client/map/mapSight.ts";
import { countryId } from "#shared/model/ids.ts";
import type { Alignment } from "#shared/model/order.ts";
import { NAMES, alignments, board, byName, index, pact, sight } from "./board.ts";

const shown = (moment: MapSight) =>
  coalitionsOf(board, moment).map(({ number, style, members }) => ({ number, style, members: byName(members) }));

test("1914 as drawn: balancers of one camp share an outline though their targets differ; followers share their leader's", () => {
  const moment = sight({
    alignments: alignments({
      Britain: ["balance", "Germany"],
      France: ["balance", "Germany"],
      Russia: ["balance", "Austria-Hungary"],
      Serbia: ["balance", "Austria-Hungary"],
      Germany: ["balance", "Russia"],
      "Austria-Hungary": ["bandwagon", "Germany"],
      Italy: ["bandwagon", "Germany"],
    }),
  });
  expect(shown(moment)).toEqual([
    { number: 1, style: "solid", members: ["Britain", "France", "Russia", "Serbia"] },
    { number: 2, style: "hatched", members: ["Austria-Hungary", "Germany", "Italy"] },
  ]);
});

test("a lone balancer and a table that hides have no outline", () => {
  expect(shown(sight({ alignments: alignments({ Romania: ["balance", "Russia"] }) }))).toEqual([]);
  expect(shown(sight({}))).toEqual([]);
});

test("parties of a defence pact stand together before anyone has chosen", () => {
  expect(shown(sight({ treaties: [pact(1, "France", "Russia")] }))).toMatchObject([{ members: ["France", "Russia"] }]);
});

test("overlapping ties A–B and B–C share one outline when A and C are not at odds", () => {
  const moment = sight({ treaties: [pact(1, "Britain", "France"), pact(2, "France", "Russia")] });
  expect(shown(moment)).toMatchObject([{ members: ["Britain", "France", "Russia"] }]);
});

test("when A balances against C, B stays with the stronger tie: the leader it follows before its pact", () => {
  const moment = sight({
    alignments: alignments({ Italy: ["bandwagon", "Germany"], France: ["balance", "Germany"] }),
    treaties: [pact(1, "France", "Italy")],
  });
  expect(shown(moment)).toMatchObject([{ members: ["Germany", "Italy"] }]);
});

test("a pact with Germany's follower does not put Britain, to which Germany is a grave threat, into Germany's outline", () => {
  const moment = sight({
    alignments: alignments({ Belgium: ["bandwagon", "Germany"] }),
    treaties: [pact(1, "Belgium", "Britain")],
    threat: NAMES.map((seer) =>
      NAMES.map((seen) => (seen === "Germany" && (seer === "Britain" || seer === "Belgium") ? 75 : 20)),
    ),
  });
  expect(shown(moment)).toMatchObject([{ members: ["Belgium", "Germany"] }]);
});

test("between equal ties B stays with the mightier partner", () => {
  const moment = sight({
    alignments: alignments({ Serbia: ["balance", "Russia"] }),
    treaties: [pact(1, "Romania", "Russia"), pact(2, "Romania", "Serbia")],
  });
  expect(shown(moment)).toMatchObject([{ members: ["Romania", "Russia"] }]);
});

test("an attack parts attacker and victim even if a pact still joins them", () => {
  const battles = [
    { attackers: [index("Germany")], defender: index("Italy"), province: index("Italy"), outcome: "win" as const },
  ];
  expect(shown(sight({ treaties: [pact(1, "Germany", "Italy")], battles }))).toEqual([]);
});

test("a coalition keeps its numeral and style when the other one dissolves", () => {
  const first = alignments({ Italy: ["bandwagon", "Germany"], France: ["bandwagon", "Russia"] });
  const second = alignments({ Italy: ["bandwagon", "Germany"] });
  expect(shown(sight({ alignments: first }))).toMatchObject([
    { number: 1, members: ["France", "Russia"] },
    { number: 2, members: ["Germany", "Italy"] },
  ]);
  expect(shown(sight({ earlier: [first], alignments: second }))).toEqual([
    { number: 2, style: "hatched", members: ["Germany", "Italy"] },
  ]);
});

const FOUR_PAIRS = [
  pact(1, "Germany", "Italy"),
  pact(2, "France", "Russia"),
  pact(3, "Belgium", "Britain"),
  pact(4, "Romania", "Serbia"),
];

test("of four coalitions the three mightiest are drawn, each in a style of its own", () => {
  expect(shown(sight({ treaties: FOUR_PAIRS }))).toEqual([
    { number: 1, style: "solid", members: ["France", "Russia"] },
    { number: 2, style: "hatched", members: ["Germany", "Italy"] },
    { number: 3, style: "dotted", members: ["Belgium", "Britain"] },
  ]);
});

test("my own coalition is drawn however weak it is", () => {
  const drawn = shown(sight({ treaties: FOUR_PAIRS, you: index("Serbia") }));
  expect(drawn.map(({ members }) => members)).toContainEqual(["Romania", "Serbia"]);
  expect(drawn).toHaveLength(3);
});

const anyAlignment: fc.Arbitrary<Alignment> = fc.oneof(
  fc.constant<Alignment>({ kind: "hide" }),
  fc.constantFrom(...board.ids).map((against): Alignment => ({ kind: "balance", against })),
  fc.constantFrom(...board.ids).map((leader): Alignment => ({ kind: "bandwagon", with: leader })),
);

test("whatever is chosen: no country stands in two outlines, and none stands in one with the country it balances against", () => {
  const choices = fc.array(anyAlignment, { minLength: NAMES.length, maxLength: NAMES.length });
  fc.assert(
    fc.property(choices, (chosen) => {
      const coalitions = coalitionsOf(board, sight({ alignments: chosen, treaties: [pact(1, "Britain", "France")] }));
      const members = coalitions.flatMap((coalition) => coalition.members);
      expect(new Set(members).size).toBe(members.length);
      for (const coalition of coalitions) {
        for (const member of coalition.members) {
          const choice = chosen[member];
          if (choice?.kind !== "balance" || choice.against === board.ids[member]) continue;
          expect(coalition.members).not.toContain(board.indexOf.get(countryId(choice.against)));
        }
      }
    }),
  );
});
