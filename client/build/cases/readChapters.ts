import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A numbered case, as data: its members are what its kind says. */
export type WorkedCase = Readonly<Record<string, unknown>> & {
  readonly number: string;
  readonly title: string;
  readonly says: string;
};

/** A case, its kind, and which of its members describe the situation; the rest is expected. */
export interface ChapterCase {
  readonly kind: string;
  readonly given: readonly string[];
  readonly test: WorkedCase;
}

/** Every case of a chapter, by number. */
export interface Chapter {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly method: string;
  readonly cases: readonly ChapterCase[];
}

/** The chapters of tests/golden/theory-cases, in order. What the files must hold is checked where they are worked (server/cli/conformance). */
export function readChapters(folder: string): readonly Chapter[] {
  const kinds = JSON.parse(readFileSync(join(folder, "format/kinds.json"), "utf8")) as Kinds;
  return readdirSync(folder)
    .filter((file) => /^\d.*\.json$/.test(file))
    .sort()
    .map((file) => chapterOf(JSON.parse(readFileSync(join(folder, file), "utf8")), kinds));
}

/** What each kind of case is given. */
type Kinds = Readonly<Record<string, readonly string[]>>;

function chapterOf(file: unknown, given: Kinds): Chapter {
  // Held to this shape by the schema of the conformance command and its tests.
  const { chapter, method, ...kinds } = file as Omit<Chapter, "cases" | "method"> & {
    readonly chapter: Omit<Chapter, "cases" | "method">;
    readonly method: string;
  };
  const cases = Object.entries(kinds).flatMap(([kind, list]: [string, unknown]) =>
    Array.isArray(list) ? list.map((test: WorkedCase) => ({ kind, given: given[kind] ?? [], test })) : [],
  );
  return { ...chapter, method, cases: cases.toSorted((a, b) => numberOf(a.test) - numberOf(b.test)) };
}

const numberOf = ({ number }: WorkedCase): number => Number(number.slice(2));
