import type { CommandBody } from "#shared/model/match.ts";
import { provinceId } from "#shared/model/ids.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import type { ConnectionStatus } from "../net/connection.ts";
import { openSheet, type OpenSheet, type Play } from "../panels/state/playState.ts";
import { chooseTarget } from "../viewmodel/orderDraft.ts";
import europe from "#shared/scenarios/europe-1914/scenario.json";
import { ADVANCED } from "./advanced.ts";
import { country, playedMatch, scenarioIn, sheet, type Fixture, type Script } from "./fixtures.ts";

/** A state of the play page that can be looked at. */
export interface Scene {
  readonly id: string;
  readonly view: PlayerView;
  readonly status?: ConnectionStatus;
  readonly prepare?: (play: Play) => void;
  /** Where it is not that of the match at Standard. */
  readonly board?: Board;
}

const scenario = scenarioIn(europe);
const romania = country("romania");
const austria = country("austria-hungary");
const russia = country("russia");
const serbia = country("serbia");

const attack = (province: string): OrderSheet =>
  sheet({
    alignment: { kind: "bandwagon", with: country("germany") },
    reason: "profit",
    moves: [{ kind: "attack", province: provinceId(province), liberate: false }],
  });

const against = (target: string): OrderSheet =>
  sheet({ alignment: { kind: "balance", against: country(target) }, reason: "intentions" });

/** July 1914 in four turns: Austria mobilises, then takes Belgrade; the two camps form. */
const script: Script = {
  "austria-hungary": [
    sheet({ moves: [{ kind: "mobilise" }] }),
    sheet({ moves: [{ kind: "threaten", target: serbia }] }),
    attack("belgrade"),
  ],
  germany: [sheet({}), against("russia"), against("russia")],
  italy: [sheet({}), sheet({}), sheet({ alignment: { kind: "bandwagon", with: country("germany") } })],
  france: [sheet({}), against("germany"), against("germany")],
  britain: [sheet({}), sheet({}), against("germany")],
  russia: [sheet({}), against("austria-hungary"), against("austria-hungary")],
  serbia: [sheet({}), against("austria-hungary"), against("austria-hungary")],
  romania: [sheet({}), sheet({}), sheet({})],
};

const common = {
  scenario,
  script,
  people: ["romania", "russia", "serbia"],
  personalities: ["theorist", "hider", "titForTat"] as const,
};
const talk: readonly CommandBody[] = [
  { kind: "message", by: serbia, to: { kind: "all" }, text: "Belgrade is taken. Whose capital is next?" },
  { kind: "message", by: country("italy"), to: { kind: "all" }, text: "Italy keeps out of Balkan quarrels." },
  {
    kind: "message",
    by: russia,
    to: { kind: "some", countries: [romania] },
    text: "Belgrade has fallen. Stand with us against Vienna and the Carpathian passes stay shut.",
  },
  {
    kind: "message",
    by: romania,
    to: { kind: "some", countries: [russia] },
    text: "With you, if you sign first. I will not be alone on that border.",
  },
  { kind: "message", by: serbia, to: { kind: "some", countries: [romania] }, text: "Will you come?" },
  { kind: "propose", by: russia, terms: { kind: "defence", parties: [romania, russia], against: austria } },
];

const opening = playedMatch({ ...common, turns: 0, phase: "dispatches" });
const dispatches = playedMatch({ ...common, turns: 3, phase: "dispatches" });
const diplomacy = playedMatch({ ...common, turns: 3, phase: "diplomacy", talk });
const orders = playedMatch({ ...common, turns: 3, phase: "orders", talk });
const reveal = playedMatch({ ...common, turns: 3, phase: "reveal" });

const drafted: OrderSheet = sheet({
  alignment: { kind: "balance", against: austria },
  reason: "intentions",
  spending: { offence: 0, defence: 1, industry: 0, aid: [] },
  moves: [{ kind: "reassure", target: russia }],
});

function seen(fixture: Fixture, change: Partial<PlayerView> = {}): PlayerView {
  const view = fixture.view(romania);
  return {
    ...view,
    seats: view.seats.map((seat, at) => ({ ...seat, submitted: at % 3 !== 0, connected: seat.country !== serbia })),
    ...change,
  };
}
const planning = seen(orders, { orders: { state: "draft", sheet: drafted } });

const withSheet = (id: string, open: OpenSheet): Scene => ({
  id,
  view: planning,
  prepare: (play) => openSheet(play, open),
});
const index = (id: string): number => orders.state.board.indexOf.get(country(id)) ?? 0;
const inThread = (play: Play): void => void (play.thread.value = "russia");

export const BOARD = orders.state.board;
export const SCENES: readonly Scene[] = [
  { id: "opening", view: opening.view(romania) },
  { id: "dispatches", view: seen(dispatches) },
  { id: "diplomacy", view: seen(diplomacy), prepare: inThread },
  { id: "messages", view: seen(diplomacy), prepare: (play) => (inThread(play), void (play.tab.value = "messages")) },
  { id: "threats", view: planning, prepare: (play) => void (play.tab.value = "threats") },
  { id: "orders-empty", view: seen(orders) },
  { id: "orders", view: planning, prepare: inThread },
  {
    id: "orders-refused",
    view: seen(orders),
    prepare: (play) =>
      play.book.edit((draft) => ({
        ...chooseTarget(draft, "balance", austria),
        spending: { offence: 40, defence: 0, industry: 0, aid: [] },
      })),
  },
  { id: "submitted", view: seen(orders, { orders: { state: "submitted", sheet: drafted } }) },
  { id: "offline", view: planning, status: "retrying" },
  { id: "reveal", view: seen(reveal) },
  { id: "observer", view: orders.view(null) },
  { id: "country", view: planning, prepare: (play) => void (play.selected.value = index("austria-hungary")) },
  withSheet("formula", { kind: "formula", country: index("austria-hungary") }),
  withSheet("propose", { kind: "propose", with: [russia] }),
  withSheet("treaties", { kind: "treaties" }),
  withSheet("history", { kind: "history" }),
  withSheet("rules", { kind: "rules", rule: "5.2" }),
  withSheet("help", { kind: "help" }),
  withSheet("score", { kind: "score" }),
  withSheet("ambition", { kind: "ambition" }),
  withSheet("seats", { kind: "seats" }),
  withSheet("income", { kind: "income" }),
  withSheet("dyads", { kind: "dyads" }),
  withSheet("legend", { kind: "legend" }),
  withSheet("new-thread", { kind: "newThread" }),
  {
    id: "betrayal",
    view: orders.view(country("germany")),
    prepare: (play) => {
      play.book.edit((draft) => chooseTarget(draft, "balance", austria));
      openSheet(play, { kind: "betrayals" });
    },
  },
  ...ADVANCED,
];
