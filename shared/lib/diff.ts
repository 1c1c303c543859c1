/**
 * Differences between two JSON values, for sending a seat only what changed in its view.
 * A patch is compact JSON: `[0]` removed · `[1, value]` set · `[2, {key: patch}]` members of an object ·
 * `[3, {index: patch}, length]` elements of an array (indices as keys, then the new length).
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Patch =
  | readonly [0]
  | readonly [1, Json]
  | readonly [2, { readonly [key: string]: Patch }]
  | readonly [3, { readonly [index: string]: Patch }, number];

/** The patch that turns `before` into `after`; null when they are equal. */
export function diff(before: Json | undefined, after: Json | undefined): Patch | null {
  if (before === after) return null;
  if (after === undefined) return [0];
  if (before === undefined || !isTree(before) || !isTree(after)) return [1, after];
  if (isArray(before) !== isArray(after)) return [1, after];
  if (isArray(before) && isArray(after)) return diffArrays(before, after);
  return diffObjects(before as { readonly [key: string]: Json }, after as { readonly [key: string]: Json });
}

/** Applies a patch without changing `value`; untouched parts are shared. */
export function applyPatch(value: Json | undefined, patch: Patch): Json | undefined {
  switch (patch[0]) {
    case 0:
      return undefined;
    case 1:
      return patch[1];
    case 2: {
      const copy: Record<string, Json> = { ...(value as { readonly [key: string]: Json }) };
      for (const [key, change] of Object.entries(patch[1])) {
        const changed = applyPatch(own(copy, key), change);
        if (changed === undefined) delete copy[key];
        else copy[key] = changed;
      }
      return copy;
    }
    case 3: {
      const copy = (value as readonly Json[]).slice(0, patch[2]);
      for (const [index, change] of Object.entries(patch[1])) {
        copy[Number(index)] = applyPatch(copy[Number(index)], change) as Json;
      }
      return copy;
    }
  }
}

function diffArrays(before: readonly Json[], after: readonly Json[]): Patch | null {
  const changes: Record<string, Patch> = {};
  let changed = before.length !== after.length;
  for (let i = 0; i < after.length; i += 1) {
    const patch = diff(i < before.length ? before[i] : undefined, after[i]);
    if (patch) {
      changes[i] = patch;
      changed = true;
    }
  }
  return changed ? [3, changes, after.length] : null;
}

function diffObjects(before: { readonly [key: string]: Json }, after: { readonly [key: string]: Json }): Patch | null {
  const changes: Record<string, Patch> = {};
  let changed = false;
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const patch = diff(own(before, key), own(after, key));
    if (patch) {
      changes[key] = patch;
      changed = true;
    }
  }
  return changed ? [2, changes] : null;
}

/** A member of its own, not one that every object inherits: a country may be called `constructor`. */
const own = (value: { readonly [key: string]: Json }, key: string): Json | undefined =>
  Object.hasOwn(value, key) ? value[key] : undefined;
const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);
const isTree = (value: Json): boolean => value !== null && typeof value === "object";
