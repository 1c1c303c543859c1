import type { VNode } from "preact";
import { SEATINGS } from "#shared/model/classroom.ts";
import { DIFFICULTIES, INTENTION_MODES } from "#shared/model/match.ts";
import { t } from "../../i18n/t.ts";
import { fix, talkOf, talkRules, TALK, type Talk } from "../model/planForm.ts";
import { openSheet, useHost } from "../state/hostState.ts";
import { ChoiceField, Tick } from "./fields.tsx";
import type { FormProps } from "./Planner.tsx";

/** Seating, teams, clock, messages: what is not a figure. */
export function LessonRules({ form, plan, onChange }: FormProps): VNode {
  const host = useHost();
  const talk = talkOf(plan.messages);
  const talks: readonly Talk[] = talk === "own" ? [...TALK, "own"] : TALK;
  return (
    <details class="card planner-part">
      <summary>
        <h3 class="h3">{t("hostPlan.rules")}</h3>
        <span class="note">
          {[t(`hostPlan.seatings.${plan.seating}`), t(`hostPlan.clocks.${plan.clock}`)].join(" · ")}
        </span>
      </summary>
      <div class="planner-grid">
        <ChoiceField
          label={t("hostPlan.seating")}
          value={plan.seating}
          options={SEATINGS.map((seating) => [seating, t(`hostPlan.seatings.${seating}`)])}
          note={t(`hostPlan.seatingNote.${plan.seating}`)}
          onChange={(seating) => onChange(fix(form, { seating }))}
        />
        <ChoiceField
          label={t("hostPlan.clock")}
          value={plan.clock}
          options={(["together", "apart"] as const).map((clock) => [clock, t(`hostPlan.clocks.${clock}`)])}
          onChange={(clock) => onChange(fix(form, { clock }))}
        />
        <ChoiceField
          label={t("hostPlan.submitter")}
          value={plan.submitter}
          options={(["any", "first"] as const).map((who) => [who, t(`hostPlan.submitters.${who}`)])}
          onChange={(submitter) => onChange(fix(form, { submitter }))}
        />
        <ChoiceField
          label={t("hostPlan.talk")}
          value={talk}
          options={talks.map((each) => [each, t(`hostPlan.talks.${each}`)])}
          onChange={(each) => each !== "own" && onChange(fix(form, { messages: talkRules(each) }))}
        />
        <ChoiceField
          label={t("hostPlan.intentions")}
          value={plan.intentions}
          options={INTENTION_MODES.map((mode) => [mode, t(`hostPlan.intention.${mode}`)])}
          onChange={(intentions) => onChange(fix(form, { intentions }))}
        />
        <ChoiceField
          label={t("hostPlan.difficulty")}
          value={plan.difficulty}
          options={DIFFICULTIES.map((each) => [each, t(`hostPlan.difficulties.${each}`)])}
          onChange={(difficulty) => onChange(fix(form, { difficulty }))}
        />
      </div>
      <div class="planner-tick">
        <Tick
          label={t("hostPlan.concept")}
          on={plan.conceptCheck}
          onChange={(conceptCheck) => onChange(fix(form, { conceptCheck }))}
        />
        <button type="button" class="button-text" onClick={() => openSheet(host, { kind: "concepts" })}>
          {t("hostPlan.conceptEdit")}
        </button>
      </div>
    </details>
  );
}
