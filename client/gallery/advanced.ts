import { provinceId, treatyId, type CountryId } from "#shared/model/ids.ts";
import europe from "#shared/scenarios/europe-1914/scenario.json";
import { openSheet, type Play } from "../panels/state/playState.ts";
import { addMove, answerUltimatum, chooseTarget, focusOn } from "../viewmodel/orderDraft.ts";
import { country, playedMatch, scenarioIn, sheet, type Said, type Script } from "./fixtures.ts";
import type { Scene } from "./scenes.ts";

const scenario = scenarioIn(europe);
const romania = country("romania");
const austria = country("austria-hungary");
const russia = country("russia");
const serbia = country("serbia");
const bulgaria = country("bulgaria");
const italy = country("italy");

const against = (target: CountryId) =>
  ({ alignment: { kind: "balance", against: target }, reason: "intentions" }) as const;

/** July 1914 with everything on: Vienna's ultimatum, talk behind the scenes, and a battle that a die decides. */
const script: Script = {
  "austria-hungary": [
    sheet({
      moves: [
        { kind: "ultimatum", target: serbia, demand: { kind: "cede", province: provinceId("belgrade") } },
        { kind: "mobilise" },
      ],
    }),
    sheet({
      moves: [
        { kind: "attack", province: provinceId("belgrade"), liberate: false },
        {
          kind: "ultimatum",
          target: romania,
          demand: { kind: "align", alignment: { kind: "bandwagon", with: austria } },
        },
      ],
    }),
  ],
  russia: [
    sheet({ ...against(austria), moves: [{ kind: "subvert", target: austria }] }),
    sheet({
      ...against(austria),
      moves: [
        { kind: "ultimatum", target: romania, demand: { kind: "leaveTreaty", treaty: treatyId("t6") } },
        { kind: "propaganda", target: austria },
      ],
    }),
  ],
  serbia: [sheet(against(austria)), sheet(against(austria))],
  bulgaria: [sheet({ moves: [{ kind: "influence", target: romania }] }), sheet({})],
  romania: [
    sheet({ moves: [{ kind: "influence", target: serbia }] }),
    sheet({
      moves: [
        { kind: "investigate", target: italy },
        { kind: "investigate", target: bulgaria },
      ],
    }),
  ],
};

const common = {
  scenario,
  script,
  level: "advanced",
  people: ["romania", "russia", "serbia"],
  personalities: ["theorist", "hider", "titForTat"],
} as const;
const talk: readonly Said[] = [
  { kind: "propose", by: russia, terms: { kind: "consultation", parties: [romania, russia], secret: true } },
  { kind: "propose", by: romania, terms: { kind: "neutrality", parties: [italy, romania] } },
  ({ proposals }) => ({
    kind: "decline",
    by: italy,
    proposal: proposals.find(({ by }) => by === romania)?.id ?? treatyId("t0"),
    reason: "ownPlans",
  }),
];

const dispatches = playedMatch({ ...common, turns: 2, phase: "dispatches" });
const diplomacy = playedMatch({ ...common, turns: 2, phase: "diplomacy", talk });
const orders = playedMatch({ ...common, turns: 2, phase: "orders" });
const reveal = playedMatch({ ...common, turns: 2, phase: "reveal" });
const { board } = orders.state;
const index = (id: CountryId): number => board.indexOf.get(id) ?? 0;
const planning = orders.view(romania);

const fill = (play: Play): void =>
  play.book.edit((draft) =>
    focusOn(
      answerUltimatum(
        addMove(chooseTarget(draft, "balance", austria), { kind: "appeal", to: russia, against: austria }),
        austria,
        false,
      ),
      null,
    ),
  );

/** The same table at Advanced. */
export const ADVANCED: readonly Scene[] = [
  { id: "advanced-dispatches", board, view: dispatches.view(romania) },
  { id: "advanced-orders-empty", board, view: planning },
  { id: "advanced-orders", board, view: planning, prepare: fill },
  {
    id: "advanced-diplomacy",
    board,
    view: diplomacy.view(romania),
    prepare: (play) => void (play.thread.value = "russia"),
  },
  {
    id: "advanced-treaties",
    board,
    view: diplomacy.view(romania),
    prepare: (play) => openSheet(play, { kind: "treaties" }),
  },
  {
    id: "advanced-propose",
    board,
    view: planning,
    prepare: (play) => openSheet(play, { kind: "propose", with: [russia] }),
  },
  { id: "advanced-reveal", board, view: reveal.view(romania) },
  {
    id: "advanced-history",
    board,
    view: orders.view(romania),
    prepare: (play) => openSheet(play, { kind: "history" }),
  },
  { id: "advanced-help", board, view: planning, prepare: (play) => openSheet(play, { kind: "help" }) },
  { id: "advanced-country", board, view: planning, prepare: (play) => void (play.selected.value = index(serbia)) },
];
