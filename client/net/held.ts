import { applyPatch, type Json } from "#shared/lib/diff.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { flip } from "#shared/projection/wire/flags.ts";
import type { ServerMessages } from "#shared/protocol/messages.ts";
import type { WireView } from "#shared/protocol/wire.ts";

/** A view as the server sent it: what travels, or in full. */
export type Held =
  | { readonly kind: "wire"; readonly view: WireView }
  | { readonly kind: "whole"; readonly view: PlayerView };

/** What is held after the next change. Both are JSON by definition, and stay what they are under their server's patches. */
export function patched(held: Held, change: ServerMessages["p"]): Held {
  if (held.kind === "whole") {
    if (typeof change === "number") return held;
    return { kind: "whole", view: applyPatch(held.view as unknown as Json, change[1]) as unknown as PlayerView };
  }
  if (typeof change === "number") return { kind: "wire", view: flip(held.view, change) };
  return { kind: "wire", view: applyPatch(held.view as unknown as Json, change[1]) as unknown as WireView };
}
