import { quantise } from "../../lib/quantise.ts";
import type { CountryIndex, ProvinceIndex } from "../../model/ids.ts";
import { countryAt, isExiled, tell } from "./turn.ts";
import type { Transfer, Turn } from "./turn.ts";

/** Rule 8.8: what rises against its holder this turn. Called when battles have changed hands and garrisons are what is left. */
export function revoltsIn(turn: Turn): readonly Transfer[] {
  const { below } = turn.board.parameters.unrest;
  const revolts: Transfer[] = [];
  for (let holder = 0; holder < turn.countries.length; holder += 1) {
    if (countryAt(turn, holder).stability < below) revolts.push(...revoltsAgainst(turn, holder));
  }
  return revolts;
}

/** The holder keeps the richest of its conquests that its defence can garrison; land won this turn is still under arms. */
function revoltsAgainst(turn: Turn, holder: CountryIndex): Transfer[] {
  const { stability, defence } = countryAt(turn, holder);
  const garrison = quantise(turn.board.parameters.unrest.garrison * (turn.board.armsPerPoint[holder] ?? 1));
  let left = defence;
  return occupiedBy(turn, holder).flatMap((province): Transfer[] => {
    if (left >= garrison) {
      left = quantise(left - garrison);
      return [];
    }
    const owner = turn.board.provinces[province]?.home ?? holder;
    tell(turn, { rule: "8.8", step: "occupation", kind: "revolt", province, holder, owner, stability, garrison, left });
    return [{ province, from: holder, to: owner, by: owner, how: "revolt" }];
  });
}

/** Foreign land held since before this turn, the richest first. */
function occupiedBy({ board, holders, before }: Turn, holder: CountryIndex): ProvinceIndex[] {
  const held: ProvinceIndex[] = [];
  for (let p = 0; p < holders.length; p += 1) {
    if (holders[p] === holder && before.holders[p] === holder && board.provinces[p]?.home !== holder) held.push(p);
  }
  const industry = (p: ProvinceIndex): number => board.provinces[p]?.industry ?? 0;
  return held.sort((a, b) => industry(b) - industry(a) || a - b);
}

/** Rule 8.9: where trouble was stirred this turn and the ground is ready, people rise and part of the army goes over to them. */
export function rise(turn: Turn): void {
  if (!turn.board.modules.includes("influence")) return;
  const { below, rising } = turn.board.parameters.unrest;
  const stirred = turn.events.flatMap((event) => (event.kind === "unrest" ? [event.country] : []));
  for (const i of stirred) {
    const country = countryAt(turn, i);
    const defence = quantise(rising * country.defence);
    if (country.stability >= below || isExiled(turn, i) || defence === 0) continue;
    country.defence = quantise(country.defence - defence);
    tell(turn, {
      rule: "8.9",
      step: "occupation",
      kind: "rising",
      country: i,
      stability: country.stability,
      defence,
    });
  }
}
