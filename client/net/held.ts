import { applyPatch, type Json } from "#shared/lib/diff.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { changed } from "#shared/projection/wire/changed.ts";
import type { ServerMessages } from "#shared/protocol/messages.ts";
import type { WireView } from "#shared/protocol/wire.ts";

/** A view as the server sent it: what travels, or in full. */
export type Held =
  | { readonly kind: "wire"; readonly view: WireView }
  | { readonly kind: "whole"; readonly view: PlayerView };

/** Epoch milliseconds on the server's clock, or null. */
export const deadlineIn = (held: Held): number | null => (held.kind === "wire" ? held.view.due : held.view.deadline);

/** What is held after the next change. */
export function patched(held: Held, change: ServerMessages["p"]): Held {
  if (held.kind === "wire") return { kind: "wire", view: changed(held.view, change) };
  // A flag alone is told only of the short form.
  if (typeof change === "number") return held;
  return { kind: "whole", view: applyPatch(held.view as unknown as Json, change[1]) as unknown as PlayerView };
}
