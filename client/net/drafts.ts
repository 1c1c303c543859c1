import type { MatchId } from "#shared/model/ids.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import type { Shelf } from "./storage.ts";

/** An order sheet the server has not confirmed. */
export interface UnsavedDraft {
  readonly turn: number;
  readonly sheet: OrderSheet;
}

/** At most one unsaved sheet a match, kept on this device until the server has it or its turn is past. */
export interface Drafts {
  readonly unsaved: (match: MatchId) => UnsavedDraft | null;
  readonly keep: (match: MatchId, draft: UnsavedDraft) => void;
  /** Forgets the draft, but not one that has been changed meanwhile. */
  readonly settle: (match: MatchId, draft: UnsavedDraft) => void;
}

export function createDrafts(shelf: Shelf): Drafts {
  const key = (match: MatchId): string => `draft.${match}`;
  const unsaved = (match: MatchId): UnsavedDraft | null => {
    const stored = shelf.read(key(match));
    return isDraft(stored) ? stored : null;
  };
  return {
    unsaved,
    keep: (match, draft) => shelf.write(key(match), draft),
    settle: (match, draft) => {
      if (JSON.stringify(unsaved(match)) === JSON.stringify(draft)) shelf.remove(key(match));
    },
  };
}

const isDraft = (value: unknown): value is UnsavedDraft =>
  typeof value === "object" && value !== null && "turn" in value && "sheet" in value;
