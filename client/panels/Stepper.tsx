import type { ComponentChildren } from "preact";
import { t } from "../i18n/t.ts";

interface StepperProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly value: number;
  readonly least?: number;
  /** Why no more can be added; null = it can. */
  readonly full: string | null;
  readonly onStep: (by: 1 | -1) => void;
}

/** − number +, in whole points. */
export function Stepper({ label, hint, value, least = 0, full, onStep }: StepperProps) {
  return (
    <div class="stepper-line">
      <span>
        {label} {hint && <span class="note">{hint}</span>}
      </span>
      <span class="stepper" role="group" aria-label={label}>
        <button
          type="button"
          aria-label={t("play.less", { what: label })}
          aria-disabled={value <= least}
          onClick={() => value > least && onStep(-1)}
        >
          −
        </button>
        <output class="num" aria-live="polite">
          {value}
        </output>
        <button
          type="button"
          aria-label={t("play.more", { what: label })}
          aria-disabled={full !== null}
          title={full ?? undefined}
          onClick={() => full === null && onStep(1)}
        >
          +
        </button>
      </span>
    </div>
  );
}
