import { assertNever } from "#shared/lib/assertNever.ts";
import type { GameEvent } from "#shared/model/event.ts";
import type { CountryId, CountryIndex } from "#shared/model/ids.ts";
import type { Alignment, Demand } from "#shared/model/order.ts";
import type { CrisisEffect } from "#shared/model/scenario.ts";
import type { Board } from "#shared/model/world.ts";

/** The countries an event is about. Ids within treaties, demands and crises are looked up on the board. */
export function involved(board: Board, event: GameEvent): readonly CountryIndex[] {
  const at = (ids: readonly CountryId[]): readonly CountryIndex[] => ids.flatMap((id) => board.indexOf.get(id) ?? []);
  switch (event.kind) {
    case "treatySigned":
    case "treatyLapsed":
    case "treatyKnown":
      return at(event.treaty.parties);
    case "treatyBroken":
      return [event.by, ...at(event.treaty.parties)];
    case "treatyLeft":
      return [event.by, event.demandedBy, ...at(event.treaty.parties)];
    case "congressCalled":
    case "crisis":
      return [];
    case "aidGiven":
    case "tributePaid":
      return [event.from, event.to];
    case "armed":
    case "occupationPaid":
    case "mobilised":
    case "demobilised":
    case "offenceCut":
    case "spoilsTaken":
    case "armistice":
    case "exiled":
    case "restored":
    case "alarm":
    case "unrest":
    case "rising":
      return [event.country];
    case "threatened":
    case "reassured":
    case "act":
    case "bluffCalled":
    case "attackCalledOff":
    case "propaganda":
    case "influenced":
    case "subverted":
    case "covertFound":
      return [event.by, event.target];
    case "investigated":
      return [event.by, event.target, ...at(event.treaties.flatMap(({ parties }) => parties))];
    case "ultimatumIssued":
    case "ultimatumAnswered":
      return [event.by, event.target, ...at(namedIn(event.demand))];
    case "conceded":
      return [event.by, event.to];
    case "appealed":
      return [event.by, event.to, event.against];
    case "aligned":
      return [event.country, ...at(alignedWith(event.alignment))];
    case "pactCalled":
      return [event.ally, event.victim, event.attacker];
    case "battle":
      return [...event.attackers, event.defender, ...event.forces.map((force) => force.country)];
    case "provinceTaken":
      return [event.from, event.to, event.by];
    case "securityDilemma":
      return [event.a, event.b];
    case "revolt":
      return [event.holder, event.owner];
    case "crisisEffect":
      return at(touchedBy(event.effect));
    default:
      return assertNever(event);
  }
}

const alignedWith = (alignment: Alignment): readonly CountryId[] =>
  alignment.kind === "balance" ? [alignment.against] : alignment.kind === "bandwagon" ? [alignment.with] : [];

const namedIn = (demand: Demand): readonly CountryId[] =>
  demand.kind === "align" ? alignedWith(demand.alignment) : [];

const touchedBy = (effect: CrisisEffect): readonly CountryId[] => {
  if (effect.kind === "congress") return [];
  return effect.kind === "act" ? [effect.by, effect.target] : [effect.country];
};
