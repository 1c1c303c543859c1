import { applyPatch, type Json } from "../../lib/diff.ts";
import type { ServerMessages } from "../../protocol/messages.ts";
import type { WireView } from "../../protocol/wire.ts";
import { flip } from "./flags.ts";

/** A view after the next change, as it came. Views are JSON by definition, and stay what they are under their server's patches. */
export const changed = (view: WireView, change: ServerMessages["p"]): WireView =>
  typeof change === "number"
    ? flip(view, change)
    : (applyPatch(view as unknown as Json, change[1]) as unknown as WireView);
