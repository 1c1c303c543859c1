import type { GameEvent } from "#shared/model/event.ts";
import type { CountryId, CountryIndex, ProvinceIndex } from "#shared/model/ids.ts";
import type { Demand, Move } from "#shared/model/order.ts";
import type { CrisisEffect } from "#shared/model/scenario.ts";
import type { Board } from "#shared/model/world.ts";

/** What stands on the map besides land, lines and battles: the news of the last turn. */
export type SignMark =
  /** An ultimatum that waits for its answer, at the province it asks for, else at the country's border. */
  | {
      readonly kind: "demand";
      readonly from: CountryIndex;
      readonly target: CountryIndex;
      readonly province: ProvinceIndex | null;
      /** Mine, and not handed in yet: seen by me only. */
      readonly draft?: true;
    }
  | { readonly kind: "unrest" | "crisis"; readonly country: CountryIndex }
  | { readonly kind: "revolt"; readonly province: ProvinceIndex };

type Places = Pick<Board, "indexOf" | "provinceIndexOf">;

/** The signs of a turn's events, each place and kind once, in the order of the events. */
export function signsOf(board: Places, events: readonly GameEvent[]): readonly SignMark[] {
  const seen = new Map<string, SignMark>();
  for (const sign of events.flatMap((event) => signsOfEvent(board, event))) seen.set(JSON.stringify(sign), sign);
  return [...seen.values()];
}

/** The ultimata among moves that I am still putting together. */
export function draftedSigns(board: Places, me: CountryIndex, moves: readonly Move[]): readonly SignMark[] {
  return moves.flatMap((move): readonly SignMark[] => {
    const target = move.kind === "ultimatum" ? board.indexOf.get(move.target) : undefined;
    if (move.kind !== "ultimatum" || target === undefined) return [];
    return [{ kind: "demand", from: me, target, province: provinceOf(board, move.demand), draft: true }];
  });
}

const provinceOf = ({ provinceIndexOf }: Places, demand: Demand): ProvinceIndex | null =>
  demand.kind === "cede" ? (provinceIndexOf.get(demand.province) ?? null) : null;

function signsOfEvent(board: Places, event: GameEvent): readonly SignMark[] {
  switch (event.kind) {
    case "ultimatumIssued": {
      const { by: from, target, demand } = event;
      return [{ kind: "demand", from, target, province: provinceOf(board, demand) }];
    }
    case "unrest":
    case "rising":
      return [{ kind: "unrest", country: event.country }];
    case "revolt":
      return [{ kind: "revolt", province: event.province }];
    case "crisisEffect": {
      const country = struckBy(event.effect);
      const index = country === null ? undefined : board.indexOf.get(country);
      return index === undefined ? [] : [{ kind: "crisis", country: index }];
    }
    default:
      return [];
  }
}

/** The country a crisis turns on. */
function struckBy(effect: CrisisEffect): CountryId | null {
  if (effect.kind === "congress") return null;
  return effect.kind === "act" ? effect.by : effect.country;
}
