import { canonicalJson } from "#shared/lib/canonical.ts";
import type { Draft } from "./orderDraft.ts";

/** One sheet in two hands. */
export interface Hands {
  /** The sheet as both last had it. */
  readonly base: Draft;
  readonly mine: Draft;
  readonly theirs: Draft;
}

/**
 * A team mate's sheet arrives while one writes on the same: each part of it – alignment, a line of the spending, moves, a reason – that I have
 * not touched since we last agreed becomes theirs; what I have changed stays mine, and goes out with my next save.
 */
export function mergeDrafts({ base, mine, theirs }: Hands): Draft {
  const spending = mergeParts(base.spending, mine.spending, theirs.spending);
  return { ...mergeParts(base, mine, theirs), spending };
}

/** Field by field; a field that is absent in what won is left out. */
function mergeParts<T extends object>(base: T, mine: T, theirs: T): T {
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]) as Set<keyof T>; // keys of T by the types of both
  const parts = [...keys].flatMap((key) => {
    const from = same(mine[key], base[key]) ? theirs : mine;
    return key in from && from[key] !== undefined ? [[key, from[key]] as const] : [];
  });
  // All fields of T that either has, each from one of them.
  return Object.fromEntries(parts) as T;
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);
