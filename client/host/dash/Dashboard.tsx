import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import { paceOf, sortedCards } from "../model/cards.ts";
import { focusFrame } from "../model/focus.ts";
import { sessionOf } from "../model/needs.ts";
import { useHost } from "../state/hostState.ts";
import { useGeometry } from "../state/useScenario.ts";
import { Rail } from "./Rail.tsx";
import { Card } from "./TableCard.tsx";
import { TimePlan } from "./TimePlan.tsx";

/** Up to this many tables a card has room for its sentence. */
const ROOMY = 8;
/** Up to this many have a map over the whole width of their card; beyond, beside the seats. */
const MANY = 12;

/** Every table at once, and beside them what waits for the instructor. */
export function Dashboard(): VNode {
  const host = useHost();
  const view = host.view.value;
  const session = sessionOf(view);
  const { value: whole, failure } = useGeometry(session?.plan.scenario ?? null);
  const geometry = useMemo(() => whole && { ...whole, frame: focusFrame(whole) }, [whole]);
  const pace = paceOf(view.tables);
  const count = view.tables.length;
  const size = count <= 4 ? "large" : count <= ROOMY ? "roomy" : count <= MANY ? "many" : "crowd";
  return (
    <div class="dash">
      {view.timeline && <TimePlan line={view.timeline} />}
      <main class="dash-main">
        <section
          class={`cards cards-${size}`}
          id="tables"
          style={{ "--across": count === 4 ? 2 : Math.max(1, Math.min(4, count)) }}
          aria-label={t("host.cards.title")}
        >
          {view.tables.length === 0 && <p class="cards-none">{t("host.cards.none")}</p>}
          {sortedCards(view.tables, host.sort.value).map((card) => (
            <Card
              key={card.number}
              card={card}
              pace={pace}
              geometry={failure ? "failed" : geometry}
              small={count > ROOMY}
            />
          ))}
        </section>
        <Rail />
      </main>
    </div>
  );
}
