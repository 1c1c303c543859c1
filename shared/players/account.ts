import type { Alignment, LegalOrder, Move } from "../model/order.ts";
import type { SeatSight } from "../model/sight.ts";
import { assertNever } from "../lib/assertNever.ts";
import { sentenceCase } from "../lib/sentenceCase.ts";
import { listed } from "../rules/index.ts";
import { assessed } from "../theory/assessed.ts";
import type { Character } from "./character.ts";
import { percent, points } from "./leanings.ts";
import { oddsOf } from "./odds.ts";
import { nameOf, sameAlignment, topThreat } from "./outlook.ts";
import { prospectsOf, type Prospects } from "./prospects.ts";
import type { Stance } from "./stance.ts";
import type { UltimatumAnswer } from "./ultimata.ts";

export interface Decision {
  readonly character: Character;
  readonly stance: Stance;
  readonly sheet: LegalOrder;
  readonly answers: readonly UltimatumAnswer[];
  /** Points of offence that its spending adds before the battles. */
  readonly added: number;
}

/** Why it did what it did, in its own words and with the numbers it went by: a sentence for each decision. For the debrief. */
export function accountOf(sight: SeatSight, decision: Decision): string {
  const { stance, sheet, answers } = decision;
  const kept = sameAlignment(stance.alignment, sheet.alignment);
  const sentences = [
    ...aligned(sight, decision),
    ...answers.map(({ by, why }) => `${nameOf(sight, by)}: ${why.charAt(0).toLowerCase()}${why.slice(1)}`),
    ...(kept ? [] : [otherwise(sight, decision)]),
    ...sheet.moves.flatMap((move) => moved(sight, decision, move)),
    ...refused(sight, sheet),
    ...given(sight, sheet),
  ];
  return sentenceCase(sentences.join(" "));
}

/** What was wished could not be: a promise or an empty purse stands against it. */
function otherwise(sight: SeatSight, { answers, sheet }: Decision): string {
  const promised = answers.some(({ accept, demand }) => accept && demand.kind === "align");
  return `${promised ? "As demanded" : "We cannot pay for that:"} we ${deedOf(sight, sheet.alignment)}.`;
}

function aligned(sight: SeatSight, decision: Decision): string[] {
  const { alignment, why, passesTheBuck } = decision.stance;
  const { personality } = decision.character;
  const foe =
    alignment.kind === "balance"
      ? (sight.board.indexOf.get(alignment.against) ?? -1)
      : alignment.kind === "bandwagon"
        ? (sight.board.indexOf.get(alignment.with) ?? -1)
        : topThreat(sight.world, sight.me);
  if (foe < 0) return [why === "" ? "There is nobody to fear: we hide." : why];
  const prospects = prospectsOf(sight, foe);
  const numbers = oddsText(sight, prospects);
  if (personality !== "theorist") return [why, alignment.kind === "hide" ? "" : numbers].filter((part) => part !== "");
  const left = passesTheBuck ? " Others are more exposed: let them bear it." : "";
  return [
    `${numbers} Worth: ${worthText(sight, prospects)} – so we ${deedOf(sight, alignment)}.${left}${slip(sight, decision, prospects)}`,
  ];
}

/** "T 62 from Borun; with Cask's help we hold at 71 %, alone at 38 %; it can be appeased with 84 %." */
function oddsText(sight: SeatSight, { foe, threat, alone, together, friend, appeasable }: Prospects): string {
  const help =
    friend < 0 ? "" : `with the help of ${nameOf(sight, friend)} and others we hold at ${percent(together)}, `;
  return `T ${points(threat)} from ${nameOf(sight, foe)}; ${help}alone at ${percent(alone)}; ${percent(appeasable)} appeasable.`;
}

/**
 * A choice that was not the best is owned up to: it looked ahead, or is slow to change course, or it erred (quantal response: the less
 * an error costs, the likelier it is).
 */
function slip(sight: SeatSight, decision: Decision, prospects: Prospects): string {
  const { alignment, passesTheBuck } = decision.stance;
  const options = choicesOf(sight, prospects);
  const name = passesTheBuck === true ? "pass the buck" : alignment.kind;
  const chosen = options.find((option) => option.name === name)?.worth ?? prospects.worth[alignment.kind];
  const missed = Math.max(...options.map(({ worth }) => worth)) - chosen;
  return missed < 0.01
    ? ""
    : ` Another choice was worth ${missed.toFixed(2)} more: ${excuse(sight, decision, missed)}.`;
}

function excuse({ world, me }: SeatSight, { stance, character }: Decision, missed: number): string {
  if (character.difficulty === "hard") return "a look ahead spoke for this one";
  const last = world.alignments[me];
  const stays = last !== undefined && sameAlignment(last, stance.alignment);
  if (stays && character.temper === "calm") return "we are slow to change course";
  return missed < 0.06 ? "a close call" : "an error, as happens now and then";
}

