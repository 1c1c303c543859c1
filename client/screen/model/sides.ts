import type { Step } from "#shared/model/event.ts";
import { STEPS } from "#shared/model/event.ts";
import type { CountryId, CountryIndex } from "#shared/model/ids.ts";
import type { Alignment, AlignmentKind } from "#shared/model/order.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";

/** Those who do the same towards the same country. */
export interface Side {
  readonly kind: AlignmentKind;
  readonly members: readonly CountryIndex[];
  /** Null for those who hide. */
  readonly target: CountryIndex | null;
}

const targetOf = (alignment: Alignment): CountryId | null =>
  alignment.kind === "balance" ? alignment.against : alignment.kind === "bandwagon" ? alignment.with : null;

/** Balancers first, then bandwagoners, the larger group before the smaller; those who hide last. */
export function sidesOf(board: Pick<Board, "indexOf">, alignments: readonly Alignment[]): readonly Side[] {
  const sides = new Map<string, Side>();
  for (const [country, alignment] of alignments.entries()) {
    const id = targetOf(alignment);
    const key = `${alignment.kind} ${id ?? ""}`;
    const known = sides.get(key);
    const target = id === null ? null : (board.indexOf.get(id) ?? null);
    sides.set(key, { kind: alignment.kind, target, members: [...(known?.members ?? []), country] });
  }
  const order: readonly AlignmentKind[] = ["balance", "bandwagon", "hide"];
  return [...sides.values()].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.members.length - a.members.length,
  );
}

/** Who stands where, as far as the turn has been told: `step` is the one being told, null outside a reveal. Null = nobody has chosen yet. */
export function alignmentsTold(view: Pick<PlayerView, "history">, step: Step | null): readonly Alignment[] | null {
  const told = step === null || STEPS.indexOf(step) >= STEPS.indexOf("alignments");
  const turn = view.history.at(told ? -1 : -2);
  return turn ? turn.sheets.map(({ sheet }) => sheet.alignment) : null;
}

/** About so many letters stand on a line of the rail. */
const LETTERS = 34;

/** How many of some texts have room on so many lines, one line kept for "and n more" unless all have. */
export function fitting(texts: readonly string[], lines: number): number {
  const needs = texts.map((text) => Math.max(1, Math.ceil(text.length / LETTERS)));
  const upTo = (room: number): number => {
    let used = 0;
    const first = needs.findIndex((need) => (used += need) > room);
    return first < 0 ? texts.length : first;
  };
  return upTo(lines) === texts.length ? texts.length : upTo(lines - 1);
}
