import type { RuleId } from "#shared/model/event.ts";
import { t } from "../i18n/t.ts";
import { openSheet, usePlay } from "./state/playState.ts";

/** A rule's number, opening its text. */
export function RuleLink({ rule }: { readonly rule: RuleId }) {
  const play = usePlay();
  return (
    <button
      type="button"
      class="rule-link num"
      onClick={() => openSheet(play, { kind: "rules", rule })}
      aria-label={t("play.rules.open", { rule })}
    >
      {t("play.rules.id", { rule })}
    </button>
  );
}
