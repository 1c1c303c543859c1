import type { Alignment } from "#shared/model/order.ts";
import type { PartialParameters } from "#shared/model/parameters.ts";
import type { Module } from "#shared/model/scenario.ts";

/** Parts of the game that can be switched off, to see what they do. */
export const ABLATIONS = [
  "balancing",
  "bandwagoning",
  "power",
  "proximity",
  "offence",
  "intentions",
  "memory",
  "helping",
  "treaties",
] as const;
export type Ablation = (typeof ABLATIONS)[number];

interface Off {
  /** What is left, in a few words. */
  readonly means: string;
  readonly without?: readonly Alignment["kind"][];
  readonly parameters?: PartialParameters;
  readonly modules?: readonly Module[];
}

export const OFF: Readonly<Record<Ablation, Off>> = {
  balancing: { means: "who would balance hides", without: ["balance"] },
  bandwagoning: { means: "who would bandwagon hides", without: ["bandwagon"] },
  power: { means: "threat is blind to power", parameters: { weights: { P: 0 } } },
  proximity: { means: "threat is blind to distance", parameters: { weights: { X: 0 } } },
  offence: { means: "threat is blind to what arms are for", parameters: { weights: { O: 0 } } },
  intentions: { means: "threat is blind to deeds", parameters: { weights: { I: 0 } } },
  memory: { means: "deeds are forgotten in a turn", parameters: { intent: { rho: 0 } } },
  helping: {
    means: "who balances is never helped",
    parameters: { war: { helpAligned: 0, helpPact: 0, helpConsulted: 0 } },
  },
  treaties: { means: "no treaties", modules: ["treaties", "calls", "softTreaties", "secretTreaties"] },
};

/** Several parts switched off together. */
export const ablated = (
  parts: readonly Ablation[],
): {
  readonly without: readonly Alignment["kind"][];
  readonly parameters: readonly PartialParameters[];
  readonly modules: readonly Module[];
} => ({
  without: parts.flatMap((part) => OFF[part].without ?? []),
  parameters: parts.flatMap((part) => OFF[part].parameters ?? []),
  modules: parts.flatMap((part) => OFF[part].modules ?? []),
});
