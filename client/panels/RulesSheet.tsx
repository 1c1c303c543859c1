import { useEffect, useRef } from "preact/hooks";
import rulesText from "#shared/rules/RULES.md?raw";
import type { RuleId } from "#shared/model/event.ts";
import { t } from "../i18n/t.ts";
import { closeSheet, usePlay } from "./state/playState.ts";
import { parseRules } from "../viewmodel/rulesText.ts";
import { Dialog } from "./Dialog.tsx";

const sections = parseRules(rulesText);

/** The whole rule text, opened at the line in question. */
export function RulesSheet({ rule }: { readonly rule: RuleId | null }) {
  const play = usePlay();
  const target = useRef<HTMLLIElement>(null);
  useEffect(() => {
    target.current?.scrollIntoView({ block: "center" });
    target.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Dialog title={t("play.rules.title")} onClose={() => closeSheet(play)} size="wide">
      {sections.map((section) => (
        <section key={section.title} class="rules-section">
          <h3 class="h3">{section.title}</h3>
          <ul>
            {section.lines.map((line) => (
              <li
                key={line.id}
                class={line.id === rule ? "rules-line rules-line-here" : "rules-line"}
                {...(line.id === rule ? { ref: target, tabIndex: -1, "aria-current": "true" as const } : {})}
              >
                <span class="rules-id num">{line.id}</span>
                <span>{line.text}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
