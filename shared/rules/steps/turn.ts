import type { ActKind } from "../../model/acts.ts";
import type { EventOf, GameEvent } from "../../model/event.ts";
import type { CountryIndex, ProvinceIndex, TreatyId } from "../../model/ids.ts";
import type { LegalOrder } from "../../model/order.ts";
import type { Treaty, TreatyTerms } from "../../model/treaty.ts";
import { stream } from "../../lib/prng.ts";
import type { ScenarioCrisis } from "../../model/scenario.ts";
import type { Board, Country, Matrix, RecentAct, Secrets, Ultimatum, World } from "../../model/world.ts";
import { standingOf } from "../standing.ts";
import { incomes } from "../income.ts";
import type { Income } from "../income.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What `resolveTurn` is given besides board and world. `orders` by country index. */
export interface TurnInput {
  readonly orders: readonly LegalOrder[];
  /** Treaties that all parties have signed this turn, in any order. */
  readonly signed: readonly { readonly id: TreatyId; readonly terms: TreatyTerms }[];
  /** The card that strikes at the end of this turn, where crises are played. */
  readonly crisis?: ScenarioCrisis | null;
  /** A preview: no chance is taken, every draw gives one half, so that what is likelier than not happens. */
  readonly foretold?: true;
  /** Each country's ambition r, for intelligence to guess at; absent = nothing to read. */
  readonly revisionism?: readonly number[];
}

/** Who feels an act: by their exposure to its target · the target alone · all but some (`deaf`) · everyone as addressees. */
export interface ActDraft {
  readonly by: CountryIndex;
  /** Equal to `by` when everyone is addressed and nobody singled out. */
  readonly target: CountryIndex;
  readonly act: ActKind;
  readonly audience: "exposed" | "target" | "all" | "allInFull";
  readonly deaf?: readonly CountryIndex[];
}

/** A province that changes hands in this turn. */
export interface Transfer {
  readonly province: ProvinceIndex;
  readonly from: CountryIndex;
  readonly to: CountryIndex;
  readonly by: CountryIndex;
  readonly how: EventOf<"provinceTaken">["how"];
}

/** A turn being resolved: fresh copies that the steps change in place; nothing of the world before is touched. */
export interface Turn {
  readonly board: Board;
  readonly before: World;
  readonly input: TurnInput;
  readonly number: number;
  readonly countries: Mutable<Country>[];
  readonly holders: CountryIndex[];
  /** Income, treasury and upkeep at the start of the turn, by country. */
  readonly money: readonly Income[];
  /** What each alignment counts as: the country balanced against, or followed; −1 for none. */
  readonly against: readonly number[];
  readonly follows: readonly number[];
  treaties: readonly Treaty[];
  aid: Matrix;
  congress: boolean;
  wars: number;
  /** Issued this turn, to be answered in the next. */
  ultimatums: readonly Ultimatum[];
  influence: Matrix;
  secrets: Secrets;
  /** Ultimata accepted this turn. */
  readonly accepted: Ultimatum[];
  /** Draws from [0, 1) in a fixed order; its state goes into the next world. */
  readonly chance: ReturnType<typeof stream>;
  readonly acts: ActDraft[];
  readonly recentActs: RecentAct[];
  readonly transfers: Transfer[];
  readonly events: GameEvent[];
}

export function openTurn(board: Board, world: World, input: TurnInput): Turn {
  const { against, follows } = standingOf(
    board,
    input.orders.map(({ alignment }) => alignment),
  );
  const oldest = world.turn - board.parameters.war.provokedWindow;
  return {
    board,
    before: world,
    input,
    number: world.turn,
    countries: world.countries.map((country) => ({ ...country })),
    holders: [...world.holders],
    money: incomes(board, world),
    against,
    follows,
    treaties: world.treaties,
    aid: world.aid,
    congress: false,
    wars: world.wars,
    ultimatums: [],
    influence: world.influence,
    secrets: world.secrets,
    accepted: [],
    chance: input.foretold ? EVEN : stream(world.prng),
    acts: [],
    recentActs: world.recentActs.filter(({ turn }) => turn > oldest),
    transfers: [],
    events: [],
  };
}

const EVEN: Turn["chance"] = { draw: () => 0.5, state: () => [0, 0, 0, 0] };

/** Records an event, which names the rule that made it. */
export function tell(turn: Turn, event: GameEvent): void {
  turn.events.push(event);
}

export function countryAt(turn: Turn, i: CountryIndex): Mutable<Country> {
  const country = turn.countries[i];
  if (!country) throw new Error(`no country ${i}`);
  return country;
}

export function orderOf(turn: Turn, i: CountryIndex): LegalOrder {
  const order = turn.input.orders[i];
  if (!order) throw new Error(`no order for country ${i}`);
  return order;
}

export function moneyOf(turn: Turn, i: CountryIndex): Income {
  const money = turn.money[i];
  if (!money) throw new Error(`no country ${i}`);
  return money;
}

export const indexOf = (turn: Turn, id: TreatyTerms["parties"][number]): CountryIndex =>
  turn.board.indexOf.get(id) ?? -1;

export const isExiled = (turn: Turn, i: CountryIndex): boolean => countryAt(turn, i).status.kind === "exile";
