import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CaseKind, CaseOf } from "./format.ts";

/** What names a case and says how it is to be read. */
export const LABELS = ["number", "title", "says", "tolerance"] as const;

type Given = { readonly [K in CaseKind]: readonly (keyof CaseOf<K>)[] };

/** The members of a case that describe its situation, by kind; all others but its labels are what it expects. */
// Beside the cases, because the page of cases tells the same apart; a test holds its words to the format.
export const GIVEN = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../tests/golden/theory-cases/format/kinds.json"), "utf8"),
) as Given;
