import type { Shelf } from "../../net/storage.ts";

/** A class that this browser can open. The key never leaves it but in request bodies; the recovery code is not kept. */
export interface KeptClass {
  readonly code: string;
  readonly name: string;
  readonly key: string;
  /** Epoch ms of the last visit. */
  readonly at: number;
}

const SHELF = "hosted";
/** A teacher's classes of some years. */
const KEPT = 40;

/** Latest first. */
export function keptClasses(shelf: Shelf): readonly KeptClass[] {
  const stored = shelf.read(SHELF);
  return Array.isArray(stored) ? stored.filter(isKept).toSorted((a, b) => b.at - a.at) : [];
}

export const keepClass = (shelf: Shelf, kept: KeptClass): void =>
  shelf.write(SHELF, [kept, ...keptClasses(shelf).filter(({ code }) => code !== kept.code)].slice(0, KEPT));

export const forgetClass = (shelf: Shelf, code: string): void =>
  shelf.write(
    SHELF,
    keptClasses(shelf).filter((kept) => kept.code !== code),
  );

/** Storage can hold anything. */
function isKept(value: unknown): value is KeptClass {
  if (typeof value !== "object" || value === null) return false;
  return "code" in value && "key" in value && typeof value.key === "string" && "name" in value && "at" in value;
}
