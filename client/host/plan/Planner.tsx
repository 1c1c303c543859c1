import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { withTreatments } from "#shared/classroom/treatments.ts";
import { LEVELS } from "#shared/model/scenario.ts";
import type { LessonPlan } from "#shared/model/classroom.ts";
import type { PlanAnswer } from "#shared/model/classView.ts";
import type { ScenarioSummary } from "#shared/protocol/messages.ts";
import { t } from "../../i18n/t.ts";
import { PlanBar } from "../dash/TimePlan.tsx";
import { answerOf, BOUNDS, seatFigures, withLevel, withScenario, within, type PlanForm } from "../model/planForm.ts";
import { plannedLine, segmentsOf, turnSeconds } from "../model/timeline.ts";
import { useHost } from "../state/hostState.ts";
import { ChoiceField, NumberField } from "./fields.tsx";
import { Figures } from "./Figures.tsx";
import { LessonRules } from "./LessonRules.tsx";
import { Treatments } from "./Treatments.tsx";

interface Props {
  readonly scenarios: readonly ScenarioSummary[];
  readonly first: PlanForm;
  /** What can be done with the plan. */
  readonly actions: (plan: LessonPlan) => VNode;
}

/** A few answers on the left, the lesson that follows from them on the right; each figure can be set by hand. */
export function Planner({ scenarios, first, actions }: Props): VNode {
  const [form, setForm] = useState(first);
  const [seed] = useState(() => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1);
  const found = answerOf(form, scenarios);
  const answer = found && { ...found, plan: withTreatments(found.plan, seed) };
  const scenario = scenarios.find(({ id }) => id === form.scenario);
  if (!answer || !scenario) return <p class="error">{t("hostPlan.failed")}</p>;
  return (
    <div class="planner">
      <div class="planner-form">
        <Questions form={form} scenarios={scenarios} onChange={setForm} />
        <Figures form={form} plan={answer.plan} onChange={setForm} />
        <LessonRules form={form} plan={answer.plan} onChange={setForm} />
        <Treatments form={form} plan={answer.plan} onChange={setForm} />
      </div>
      <div class="planner-result">
        <Result answer={answer} scenario={scenario} />
        {actions(answer.plan)}
      </div>
    </div>
  );
}

export interface FormProps {
  readonly form: PlanForm;
  readonly plan: LessonPlan;
  readonly onChange: (form: PlanForm) => void;
}

function Questions({ form, scenarios, onChange }: Omit<FormProps, "plan"> & Pick<Props, "scenarios">): VNode {
  return (
    <section class="card planner-questions" aria-label={t("hostPlan.title")}>
      <div class="planner-pair">
        <NumberField
          label={t("hostPlan.students")}
          value={form.students}
          bounds={BOUNDS.students}
          onChange={(students) => onChange({ ...form, students: within("students", students) })}
        />
        <NumberField
          label={t("hostPlan.minutes")}
          value={form.minutes}
          bounds={BOUNDS.minutes}
          step={5}
          onChange={(minutes) => onChange({ ...form, minutes: within("minutes", minutes) })}
        />
      </div>
      <ChoiceField
        label={t("hostPlan.scenario")}
        value={form.scenario}
        options={scenarios.map(({ id, title }) => [id, title])}
        note={scenarios.find(({ id }) => id === form.scenario)?.summary ?? ""}
        onChange={(id) => {
          const scenario = scenarios.find((each) => each.id === id);
          if (scenario) onChange(withScenario(form, scenario));
        }}
      />
      <ChoiceField
        label={t("hostPlan.level")}
        value={form.level}
        options={LEVELS.map((level) => [level, t(`setup.levels.${level}`)])}
        note={t(`setup.levelNote.${form.level}`)}
        onChange={(level) => onChange(withLevel(form, level))}
      />
    </section>
  );
}

function Result({ answer, scenario }: { readonly answer: PlanAnswer; readonly scenario: ScenarioSummary }): VNode {
  const host = useHost();
  const { plan, warnings } = answer;
  const { computers, places } = seatFigures(plan, scenario.countries.length);
  const turn = (turnSeconds(plan) / 60).toFixed(1).replace(/\.0$/, "");
  return (
    <section class="planner-lesson" aria-live="polite" aria-label={t("hostPlan.result")}>
      <h3 class="h3">{t("hostPlan.result")}</h3>
      <PlanBar segments={segmentsOf(plannedLine(plan, host.now.peek()), 0)} />
      <p>
        {t(plan.tables === 1 ? "hostPlan.summaryOne" : "hostPlan.summary", {
          tables: plan.tables,
          seats: plan.seats,
          turns: plan.turns,
          turn,
          debrief: plan.debriefMinutes,
        })}{" "}
        {t("hostPlan.places", { places, students: plan.students })} {t("hostPlan.computers", { count: computers })}
      </p>
      {warnings.length === 0 ? (
        <p class="small quiet">{t("hostPlan.noWarnings")}</p>
      ) : (
        <div class="planner-warnings">
          <h4 class="label">{t("hostPlan.warnings")}</h4>
          <ul>
            {warnings.map(({ code, numbers }) => (
              <li key={code}>{warningText(code, numbers)}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** A code without a sentence of its own still says that there is something. */
function warningText(code: string, numbers: Readonly<Record<string, number>>): string {
  const key = `hostPlan.warning.${code}`;
  const text = t(key, numbers);
  return text === key ? t("hostPlan.warning.other") : text;
}
