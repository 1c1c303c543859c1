import { quantise } from "../../lib/quantise.ts";
import type { CountryIndex } from "../../model/ids.ts";
import { areKin } from "../ideology.ts";
import { countryAt, tell } from "./turn.ts";
import type { Turn } from "./turn.ts";

/** Rule 6.11. Kin of one centralising movement hear the call as their own: there can be only one leader (Walt 1987, ch. 6). */
export function broadcast(turn: Turn, by: CountryIndex, target: CountryIndex): void {
  const { propaganda } = turn.board.parameters;
  const country = countryAt(turn, target);
  const kin = areKin(turn.board, by, target);
  const stability = Math.min(country.stability, kin ? propaganda.kin : propaganda.stability);
  country.stability = quantise(country.stability - stability);
  tell(turn, { rule: "6.11", step: "signals", kind: "propaganda", by, target, stability, kin });
  turn.acts.push({ by, target, act: "hostile_propaganda", audience: "exposed" });
}
