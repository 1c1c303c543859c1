import { canonicalJson } from "#shared/lib/canonical.ts";
import type { CountryId, TreatyId } from "#shared/model/ids.ts";
import type { Alignment, AlignmentKind, Focus, Move, OrderSheet, Reason } from "#shared/model/order.ts";

/** An alignment being chosen: the kind may stand before its target does. */
export interface DraftAlignment {
  readonly kind: AlignmentKind;
  readonly target: CountryId | null;
}

/** An order sheet being filled in. Whole as soon as `sheetOf` gives a sheet. */
export interface Draft extends Omit<OrderSheet, "alignment"> {
  readonly alignment: DraftAlignment | null;
}

export const EMPTY_DRAFT: Draft = {
  alignment: null,
  reason: null,
  note: "",
  spending: { offence: 0, defence: 0, industry: 0, aid: [] },
  moves: [],
  refuse: [],
};

export const draftOf = (sheet: OrderSheet): Draft => ({
  ...sheet,
  alignment: { kind: sheet.alignment.kind, target: targetOf(sheet.alignment) },
});

export function targetOf(alignment: Alignment): CountryId | null {
  if (alignment.kind === "balance") return alignment.against;
  return alignment.kind === "bandwagon" ? alignment.with : null;
}

/** The alignment, or null while its target is missing. */
export function alignmentOf(draft: Draft): Alignment | null {
  if (!draft.alignment) return null;
  const { kind, target } = draft.alignment;
  if (kind === "hide") return { kind };
  if (!target) return null;
  return kind === "balance" ? { kind, against: target } : { kind, with: target };
}

/** The sheet to send; null while the one required choice is open. */
export function sheetOf(draft: Draft): OrderSheet | null {
  const alignment = alignmentOf(draft);
  return alignment && { ...draft, alignment };
}

/** A sheet to ask the rules about money and moves before the alignment stands. */
export const provisionalSheet = (draft: Draft): OrderSheet => ({
  ...draft,
  alignment: alignmentOf(draft) ?? { kind: "hide" },
});

/** Choosing a kind again keeps its target; another kind starts without one. */
export function chooseKind(draft: Draft, kind: AlignmentKind): Draft {
  if (draft.alignment?.kind === kind) return draft;
  return { ...draft, alignment: { kind, target: null } };
}

export const chooseTarget = (draft: Draft, kind: AlignmentKind, target: CountryId | null): Draft => ({
  ...draft,
  alignment: { kind, target },
});

export const toggleReason = (draft: Draft, reason: Reason): Draft => ({
  ...draft,
  reason: draft.reason === reason ? null : reason,
});

export type SpendingLine = "offence" | "defence" | "industry";

/** Adds `by` points (may be negative) to a line, never below 0. The rules say whether the sum is affordable. */
export const spend = (draft: Draft, line: SpendingLine, by: number): Draft => ({
  ...draft,
  spending: { ...draft.spending, [line]: Math.max(0, draft.spending[line] + by) },
});

/** Aid to a country: 0 takes the line away. */
export function giveAid(draft: Draft, to: CountryId, points: number): Draft {
  const others = draft.spending.aid.filter((gift) => gift.to !== to);
  const aid = points > 0 ? [...others, { to, points }] : others;
  return { ...draft, spending: { ...draft.spending, aid: aid.sort((a, b) => (a.to < b.to ? -1 : 1)) } };
}

export const addMove = (draft: Draft, move: Move): Draft => ({ ...draft, moves: [...draft.moves, move] });
export const removeMove = (draft: Draft, at: number): Draft => ({
  ...draft,
  moves: draft.moves.filter((_, index) => index !== at),
});

export const answerPact = (draft: Draft, treaty: TreatyId, answer: "honour" | "refuse"): Draft => ({
  ...draft,
  refuse: [...draft.refuse.filter((id) => id !== treaty), ...(answer === "refuse" ? [treaty] : [])],
});

/** Accepts or refuses an ultimatum; null takes the answer back. Answers stand in ascending order, as the rules want them. */
export function answerUltimatum(draft: Draft, to: CountryId, accept: boolean | null): Draft {
  const { answers: given = [], ...rest } = draft;
  const others = given.filter((answer) => answer.to !== to);
  const answers = accept === null ? others : [...others, { to, accept }].sort((a, b) => (a.to < b.to ? -1 : 1));
  return answers.length === 0 ? rest : { ...rest, answers };
}

/** Where two thirds of the force go; null = everywhere alike. */
export function focusOn(draft: Draft, focus: Focus | null): Draft {
  const { focus: _before, ...rest } = draft;
  return focus === null ? rest : { ...rest, focus };
}

export const sameDraft = (a: Draft, b: Draft): boolean => canonicalJson(a) === canonicalJson(b);

/** What a browser keeps of a draft, so that neither a reload nor a dead network loses it. */
export interface StoredDraft {
  readonly turn: number;
  readonly draft: Draft;
  /** Not yet acknowledged by the server. */
  readonly unsaved: boolean;
}

interface Held {
  readonly turn: number;
  readonly state: "none" | "draft" | "submitted";
  readonly sheet: OrderSheet | null;
}

/**
 * The draft to show on arrival: what was submitted stands; else local changes of this turn that the
 * server has not seen; else what the server keeps.
 */
export function restoreDraft(held: Held, stored: StoredDraft | null): Draft {
  if (held.state === "submitted" && held.sheet) return draftOf(held.sheet);
  if (stored && stored.turn === held.turn && (stored.unsaved || !held.sheet)) return stored.draft;
  return held.sheet ? draftOf(held.sheet) : EMPTY_DRAFT;
}
