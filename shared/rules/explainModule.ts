import { assertNever } from "../lib/assertNever.ts";
import type { EventOf } from "../model/event.ts";
import type { CountryId, CountryIndex, ProvinceId } from "../model/ids.ts";
import type { Demand } from "../model/order.ts";
import type { CrisisEffect } from "../model/scenario.ts";
import type { Board } from "../model/world.ts";
import type { Explanation } from "./explain.ts";
import type { SentenceKey } from "./sentences.ts";
import { treatyName } from "./treatyWords.ts";

/** What is demanded, conceded, broadcast or asked for in the open (6.7–6.11). */
type DiplomaticEvent = EventOf<
  | "ultimatumIssued"
  | "ultimatumAnswered"
  | "bluffCalled"
  | "attackCalledOff"
  | "treatyLeft"
  | "conceded"
  | "propaganda"
  | "appealed"
>;
/** What is done behind the scenes or comes out of it, what rises, and what strikes everyone (4.13, 8.8, 8.9, 12, 13). */
type CovertEvent = EventOf<
  | "influenced"
  | "subverted"
  | "unrest"
  | "covertFound"
  | "investigated"
  | "treatyKnown"
  | "revolt"
  | "rising"
  | "crisis"
  | "crisisEffect"
>;
/** Events that only some modules make. */
export type ModuleEvent = DiplomaticEvent | CovertEvent;

/** As `explain`, for what only some modules bring about. */
export function explainModule(board: Board, event: ModuleEvent): Explanation {
  const name = (i: CountryIndex): string => board.spoken[i] ?? "?";
  switch (event.kind) {
    case "ultimatumIssued":
      return demanded(board, event, DEMANDED);
    case "ultimatumAnswered":
      return demanded(board, event, event.accepted ? ACCEPTED : REFUSED);
    case "bluffCalled":
      return {
        key: "bluffCalled",
        values: {
          by: name(event.by),
          target: name(event.target),
          stability: event.stability,
          now: event.now,
        },
      };
    case "attackCalledOff":
      return {
        key: event.rule === "7.14" ? "attackSpared" : "attackCalledOff",
        values: { by: name(event.by), target: name(event.target), province: provinceAt(board, event.province) },
      };
    case "propaganda":
      return {
        key: event.kin ? "propagandaKin" : "propaganda",
        values: { by: name(event.by), target: name(event.target), stability: event.stability },
      };
    case "treatyLeft":
      return {
        key: "treatyLeft",
        values: {
          by: name(event.by),
          treaty: treatyName(event.treaty),
          others: partners(board, event.treaty.parties, event.by),
          demandedBy: name(event.demandedBy),
        },
      };
    case "conceded":
      return {
        key: "conceded",
        values: { by: name(event.by), to: name(event.to), province: provinceAt(board, event.province) },
      };
    case "appealed":
      return {
        key: "appealed",
        values: { by: name(event.by), to: name(event.to), against: name(event.against) },
      };
    default:
      return explainCovert(board, event);
  }
}

function explainCovert(board: Board, event: CovertEvent): Explanation {
  const name = (i: CountryIndex): string => board.spoken[i] ?? "?";
  switch (event.kind) {
    case "influenced":
      return {
        key: "influenced",
        values: {
          by: name(event.by),
          target: name(event.target),
          percent: 100 * event.gain,
          now: 100 * event.now,
        },
      };
    case "subverted":
      return {
        key: "subverted",
        values: { by: name(event.by), target: name(event.target), stability: event.stability },
      };
    case "unrest":
      return { key: "unrest", values: { country: name(event.country), stability: event.stability, now: event.now } };
    case "covertFound":
      return covertFound(board, event);
    case "investigated":
      return investigated(board, event);
    case "treatyKnown":
      return {
        key: SHOWN[event.how],
        values: { treaty: treatyName(event.treaty), parties: namesOf(board, event.treaty.parties) },
      };
    case "revolt":
      return {
        key: "revolt",
        values: {
          province: provinceAt(board, event.province),
          holder: name(event.holder),
          owner: name(event.owner),
          stability: event.stability,
          garrison: event.garrison,
          left: event.left,
        },
      };
    case "rising":
      return {
        key: "rising",
        values: { country: name(event.country), stability: event.stability, defence: event.defence },
      };
    case "crisis":
      return { key: "crisis", values: { date: event.date, title: event.title, text: event.text } };
    case "crisisEffect":
      return effect(board, event.effect);
    default:
      return assertNever(event);
  }
}

