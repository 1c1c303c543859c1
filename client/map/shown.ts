import type { Layer } from "./mapModel.ts";

/** Which marks a layer carries. The owner layer is the whole picture; the others take one question out of it. */
export interface Shown {
  readonly rings: boolean;
  readonly ribbons: boolean;
  readonly lines: boolean;
  readonly attacks: boolean;
  readonly occupation: boolean;
  /** What stands under a name. */
  readonly figure: "threat" | "share" | "alignment" | "ideology";
}

const SHOWN: Readonly<Record<Layer, Shown>> = {
  owner: { rings: true, ribbons: true, lines: true, attacks: true, occupation: true, figure: "threat" },
  threat: { rings: true, ribbons: false, lines: false, attacks: true, occupation: true, figure: "threat" },
  power: { rings: false, ribbons: false, lines: false, attacks: false, occupation: true, figure: "share" },
  alignment: { rings: false, ribbons: true, lines: true, attacks: false, occupation: false, figure: "alignment" },
  ideology: { rings: false, ribbons: false, lines: false, attacks: false, occupation: false, figure: "ideology" },
};

export const shownOn = (layer: Layer): Shown => SHOWN[layer];
