import type { ScreenView } from "#shared/model/classView.ts";

type Tables = readonly Pick<ScreenView["tables"][number], "phase" | "pause">[];

/** The instructor's words when every table that still plays is frozen; null while any goes on. "" = frozen without words. */
export function frozenWords(tables: Tables): string | null {
  const playing = tables.filter(({ phase }) => phase !== "ended");
  if (playing.length === 0 || !playing.every(({ pause }) => pause?.frozen === true)) return null;
  return playing[0]?.pause?.text ?? "";
}
