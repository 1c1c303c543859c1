import type { VNode } from "preact";
import type { Session } from "#shared/model/classroom.ts";
import { replanFor } from "#shared/classroom/planLesson.ts";
import { t } from "../../i18n/t.ts";
import { ClassTools } from "../dash/ClassTools.tsx";
import { NeedRow } from "../dash/NeedRow.tsx";
import { RailSection } from "../dash/RailParts.tsx";
import { needsOf, unseated } from "../model/needs.ts";
import { againstAnswers, hereCount, turnout } from "../model/people.ts";
import { useScenarios } from "../plan/useScenarios.ts";
import { readScenario } from "../../net/api.ts";
import { useLoaded } from "../../play/useLoaded.ts";
import { ask, confirmFirst, openSheet, useHost } from "../state/hostState.ts";
import { Door } from "./Door.tsx";
import { Invitation } from "./Invitation.tsx";
import { PeopleBoard } from "./PeopleBoard.tsx";

/** People come in: how, who is here and who sits where, until play begins. */
export function Gathering({ session }: { readonly session: Session }): VNode {
  const host = useHost();
  const view = host.view.value;
  const needs = needsOf(view, host.now.value);
  return (
    <main class="gathering" id="tables">
      <div class="gathering-main">
        <div class="gathering-head">
          <Invitation />
          <Begin session={session} />
        </div>
        <Turnout session={session} />
        {session.plan.seating === "survey" && <Answers session={session} />}
        <PeopleBoard session={session} />
      </div>
      <aside class="rail" aria-label={t("host.rail.title")}>
        <div class="rail-scroll">
          <RailSection title={t("host.needs.title")}>
            {needs.length === 0 && <p class="small quiet">{t("host.needs.nobody")}</p>}
            {needs.map((need, at) => (
              <NeedRow key={at} need={need} />
            ))}
          </RailSection>
          <Door />
          <ClassTools />
        </div>
      </aside>
    </main>
  );
}

function Begin({ session }: { readonly session: Session }): VNode {
  const host = useHost();
  const view = host.view.value;
  const here = hereCount(view);
  const without = unseated(view).length;
  const surveyed = view.members.filter(({ temperament }) => temperament !== null).length;
  const begin = (): void => {
    const go = (): void => void ask(host, "begin", {}, { done: t("host.done.begun") });
    if (without === 0 && here > 0) return go();
    confirmFirst(host, {
      title: t("hostPeople.begin.confirm"),
      text: here === 0 ? t("hostPeople.begin.nobody") : t("hostPeople.begin.without", { count: without }),
      doIt: t("hostPeople.begin.doIt"),
      onYes: go,
    });
  };
  return (
    <section class="begin" aria-label={t("hostPeople.begin.title")}>
      <p class="begin-count">
        <b class="num">{here}</b> {t("hostPeople.begin.here", { count: here })}
      </p>
      <p class="quiet">
        {t("hostPeople.begin.seated", { seated: session.places.length, count: session.plan.tables })}
        {session.plan.seating === "survey" && ` ${t("hostPeople.begin.surveyed", { count: surveyed })}`}
        {session.plan.conceptCheck && ` ${t("hostPeople.begin.concept", { count: view.conceptCount.before })}`}
      </p>
      <div class="button-row">
        <button type="button" class="button button-primary" onClick={begin}>
          {t("hostPeople.begin.doIt")}
        </button>
        <button type="button" class="button" onClick={() => openSheet(host, { kind: "plan" })}>
          {t("hostPlan.replan.change")}
        </button>
        <button type="button" class="button" onClick={() => openSheet(host, { kind: "screen" })}>
          {t("host.screen.title")}
        </button>
      </div>
    </section>
  );
}

/** "27 planned, 24 here": one click plans for those who came. */
function Turnout({ session }: { readonly session: Session }): VNode | null {
  const host = useHost();
  const scenarios = useScenarios().value ?? [];
  const differs = turnout(host.view.value, session);
  const scenario = scenarios.find(({ id }) => id === session.plan.scenario);
  if (!differs || !scenario) return null;
  const { here, planned } = differs;
  const replan = (): void => {
    const { plan } = replanFor(session.plan, here, scenario);
    const undo = (): void => void ask(host, "replan", { plan: session.plan });
    void ask(host, "replan", { plan }, { done: t("hostPlan.replan.done", { here, count: plan.tables }), undo });
  };
  return (
    <p class="turnout">
      <span class="num">{t("hostPlan.replan.banner", { planned, here })}</span>
      <button type="button" class="button button-strong" onClick={replan}>
        {t("hostPlan.replan.doIt", { here })}
      </button>
    </p>
  );
}

/** Answers that came after the seats were given change nothing by themselves: one click seats by them. */
function Answers({ session }: { readonly session: Session }): VNode | null {
  const host = useHost();
  const scenario = useLoaded(session.plan.scenario, readScenario).value;
  if (!scenario || !againstAnswers(host.view.value, session, scenario.countries)) return null;
  return (
    <p class="turnout">
      <span>{t("hostPeople.deal.against")}</span>
      <button
        type="button"
        class="button button-strong"
        onClick={() => void ask(host, "deal", {}, { done: t("host.done.dealt") })}
      >
        {t("hostPeople.deal.byAnswers")}
      </button>
    </p>
  );
}
