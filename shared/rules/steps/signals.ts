import { quantise } from "../../lib/quantise.ts";
import type { CountryIndex } from "../../model/ids.ts";
import type { Move } from "../../model/order.ts";
import { isNear } from "../geography.ts";
import { carryOutModuleMove } from "./moduleMoves.ts";
import { countryAt, indexOf, orderOf, tell } from "./turn.ts";
import type { Turn } from "./turn.ts";

/** Rules 6.1–6.6: every move but attack and withdrawal. */
export function signal(turn: Turn): void {
  for (let i = 0; i < turn.countries.length; i += 1) {
    for (const move of orderOf(turn, i).moves) carryOut(turn, i, move);
  }
}

function carryOut(turn: Turn, i: CountryIndex, move: Move): void {
  switch (move.kind) {
    case "mobilise":
      return mobilise(turn, i);
    case "demobilise":
      return demobilise(turn, i);
    case "threaten":
      return threaten(turn, i, indexOf(turn, move.target));
    case "reassure":
      return reassure(turn, i, indexOf(turn, move.target));
    case "cutOffence":
      return cutOffence(turn, i, move.points);
    case "attack":
    case "withdraw":
      return;
    default:
      return carryOutModuleMove(turn, i, move);
  }
}

function mobilise(turn: Turn, i: CountryIndex): void {
  const country = countryAt(turn, i);
  const from = turn.number + 1;
  const to = turn.number + turn.board.parameters.war.mobilisedTurns;
  // A mobilisation renewed in its last turn does not lose that turn.
  country.mobilisedFrom = country.mobilisedTo === turn.number ? country.mobilisedFrom : from;
  country.mobilisedTo = to;
  tell(turn, { rule: "6.1", step: "signals", kind: "mobilised", country: i, from, to });
  turn.acts.push({ by: i, target: i, act: "mobilise", audience: "all" });
  for (let j = 0; j < turn.countries.length; j += 1) {
    if (j !== i && isNear(turn.board, j, i))
      turn.recentActs.push({ turn: turn.number, kind: "mobilise", by: i, target: j });
  }
}

function demobilise(turn: Turn, i: CountryIndex): void {
  const country = countryAt(turn, i);
  country.mobilisedFrom = 0;
  country.mobilisedTo = 0;
  tell(turn, { rule: "6.4", step: "signals", kind: "demobilised", country: i });
  turn.acts.push({ by: i, target: i, act: "demobilise", audience: "all" });
}

function threaten(turn: Turn, by: CountryIndex, target: CountryIndex): void {
  tell(turn, { rule: "6.2", step: "signals", kind: "threatened", by, target });
  turn.acts.push({ by, target, act: "threat", audience: "exposed" });
}

/** Words count only where deeds do not speak against them (Kydd 2005). */
function reassure(turn: Turn, by: CountryIndex, target: CountryIndex): void {
  const believed = orderOf(turn, by).spending.offence === 0;
  tell(turn, { rule: "6.3", step: "signals", kind: "reassured", by, target, believed });
  if (believed) turn.acts.push({ by, target, act: "reassure", audience: "target" });
}

function cutOffence(turn: Turn, i: CountryIndex, points: number): void {
  const country = countryAt(turn, i);
  const cut = Math.min(country.offence, quantise(points * (turn.board.armsPerPoint[i] ?? 1)));
  country.offence = quantise(country.offence - cut);
  tell(turn, { rule: "6.5", step: "signals", kind: "offenceCut", country: i, points: cut });
  turn.acts.push({ by: i, target: i, act: "cut_offence", audience: "all" });
}