const worthText = (sight: SeatSight, prospects: Prospects): string =>
  choicesOf(sight, prospects)
    .map(({ name, worth }) => `${name} ${worth.toFixed(2)}`)
    .join(", ");

interface Choice {
  readonly name: string;
  readonly worth: number;
}

/** What the theory follower weighed; one joins a stronger country only (`theorist.ts`). */
function choicesOf({ board, world, me }: SeatSight, { foe, worth }: Prospects): Choice[] {
  const { shares } = assessed(board, world);
  const weaker = (shares[foe] ?? 0) < (shares[me] ?? 0);
  return [
    { name: "balance", worth: worth.balance },
    ...(weaker ? [] : [{ name: "bandwagon", worth: worth.bandwagon }]),
    { name: "hide", worth: worth.hide },
    ...(worth.buckPass === undefined ? [] : [{ name: "pass the buck", worth: worth.buckPass }]),
  ];
}

function deedOf({ board }: SeatSight, alignment: Alignment): string {
  const name = (id: SeatSight["board"]["ids"][number]): string => board.spoken[board.indexOf.get(id) ?? -1] ?? id;
  switch (alignment.kind) {
    case "balance":
      return `balance against ${name(alignment.against)}`;
    case "bandwagon":
      return `bandwagon with ${name(alignment.with)}`;
    case "hide":
      return "hide";
    default:
      return assertNever(alignment);
  }
}

/** Words alone need no reason; everything else has one. */
function moved(sight: SeatSight, { added, stance, character }: Decision, move: Move): string[] {
  const { board, world, me } = sight;
  const named = (id: SeatSight["board"]["ids"][number]): string => board.spoken[board.indexOf.get(id) ?? -1] ?? id;
  const land = (id: SeatSight["board"]["provinces"][number]["id"]): string =>
    board.provinces[board.provinceIndexOf.get(id) ?? -1]?.name ?? id;
  switch (move.kind) {
    case "attack": {
      const { ratio, alone } = oddsOf(board, world, {
        me,
        province: board.provinceIndexOf.get(move.province) ?? -1,
        added,
      });
      const aim = move.liberate ? "We free" : "We attack";
      return [
        `${aim} ${land(move.province)}: ${alone.toFixed(1)} to 1, ${ratio.toFixed(1)} with the help it can call.`,
      ];
    }
    case "ultimatum":
      return [
        move.demand.kind === "cede"
          ? `We ask ${named(move.target)} for ${land(move.demand.province)} before we take it.`
          : `We ask ${named(move.target)} to give way before we make it.`,
      ];
    case "concede":
      return [`${land(move.province)} goes to ${named(move.to)}: better a province than the country.`];
    case "appeal":
      return [`${named(move.to)} is more exposed to ${named(move.against)} than we are: we ask it to act.`];
    case "mobilise":
      return [
        character.personality === "blusterer"
          ? "We call up the army so that it is seen, with no plan to use it."
          : stance.alignment.kind === "balance"
            ? "We call up the army to be believed."
            : "We call up the army for next turn.",
      ];
    case "propaganda":
      return [`We speak to the people of ${named(move.target)}.`];
    case "influence":
      return [`We win friends in ${named(move.target)}, whose help counts most.`];
    case "subvert":
      return [`We weaken ${named(move.target)} from within, unseen.`];
    case "investigate":
      return [`We look into what ${named(move.target)} hides.`];
    case "demobilise":
      return character.personality === "reassurer" ? ["The army goes home: who means to attack would not."] : [];
    case "cutOffence":
      return character.personality === "reassurer"
        ? [`${move.points} of our offence goes: words are cheap, and this is not.`]
        : [];
    case "threaten":
    case "reassure":
    case "withdraw":
      return [];
    default:
      return assertNever(move);
  }
}

function refused({ board, world, me }: SeatSight, { refuse }: LegalOrder): string[] {
  return refuse.flatMap((id) => {
    const treaty = world.treaties.find((one) => one.id === id);
    const partners = (treaty?.parties ?? []).flatMap((party) => {
      const k = board.indexOf.get(party) ?? -1;
      return k === me ? [] : [board.spoken[k] ?? party];
    });
    return partners.length > 0 ? [`If ${listed(partners)} calls, we do not come: it does not pay.`] : [];
  });
}

const given = ({ board }: SeatSight, { spending }: LegalOrder): string[] =>
  spending.aid.map(
    ({ to, points: sum }) =>
      `${board.spoken[board.indexOf.get(to) ?? -1] ?? to} gets ${sum} from us: it bears our burden too.`,
  );
