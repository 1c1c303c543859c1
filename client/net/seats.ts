import type { ClassEntry } from "#shared/protocol/classMessages.ts";
import type { Entry } from "#shared/protocol/messages.ts";
import type { Shelf } from "./storage.ts";

/** At one match, or in a class for all its sessions. */
export type AnyEntry = Entry | ClassEntry;

/** A seat this browser holds, with when it was last used (epoch ms). */
export interface KeptSeat {
  readonly entry: AnyEntry;
  readonly at: number;
}

/** Enough for a term of classes; older seats are reached by their rejoin code. */
const KEPT = 20;

/** Seat tokens by the code of a match or class. They stay in this browser and travel only in request bodies. */
export interface Seats {
  readonly of: (code: string) => AnyEntry | null;
  /** Latest first. */
  readonly all: () => readonly KeptSeat[];
  readonly keep: (entry: AnyEntry, at: number) => void;
  readonly forget: (code: string) => void;
}

export function createSeats(shelf: Shelf): Seats {
  const all = (): readonly KeptSeat[] => {
    const stored = shelf.read("seats");
    return Array.isArray(stored) ? stored.filter(isKeptSeat).sort((a, b) => b.at - a.at) : [];
  };
  const others = (code: string): readonly KeptSeat[] => all().filter((kept) => kept.entry.code !== code);
  return {
    of: (code) => all().find((kept) => kept.entry.code === code)?.entry ?? null,
    all,
    keep: (entry, at) => shelf.write("seats", [{ entry, at }, ...others(entry.code)].slice(0, KEPT)),
    forget: (code) => shelf.write("seats", others(code)),
  };
}

/** Storage can hold anything; only the two fields without which a seat is useless are checked. */
function isKeptSeat(value: unknown): value is KeptSeat {
  if (typeof value !== "object" || value === null || !("entry" in value)) return false;
  const entry: unknown = value.entry;
  return typeof entry === "object" && entry !== null && "code" in entry && "token" in entry;
}
