import { describe, expect, it } from "vitest";
import { allScenarios } from "#server/scenarios/registry.ts";
import { seedPrng, stream } from "#shared/lib/prng.ts";
import type { GameEvent } from "#shared/model/event.ts";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { Alignment, LegalOrder, Move, OrderSheet } from "#shared/model/order.ts";
import { MODULES, type Scenario } from "#shared/model/scenario.ts";
import type { Board, World } from "#shared/model/world.ts";
import {
  checkOrder,
  completeModules,
  createBoard,
  createWorld,
  crisisSchedule,
  dealCards,
  defaultOrder,
  resolveTurn,
  sentence,
  worldHash,
} from "#shared/rules/index.ts";
import { sheetOf } from "#tests/helpers/smallWorld.ts";

/** Draws for one match; the same at every run. */
function dice(name: string) {
  const { draw } = stream(seedPrng(7, name));
  const below = (n: number): number => Math.floor(draw() * n);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  return { below, pick };
}
type Dice = ReturnType<typeof dice>;

/** A move of any kind: often one that is not allowed. */
function anyMove({ ids, provinces }: Board, me: CountryIndex, { below, pick }: Dice): Move {
  const target = pick(ids);
  const province = pick(provinces).id;
  const mine = pick(ids.slice(me, me + 1));
  return pick<() => Move>([
    () => ({ kind: "attack", province, liberate: below(2) === 0 }),
    () => ({ kind: pick(["mobilise", "demobilise"]) }),
    () => ({ kind: pick(["threaten", "reassure", "propaganda"]), target }),
    () => ({ kind: pick(["influence", "subvert", "investigate"]), target }),
    () => ({ kind: "cutOffence", points: below(4) }),
    () => ({ kind: "withdraw", province }),
    () => ({ kind: "concede", to: target, province }),
    () => ({ kind: "appeal", to: target, against: pick(ids) }),
    () => ({ kind: "ultimatum", target, demand: { kind: "cede", province } }),
    () => ({ kind: "ultimatum", target, demand: { kind: "align", alignment: { kind: "bandwagon", with: mine } } }),
  ])();
}

/** Piles up what it is allowed, and accepts about half of what is demanded of it. */
function anyOrder(board: Board, world: World, me: CountryIndex, luck: Dice): LegalOrder {
  const { below, pick } = luck;
  let order: LegalOrder | null = null;
  let sheet: OrderSheet = sheetOf();
  const add = (part: Partial<OrderSheet>): void => {
    const checked = checkOrder(board, world, me, { ...sheet, ...part });
    if (checked.ok) sheet = order = checked.value;
  };
  const alignments: readonly Alignment[] = [
    { kind: "balance", against: pick(board.ids) },
    { kind: "bandwagon", with: pick(board.ids) },
    { kind: "hide" },
  ];
  add({ alignment: pick(alignments) });
  for (const { by, target, demand } of world.ultimatums) {
    const to = board.ids[by];
    if (target !== me || to === undefined || below(2) === 0) continue;
    const answers = [...(sheet.answers ?? []), { to, accept: true }];
    add(demand.kind === "align" ? { alignment: demand.alignment, answers } : { answers });
  }
  for (let k = 0; k < 10; k += 1) add({ moves: [...sheet.moves, anyMove(board, me, luck)] });
  add({ spending: { offence: below(6), defence: below(3), industry: 0, aid: [{ to: pick(board.ids), points: 1 }] } });
  add({ focus: { kind: "help", country: pick(board.ids) } });
  return order ?? defaultOrder(board, world, me);
}

interface Turn {
  readonly board: Board;
  readonly before: World;
  readonly after: World;
  readonly events: readonly GameEvent[];
}

function play(scenario: Scenario, name: string, each: (turn: Turn) => void): void {
  const luck = dice(`${scenario.id} ${name}`);
  const modules = name === "all" ? MODULES : completeModules(MODULES.filter(() => luck.below(3) > 0));
  const board = createBoard(scenario, { modules });
  const crises = crisisSchedule(board, 7);
  const revisionism = dealCards(board, 7).map((card) => card.revisionism);
  let before = createWorld(board, 7);
  for (let turn = 0; turn < scenario.turns; turn += 1) {
    const start = before;
    const orders = board.ids.map((_, me) => anyOrder(board, start, me, luck));
    const input = { orders, signed: [], crisis: crises[turn] ?? null, revisionism };
    const { world: after, events } = resolveTurn(board, before, input);
    const again = resolveTurn(board, JSON.parse(JSON.stringify(before)) as World, input);
    expect(worldHash(again.world)).toBe(worldHash(after));
    each({ board, before, after, events });
    before = after;
  }
}

describe.each([...allScenarios().values()].map((scenario) => [scenario.id, scenario] as const))("%s", (_, scenario) => {
  it.each(["all", "some", "others"])("keeps its books whatever is ordered, with %s of the modules", (name) => {
    play(scenario, name, ({ board, before, after, events }) => {
      for (const event of events) {
        expect(sentence(board, event)).not.toMatch(/[{}]|undefined|NaN/);
        // A card may ask a question of its own.
        if (event.kind !== "crisis") expect(sentence(board, event)).not.toContain("?");
      }
      const holders = [...before.holders];
      for (const event of events) {
        if (event.kind !== "provinceTaken") continue;
        expect(holders[event.province]).toBe(event.from);
        holders[event.province] = event.to;
      }
      expect(holders).toEqual(after.holders);
      for (const event of events) {
        if (event.kind !== "battle") continue;
        const countries = event.forces.map(({ country }) => country);
        expect(new Set(countries).size, "nobody fights twice, or on both sides").toBe(countries.length);
      }
      after.countries.forEach(({ offence, defence, treasury, stability, status }, i) => {
        expect(Math.min(offence, defence, treasury, stability, 100 - stability)).toBeGreaterThanOrEqual(0);
        expect(status.kind === "exile").toBe(!(board.homes[i] ?? []).some((home) => after.holders[home] === i));
      });
      expect(after.ultimatums.every(({ turn }) => turn === before.turn)).toBe(true);
    });
  });
});
