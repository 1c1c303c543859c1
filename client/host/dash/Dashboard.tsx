import type { VNode } from "preact";
import { t } from "../../i18n/t.ts";
import { paceOf, sortedCards } from "../model/cards.ts";
import { sessionOf } from "../model/needs.ts";
import { useHost } from "../state/hostState.ts";
import { useGeometry } from "../state/useScenario.ts";
import { Rail } from "./Rail.tsx";
import { Card } from "./TableCard.tsx";
import { TimePlan } from "./TimePlan.tsx";

/** Up to this many tables a card has room for its sentence. */
const ROOMY = 8;

/** Every table at once, and beside them what waits for the instructor. */
export function Dashboard(): VNode {
  const host = useHost();
  const view = host.view.value;
  const session = sessionOf(view);
  const geometry = useGeometry(session?.plan.scenario ?? null);
  const pace = paceOf(view.tables);
  const size = view.tables.length <= 4 ? "large" : view.tables.length <= ROOMY ? "roomy" : "many";
  return (
    <div class="dash">
      {view.timeline && <TimePlan line={view.timeline} />}
      <main class="dash-main">
        <section class={`cards cards-${size}`} aria-label={t("host.cards.title")}>
          {view.tables.length === 0 && <p class="cards-none">{t("host.cards.none")}</p>}
          {sortedCards(view.tables, host.sort.value).map((card) => (
            <Card key={card.number} card={card} pace={pace} geometry={geometry} small={size === "many"} />
          ))}
        </section>
        <Rail />
      </main>
    </div>
  );
}
