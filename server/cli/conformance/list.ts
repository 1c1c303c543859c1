import { ANSWERS } from "./answers.ts";
import type { CaseFile, CaseKind } from "./format.ts";

const WIDTH = 110;
const NUMBER = 7;

/** What names a case to a reader. */
export interface Heading {
  readonly kind: CaseKind;
  readonly number?: string | undefined;
  readonly title?: string | undefined;
  readonly says?: string | undefined;
}

/** The headings of a file's cases, by number; those without one as they come, after the rest. */
export function headingsOf(file: CaseFile): readonly Heading[] {
  // Object.keys forgets that the table's keys are the kinds.
  const kinds = Object.keys(ANSWERS) as CaseKind[];
  const all = kinds.flatMap((kind) =>
    (file[kind] ?? []).map(({ number, title, says }): Heading => ({ kind, number, title, says })),
  );
  return all.toSorted((a, b) => orderOf(a) - orderOf(b));
}

const orderOf = ({ number }: Heading): number => (number === undefined ? Infinity : Number(number.slice(2)));

/** A file's cases as lines to read: its chapter, then number and title with the sentence of theory beneath. */
export function listing(file: CaseFile): readonly string[] {
  const headings = headingsOf(file);
  const top = file.chapter ? `${file.chapter.number}  ${file.chapter.title}` : (file.note ?? "Cases");
  const named = headings.filter(({ title, says }) => title !== undefined || says !== undefined);
  const rest = headings.length - named.length;
  return [
    top,
    "=".repeat(Math.min(top.length, WIDTH)),
    ...named.flatMap(({ number = "", title = "", says = "" }) => [
      `${number.padEnd(NUMBER)}${title}`,
      ...wrapped(says, WIDTH - NUMBER).map((line) => " ".repeat(NUMBER) + line),
    ]),
    ...(rest > 0 ? [`${rest} cases without number or title`] : []),
    "",
  ];
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}