const SHOWN: Readonly<Record<EventOf<"treatyKnown">["how"], SentenceKey>> = {
  leak: "treatyLeaked",
  call: "treatyShownByCall",
  breach: "treatyShownByBreach",
  demand: "treatyShownByDemand",
};

type DemandKeys = Readonly<Record<Demand["kind"] | "giveBack", SentenceKey>>;
const DEMANDED: DemandKeys = {
  cede: "ultimatumCede",
  giveBack: "ultimatumGiveBack",
  leaveTreaty: "ultimatumLeaveTreaty",
  align: "ultimatumAlign",
};
const ACCEPTED: DemandKeys = {
  cede: "ultimatumCedeAccepted",
  giveBack: "ultimatumGiveBackAccepted",
  leaveTreaty: "ultimatumLeaveTreatyAccepted",
  align: "ultimatumAlignAccepted",
};
const REFUSED: DemandKeys = {
  cede: "ultimatumCedeRefused",
  giveBack: "ultimatumGiveBackRefused",
  leaveTreaty: "ultimatumLeaveTreatyRefused",
  align: "ultimatumAlignRefused",
};

function demanded(
  board: Board,
  { by, target, demand, treaty }: EventOf<"ultimatumIssued" | "ultimatumAnswered">,
  keys: DemandKeys,
): Explanation {
  const values = { by: board.spoken[by] ?? "?", target: board.spoken[target] ?? "?" };
  switch (demand.kind) {
    case "cede": {
      const home = board.provinces[board.provinceIndexOf.get(demand.province) ?? -1]?.home ?? target;
      return {
        key: home === target ? keys.cede : keys.giveBack,
        values: { ...values, province: provinceNamed(board, demand.province), owner: board.spoken[home] ?? "?" },
      };
    }
    case "leaveTreaty":
      return {
        key: keys.leaveTreaty,
        values: {
          ...values,
          treaty: treaty ? treatyName(treaty) : "treaty",
          others: treaty ? partners(board, treaty.parties, target) : "?",
        },
      };
    case "align": {
      const { alignment } = demand;
      const other = alignment.kind === "balance" ? alignment.against : alignment.with;
      const kind = alignment.kind === "balance" ? "balance against" : "bandwagon with";
      return { key: keys.align, values: { ...values, alignment: kind, other: namesOf(board, [other]) } };
    }
    default:
      return assertNever(demand);
  }
}

function covertFound(board: Board, { by, target, deed, finder }: EventOf<"covertFound">): Explanation {
  const values = { by: board.spoken[by] ?? "?", target: board.spoken[target] ?? "?" };
  if (finder !== null) {
    return {
      key: deed === "subvert" ? "subversionFoundBy" : "influenceFoundBy",
      values: { ...values, finder: board.spoken[finder] ?? "?" },
    };
  }
  return { key: deed === "subvert" ? "subversionFound" : "influenceFound", values };
}

function investigated(board: Board, { by, target, treaties, deeds, ambition }: EventOf<"investigated">): Explanation {
  const values = {
    by: board.spoken[by] ?? "?",
    target: board.spoken[target] ?? "?",
    treaties: treaties.length,
    deeds,
  };
  if (ambition === null) return { key: "investigated", values };
  return {
    key: ambition.revisionist ? "investigatedRevisionist" : "investigatedSatisfied",
    values: { ...values, percent: 100 * ambition.right },
  };
}

function effect(board: Board, what: CrisisEffect): Explanation {
  if (what.kind === "congress") return { key: "congressCalled", values: {} };
  if (what.kind === "act")
    return { key: "crisisAct", values: { by: namesOf(board, [what.by]), target: namesOf(board, [what.target]) } };
  const keys = {
    stability: "crisisStability",
    treasury: "crisisTreasury",
    offence: "crisisOffence",
    defence: "crisisDefence",
    industry: "crisisIndustry",
  } as const;
  return { key: keys[what.kind], values: { country: namesOf(board, [what.country]), change: what.change } };
}

const provinceAt = (board: Board, province: number): string => board.provinces[province]?.name ?? "?";
const provinceNamed = (board: Board, id: ProvinceId): string => provinceAt(board, board.provinceIndexOf.get(id) ?? -1);

const namesOf = (board: Board, ids: readonly CountryId[]): readonly string[] =>
  ids.map((id) => board.spoken[board.indexOf.get(id) ?? -1] ?? "?");
const partners = (board: Board, ids: readonly CountryId[], me: CountryIndex): readonly string[] =>
  namesOf(
    board,
    ids.filter((id) => id !== board.ids[me]),
  );
