import type { CountryIndex } from "#shared/model/ids.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import type { Phase } from "#shared/model/match.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { Board, PublicWorld } from "#shared/model/world.ts";
import { checkOrder } from "#shared/rules/index.ts";
import { sheetOf, type Draft } from "./orderDraft.ts";

/** Whether the sheet can be handed in; if not, why, in the words of the rules or as a key of the catalogue. */
export type Submission =
  | { readonly kind: "ready"; readonly sheet: OrderSheet }
  | { readonly kind: "waiting"; readonly why: "choose" | "target" | "phase" | "offline" }
  | { readonly kind: "refused"; readonly refusal: Refusal };

interface Moment {
  readonly board: Board;
  readonly world: PublicWorld;
  readonly me: CountryIndex;
  readonly draft: Draft;
  readonly phase: Phase;
  readonly live: boolean;
}

export function submissionOf({ board, world, me, draft, phase, live }: Moment): Submission {
  if (!draft.alignment) return { kind: "waiting", why: "choose" };
  const sheet = sheetOf(draft);
  if (!sheet) return { kind: "waiting", why: "target" };
  const checked = checkOrder(board, world, me, sheet);
  if (!checked.ok) return { kind: "refused", refusal: checked.error };
  if (phase !== "orders" && phase !== "diplomacy") return { kind: "waiting", why: "phase" };
  return live ? { kind: "ready", sheet } : { kind: "waiting", why: "offline" };
}

export type SheetField = "answers" | "alignment" | "spending" | "moves" | "pacts" | "focus" | "sheet";

/** The part of the sheet a refusal is about, by its code, so that the words stand beside it. */
export function fieldOf(refusal: Refusal): SheetField {
  const area = refusal.code.split(".")[0] ?? "";
  if (/^answers?$/.test(area)) return "answers";
  if (area === "focus") return "focus";
  if (/^(balance|bandwagon|align|alignment|country)/.test(area)) return "alignment";
  if (/^(spending|aid|arms)/.test(area)) return "spending";
  if (/^(moves?|attack|mobilise|demobilise|threaten|reassure|cut|withdraw|province)/.test(area)) return "moves";
  return area === "refuse" ? "pacts" : "sheet";
}
