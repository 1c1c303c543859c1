import type { VNode } from "preact";
import { sessionOf } from "../model/needs.ts";
import { useHost } from "../state/hostState.ts";
import { Cards } from "./Cards.tsx";
import { Rail } from "./Rail.tsx";
import { TimePlan } from "./TimePlan.tsx";

/** Every table at once, and beside them what waits for the instructor. */
export function Dashboard(): VNode {
  const view = useHost().view.value;
  return (
    <div class="dash">
      {view.timeline && <TimePlan line={view.timeline} />}
      <main class="dash-main" id="tables">
        <Cards cards={view.tables} scenario={sessionOf(view)?.plan.scenario ?? null} />
        <Rail />
      </main>
    </div>
  );
}
