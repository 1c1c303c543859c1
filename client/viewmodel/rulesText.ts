import type { RuleId } from "#shared/model/event.ts";

export interface RuleLine {
  readonly id: RuleId;
  readonly text: string;
}
export interface RuleSection {
  readonly title: string;
  readonly lines: readonly RuleLine[];
}

/**
 * RULES.md as sections of numbered lines. A heading opens a section; a line that begins with `5.3`, however
 * it is marked (`- **5.3** …`), opens a rule; anything else until a blank line continues it.
 */
export function parseRules(markdown: string): readonly RuleSection[] {
  const sections: { title: string; lines: { id: RuleId; text: string }[] }[] = [];
  let open: { id: RuleId; text: string } | null = null;
  for (const line of markdown.split(/\r?\n/)) {
    const heading = /^##+\s+(.*)$/.exec(line);
    const rule = /^\s*(?:[-*]\s+)?\**(\d+\.\d+)\**[.:)]?\**\s+(.*)$/.exec(line);
    if (heading) {
      sections.push({ title: plain(heading[1] ?? ""), lines: [] });
      open = null;
    } else if (rule) {
      // The pattern admits digits around one full stop only.
      open = { id: rule[1] as RuleId, text: plain(rule[2] ?? "") };
      (sections.at(-1) ?? push(sections)).lines.push(open);
    } else if (line.trim() === "") open = null;
    else if (open) open.text += ` ${plain(line.trim())}`;
  }
  return sections.filter((section) => section.lines.length > 0);
}

function push(sections: { title: string; lines: { id: RuleId; text: string }[] }[]): {
  title: string;
  lines: { id: RuleId; text: string }[];
} {
  const section = { title: "", lines: [] };
  sections.push(section);
  return section;
}

/** Markdown's emphasis, code marks and links taken off. */
const plain = (text: string): string =>
  text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/\*\*([^*]+)\*\*/g, "$1")
    .replace(/`([^`]+)`/g, "$1")
    .trim();
