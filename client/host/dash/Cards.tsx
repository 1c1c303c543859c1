import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import type { TableCard } from "#shared/model/classView.ts";
import type { ScenarioId } from "#shared/model/ids.ts";
import { t } from "../../i18n/t.ts";
import { paceOf, sortedCards } from "../model/cards.ts";
import { focusFrame } from "../model/focus.ts";
import { useHost } from "../state/hostState.ts";
import { useGeometry } from "../state/useScenario.ts";
import { Card } from "./TableCard.tsx";

/** Up to this many tables a card has room for its sentence. */
const ROOMY = 8;
/** Up to this many have a map over the whole width of their card; beyond, beside the seats. */
const MANY = 12;

/** All tables in one sight, in the size that their number allows. */
export function Cards({
  cards,
  scenario,
}: {
  readonly cards: readonly TableCard[];
  readonly scenario: ScenarioId | null;
}): VNode {
  const host = useHost();
  const { value: whole, failure } = useGeometry(scenario);
  const geometry = useMemo(() => whole && { ...whole, frame: focusFrame(whole) }, [whole]);
  const pace = paceOf(cards);
  const count = cards.length;
  const size = count <= 4 ? "large" : count <= ROOMY ? "roomy" : count <= MANY ? "many" : "crowd";
  return (
    <section class={`cards cards-${size} cards-of-${count}`} aria-label={t("host.cards.title")}>
      {count === 0 && <p class="cards-none">{t("host.cards.none")}</p>}
      {sortedCards(cards, host.sort.value).map((card) => (
        <Card
          key={card.number}
          card={card}
          pace={pace}
          geometry={failure ? "failed" : geometry}
          small={count > ROOMY}
        />
      ))}
    </section>
  );
}
