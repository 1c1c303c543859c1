import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { LessonPlan, Session } from "#shared/model/classroom.ts";
import { t } from "../../i18n/t.ts";
import { Dialog } from "../../panels/Dialog.tsx";
import { sessionOf } from "../model/needs.ts";
import { BOUNDS, formOf } from "../model/planForm.ts";
import { atClock, clockTime } from "../model/timeline.ts";
import { ChoiceField, NumberField, Tick } from "../plan/fields.tsx";
import { Planner } from "../plan/Planner.tsx";
import { useScenarios } from "../plan/useScenarios.ts";
import { ask, closeSheet, useHost, type Host } from "../state/hostState.ts";

/** Changes the plan: while people gather all of it, while tables play what can still change. */
export function PlanSheet(): VNode {
  const host = useHost();
  const session = sessionOf(host.view.value);
  const scenarios = useScenarios();
  const close = (): void => closeSheet(host);
  if (session?.state === "playing") {
    return (
      <Dialog title={t("hostPlan.change.title")} onClose={close}>
        <WhilePlaying session={session} />
      </Dialog>
    );
  }
  return (
    <Dialog title={t("hostPlan.replan.title")} size="wide" onClose={close}>
      {scenarios.failure && <p class="error">{scenarios.failure.text}</p>}
      {session && scenarios.value && (
        <Planner
          scenarios={scenarios.value}
          first={formOf(session.plan, scenarios.value)}
          actions={(plan) => (
            <div class="planner-actions">
              <button type="button" class="button button-primary" onClick={() => void replan(host, plan)}>
                {t("hostPlan.save")}
              </button>
            </div>
          )}
        />
      )}
    </Dialog>
  );
}

async function replan(host: Host, plan: LessonPlan): Promise<void> {
  if (await ask(host, "replan", { plan }, { done: t("hostPlan.change.done") })) closeSheet(host);
}

function WhilePlaying({ session }: { readonly session: Session }): VNode {
  const host = useHost();
  const line = host.view.value.timeline;
  const [plan, setPlan] = useState(session.plan);
  const [ends, setEnds] = useState(line ? clockTime(line.until) : "");
  const change = (part: Partial<LessonPlan>): void => setPlan({ ...plan, ...part });
  const save = (): void => {
    const endsAt = line && ends !== clockTime(line.until) ? atClock(ends, line.until) : null;
    void replan(host, { ...plan, ...(endsAt === null ? {} : { endsAt }) });
  };
  return (
    <>
      <p>{t("hostPlan.change.note")}</p>
      <label class="field">
        <span class="field-label">{t("hostPlan.change.endsAt")}</span>
        <input class="input num" type="time" value={ends} onInput={(event) => setEnds(event.currentTarget.value)} />
      </label>
      <NumberField
        label={t("hostPlan.figure.debriefMinutes")}
        value={plan.debriefMinutes}
        bounds={BOUNDS.debriefMinutes}
        onChange={(debriefMinutes) => change({ debriefMinutes })}
      />
      <Tick
        label={t("hostPlan.protect")}
        on={plan.protectDebrief}
        onChange={(protectDebrief) => change({ protectDebrief })}
      />
      <ChoiceField
        label={t("hostPlan.clock")}
        value={plan.clock}
        options={(["together", "apart"] as const).map((clock) => [clock, t(`hostPlan.clocks.${clock}`)])}
        onChange={(clock) => change({ clock })}
      />
      <button type="button" class="button button-strong" onClick={save}>
        {t("hostPlan.change.save")}
      </button>
    </>
  );
}
