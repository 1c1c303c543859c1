import type { CountryIndex } from "#shared/model/ids.ts";
import type { Demand, Move, OrderSheet } from "#shared/model/order.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { Treaty } from "#shared/model/treaty.ts";
import type { Board, PublicWorld } from "#shared/model/world.ts";
import { checkOrder } from "#shared/rules/index.ts";

export interface Asked {
  readonly board: Board;
  readonly world: PublicWorld;
  readonly me: CountryIndex;
}

/** A sheet with nothing on it that could be refused. */
const BARE: OrderSheet = {
  alignment: { kind: "hide" },
  reason: null,
  note: "",
  spending: { offence: 0, defence: 0, industry: 0, aid: [] },
  moves: [],
  refuse: [],
};

/** Whether the rules would pass this one move on an otherwise empty sheet; null = yes. */
export function mayMove({ board, world, me }: Asked, move: Move): Refusal | null {
  const checked = checkOrder(board, world, me, { ...BARE, moves: [move] });
  return checked.ok ? null : checked.error;
}

/** Everything that could be demanded of a country, possible or not: its land, its treaties as far as I know them, a side. */
export function demandsOn({ board, world, me }: Asked, target: CountryIndex): readonly Demand[] {
  const [own, its] = [board.ids[me], board.ids[target]];
  if (own === undefined || its === undefined) return [];
  return [
    { kind: "align", alignment: { kind: "bandwagon", with: own } },
    ...board.ids
      .filter((id) => id !== own && id !== its)
      .map((against): Demand => ({ kind: "align", alignment: { kind: "balance", against } })),
    ...board.provinces
      .filter((_, index) => world.holders[index] === target)
      .map(({ id }): Demand => ({ kind: "cede", province: id })),
    ...world.treaties
      .filter(({ parties }) => parties.includes(its))
      .map(({ id }): Demand => ({ kind: "leaveTreaty", treaty: id })),
  ];
}

const others = ({ board, me }: Asked): readonly CountryIndex[] =>
  board.ids.map((_, index) => index).filter((index) => index !== me);

export const possibleUltimata = (asked: Asked): readonly Move[] =>
  others(asked).flatMap((index) => ultimataTo(asked, index));

export function ultimataTo(asked: Asked, target: CountryIndex): readonly Extract<Move, { kind: "ultimatum" }>[] {
  const id = asked.board.ids[target];
  return id === undefined ? [] : demandsOn(asked, target).map((demand) => ({ kind: "ultimatum", target: id, demand }));
}

/** Land I hold, to each other country. */
export const possibleConcessions = (asked: Asked): readonly Extract<Move, { kind: "concede" }>[] =>
  asked.board.provinces
    .filter((_, index) => asked.world.holders[index] === asked.me)
    .flatMap(({ id: province }) =>
      others(asked).flatMap((index) => {
        const to = asked.board.ids[index];
        return to === undefined ? [] : [{ kind: "concede", province, to } as const];
      }),
    );

export const possibleAppeals = (asked: Asked): readonly Extract<Move, { kind: "appeal" }>[] =>
  others(asked).flatMap((to) =>
    others(asked).flatMap((against) => {
      const [asks, names] = [asked.board.ids[to], asked.board.ids[against]];
      return to === against || asks === undefined || names === undefined
        ? []
        : [{ kind: "appeal", to: asks, against: names } as const];
    }),
  );

export const treatyOf = (world: PublicWorld, demand: Demand): Treaty | null =>
  demand.kind === "leaveTreaty" ? (world.treaties.find(({ id }) => id === demand.treaty) ?? null) : null;

/** One of a list of things to choose, with the rules' reason where it may not be chosen. */
export interface Choice<T> {
  readonly key: string;
  readonly value: T;
  readonly refusal: Refusal | null;
}

/** The countries a move may be aimed at: refused if every move toward them is, with the first reason. */
export function targetsOf(
  asked: Asked,
  movesTo: (target: CountryIndex) => readonly Move[],
): readonly Choice<CountryIndex>[] {
  return others(asked).map((index) => {
    const answers = movesTo(index).map((move) => mayMove(asked, move));
    const refusal = answers.length === 0 || answers.includes(null) ? null : (answers[0] ?? null);
    return { key: asked.board.ids[index] ?? "", value: index, refusal };
  });
}
