import type { VNode } from "preact";
import type { LessonPlan, Session } from "#shared/model/classroom.ts";
import { t } from "../../i18n/t.ts";
import { Cards } from "../dash/Cards.tsx";
import { ClassTools } from "../dash/ClassTools.tsx";
import { firstForm, nextForm } from "../model/planForm.ts";
import { ask, useHost } from "../state/hostState.ts";
import { Invitation } from "../people/Invitation.tsx";
import { Planner } from "./Planner.tsx";
import { useScenarios } from "./useScenarios.ts";

/** The scenario that a plan begins with: it has the most to see and a place for everyone. */
const FIRST = "europe-1914";

/** No session is open: the next one is planned here, and those so far are listed. */
export function Between({ last }: { readonly last: Session | null }): VNode {
  const host = useHost();
  const scenarios = useScenarios();
  return (
    <main class="between" id="tables">
      <div class="between-main">
        {last && <p class="between-over">{t("hostPlan.over", { number: last.number })}</p>}
        {last && host.view.value.tables.some(({ match }) => match !== null) && (
          <details class="card planner-part">
            <summary>
              <h2 class="h3">{t("hostPlan.lastTables", { number: last.number })}</h2>
            </summary>
            <Cards cards={host.view.value.tables} scenario={last.plan.scenario} />
          </details>
        )}
        <h2 class="h2">{t(last ? "hostPlan.again" : "hostPlan.title")}</h2>
        <p class="quiet">{t("hostPlan.lead")}</p>
        {scenarios.failure && (
          <div role="alert">
            <p class="error">
              {t("hostPlan.failed")} {scenarios.failure.text}
            </p>
            <button type="button" class="button" onClick={scenarios.again}>
              {t("hostPlan.tryAgain")}
            </button>
          </div>
        )}
        {!scenarios.value && !scenarios.failure && <p role="status">{t("hostPlan.loading")}</p>}
        {scenarios.value && (
          <Planner
            scenarios={scenarios.value}
            first={last ? nextForm(last.plan, scenarios.value) : firstForm(scenarios.value, FIRST)}
            actions={(plan) => <OpenSession plan={plan} />}
          />
        )}
      </div>
      <aside class="rail" aria-label={t("host.tools.title")}>
        <div class="rail-scroll">
          <Invitation compact />
          <Past />
          <ClassTools />
        </div>
      </aside>
    </main>
  );
}

function OpenSession({ plan }: { readonly plan: LessonPlan }): VNode {
  const host = useHost();
  const open = (rehearsal: boolean): void =>
    void ask(host, "openSession", { plan, rehearsal }, { done: t("host.done.opened") });
  return (
    <div class="planner-actions">
      <button type="button" class="button button-primary" onClick={() => open(false)}>
        {t("hostPlan.open")}
      </button>
      <button type="button" class="button" onClick={() => open(true)}>
        {t("hostPlan.rehearse")}
      </button>
      <p class="note">{t("hostPlan.rehearseNote")}</p>
    </div>
  );
}

const day = (at: number): string => new Date(at).toLocaleDateString("en-GB", { day: "numeric", month: "long" });

function Past(): VNode {
  const host = useHost();
  const { sessions, deletedAt } = host.view.value;
  const scenarios = useScenarios();
  const title = (id: string): string => scenarios.value?.find((each) => each.id === id)?.title ?? id;
  return (
    <section class="rail-section">
      <div class="rail-head">
        <h2 class="h3">{t("hostPlan.past")}</h2>
      </div>
      {sessions.length === 0 && <p class="small quiet">{t("hostPlan.noPast")}</p>}
      {sessions.toReversed().map(({ number, openedAt, plan, places, rehearsal }) => (
        <div key={number} class="rail-row">
          <div class="rail-words">
            <b>{t(rehearsal ? "hostPlan.pastRehearsal" : "hostPlan.pastSession", { number, date: day(openedAt) })}</b>
            <span class="small quiet">
              {t("hostPlan.pastFacts", { scenario: title(plan.scenario), tables: plan.tables, people: places.length })}
            </span>
          </div>
        </div>
      ))}
      {deletedAt !== null && <p class="note">{t("hostPlan.deleted", { date: day(deletedAt) })}</p>}
    </section>
  );
}
