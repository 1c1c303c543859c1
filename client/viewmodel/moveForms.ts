import type { CountryId, CountryIndex, ProvinceIndex } from "#shared/model/ids.ts";
import type { Demand } from "#shared/model/order.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { Treaty } from "#shared/model/treaty.ts";
import type { Board, PublicWorld } from "#shared/model/world.ts";
import type { Answer, LegalOptions } from "#shared/rules/index.ts";

/** One of a list of things to choose, with the rules' reason where it may not be chosen. */
export interface Choice<T> {
  readonly key: string;
  readonly value: T;
  readonly refusal: Refusal | null;
}

interface Asked {
  readonly board: Board;
  readonly me: CountryIndex;
  readonly options: LegalOptions;
}

/** Every other country, in country order, with the rules' answer by country index. */
export const countryChoices = (
  { board, me }: Pick<Asked, "board" | "me">,
  answers: readonly Answer[],
): readonly Choice<CountryId>[] =>
  board.ids.flatMap((id, index) => (index === me ? [] : [{ key: id, value: id, refusal: answers[index] ?? null }]));

/** Everything that could be demanded of a country: its land, its treaties as far as I know them, a side to take. */
export function demandChoices({ board, me, options }: Asked, target: CountryIndex): readonly Choice<Demand>[] {
  const own = board.ids[me];
  const demands = options.demands(target);
  const choice = (demand: Demand, refusal: Answer): Choice<Demand> => ({
    key: JSON.stringify(demand),
    value: demand,
    refusal,
  });
  return [
    ...board.provinces.map(({ id }, index) => choice({ kind: "cede", province: id }, demands.cede[index] ?? null)),
    ...demands.leaveTreaty.map((treaty) => choice({ kind: "leaveTreaty", treaty }, null)),
    ...(own === undefined
      ? []
      : [choice({ kind: "align", alignment: { kind: "bandwagon", with: own } }, demands.bandwagon)]),
    ...board.ids.flatMap((against, index) =>
      index === me || index === target
        ? []
        : [choice({ kind: "align", alignment: { kind: "balance", against } }, demands.balance[index] ?? null)],
    ),
  ];
}

/** Land to give: what I hold, with the reason where nobody could have it. */
export const landChoices = ({ board, me, options }: Asked, world: PublicWorld): readonly Choice<ProvinceIndex>[] =>
  board.provinces.flatMap(({ id }, index) =>
    world.holders[index] === me ? [{ key: id, value: index, refusal: options.concede[index] ?? null }] : [],
  );

export const treatyOf = (world: PublicWorld, demand: Demand): Treaty | null =>
  demand.kind === "leaveTreaty" ? (world.treaties.find(({ id }) => id === demand.treaty) ?? null) : null;
