import type { VNode } from "preact";
import { t } from "../../i18n/t.ts";
import { PLAY_PHASES } from "../../viewmodel/clock.ts";
import { BOUNDS, FIGURES, fix, free, isFixed } from "../model/planForm.ts";
import { NumberField, Tick } from "./fields.tsx";
import type { FormProps } from "./Planner.tsx";

/** Every figure of the plan. One set by hand stays; the others are found anew. */
export function Figures({ form, plan, onChange }: FormProps): VNode {
  const anySet = [...FIGURES, "seconds" as const].some((key) => isFixed(form, key));
  return (
    <details class="card planner-part" open={anySet}>
      <summary>
        <h3 class="h3">{t("hostPlan.figures")}</h3>
        <span class="note">{t("hostPlan.figuresNote")}</span>
      </summary>
      <div class="planner-grid">
        {FIGURES.map((figure) => (
          <NumberField
            key={figure}
            label={t(`hostPlan.figure.${figure}`)}
            value={plan[figure]}
            bounds={BOUNDS[figure]}
            onFree={isFixed(form, figure) ? () => onChange(free(form, [figure])) : undefined}
            onChange={(value) => onChange(fix(form, { [figure]: value }))}
          />
        ))}
      </div>
      <fieldset class="planner-seconds">
        <legend>{t("hostPlan.seconds")}</legend>
        {PLAY_PHASES.map((phase) => (
          <NumberField
            key={phase}
            label={t(`hostPlan.phase.${phase}`)}
            value={plan.seconds[phase]}
            bounds={[5, 3600]}
            step={5}
            onChange={(value) => onChange(fix(form, { seconds: { ...plan.seconds, [phase]: value } }))}
          />
        ))}
      </fieldset>
      <Tick
        label={t("hostPlan.protect")}
        on={plan.protectDebrief}
        onChange={(protectDebrief) => onChange(fix(form, { protectDebrief }))}
      />
      {anySet && (
        <button type="button" class="button-text" onClick={() => onChange(free(form, [...FIGURES, "seconds"]))}>
          {t("hostPlan.freeAll")}
        </button>
      )}
    </details>
  );
}
