import type { Bar } from "../bar.ts";
import { bandwagoning } from "./bandwagoning.ts";
import { buckPassing } from "./buckPassing.ts";
import { decisions } from "./decisions.ts";
import { expansion } from "./expansion.ts";
import { fixedPolicies } from "./fixedPolicies.ts";
import { health } from "./health.ts";
import { reassurance } from "./reassurance.ts";
import { seats } from "./seats.ts";
import { turmoil } from "./turmoil.ts";

/** The balance bars of the design text, in its order. */
export const BARS: readonly Bar[] = [
  fixedPolicies,
  expansion,
  bandwagoning,
  seats,
  turmoil,
  buckPassing,
  reassurance,
  decisions,
];

/** Everything that can be asked for by number. */
export const ALL_BARS: readonly Bar[] = [...BARS, health];
