import type { VNode } from "preact";
import type { Timeline } from "#shared/model/classView.ts";
import { t } from "../../i18n/t.ts";
import { clockTime, planState, segmentsOf, type Segment } from "../model/timeline.ts";
import { openSheet, useHost } from "../state/hostState.ts";

/** The lesson against the clock: how it stands in words, and as a bar in true proportion. */
export function TimePlan({ line }: { readonly line: Timeline }): VNode {
  const host = useHost();
  const now = host.now.value;
  const state = planState(line, now);
  return (
    <section class="time-plan" aria-label={t("host.time.title")}>
      <p class="time-words">
        <span>
          <b class="num">{clockTime(now)}</b> {t(`host.time.${state.kind}`, { count: state.by })}
          {", "}
          {t("host.time.left", { count: state.minutesLeft })}
        </span>
        <span class="quiet time-debrief">
          {state.inDebrief
            ? t("host.time.inDebrief", { count: state.debriefMinutes })
            : t("host.time.debrief", { time: clockTime(line.debriefFrom), count: state.debriefMinutes })}{" "}
          <button type="button" class="button-text" onClick={() => openSheet(host, { kind: "plan" })}>
            {t("host.time.change")}
          </button>
        </span>
      </p>
      <PlanBar segments={segmentsOf(line, now)} />
    </section>
  );
}

/** Brief, turns, debrief. Also what the planner shows. */
export function PlanBar({ segments }: { readonly segments: readonly Segment[] }): VNode {
  const whole = segments.reduce((sum, { from, to }) => sum + to - from, 0) || 1;
  return (
    <ol class="plan-bar">
      {segments.map((part, at) => (
        <li
          key={`${part.kind}${part.number}`}
          class={`plan-part plan-${part.kind} plan-${part.state}`}
          style={{ flexGrow: (part.to - part.from) / whole }}
          aria-current={part.state === "now" ? "step" : undefined}
          title={t("host.time.part", {
            name: partName(part),
            from: clockTime(part.from),
            to: clockTime(part.to),
          })}
        >
          {part.state === "now" && part.kind !== "debrief" && (
            <span class="plan-gone" style={{ width: `${part.gone * 100}%` }} aria-hidden="true" />
          )}
          <span class="plan-name">
            <span aria-hidden="true">{shortName(part, firstNamed(segments, at))}</span>
            <span class="visually-hidden">{partName(part)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The first turn says what it is, and the one that is played; the others are numbers. */
const firstNamed = (segments: readonly Segment[], at: number): boolean =>
  segments.findIndex(({ kind }) => kind === "turn") === at || segments[at]?.state === "now";

const shortName = (part: Segment, named: boolean): string =>
  part.kind === "turn" && !named ? String(part.number) : part.kind === "slack" ? "" : partName(part);

const partName = ({ kind, number }: Segment): string =>
  kind === "turn" ? t("host.time.turn", { number }) : t(`host.time.${kind}Name`);
