import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Phase } from "#shared/model/match.ts";
import { t } from "../i18n/t.ts";
import { usePlay } from "./state/playState.ts";
import { Dispatches } from "./Dispatches.tsx";
import { useFocusKept } from "./focus.ts";
import { isHandedOver } from "../viewmodel/seats.ts";
import { HandedOverNote, TakeBackBar } from "./HandedOver.tsx";
import { OrderPanel } from "./OrderPanel.tsx";
import { ReadyBar } from "./ReadyBar.tsx";
import { Reveal } from "./Reveal.tsx";
import { EarlySubmit, SubmitBar } from "./SubmitBar.tsx";

/** What the phase asks of me: read, plan, decide, or watch; and the one control that says I am done. */
export function OrderColumn() {
  const view = usePlay().view.value;
  const { phase, you } = view;
  const away = isHandedOver(view);
  const column = useRef<HTMLDivElement>(null);
  useFocusKept(column, phase);
  const bare = useNothingToPress(column);
  return (
    <div ref={column} class="order-column">
      {/* Scrolled by keyboard too where nothing in it can be pressed. */}
      <div class="column-scroll" {...(bare ? { tabIndex: 0, role: "region", "aria-label": t("play.tab.orders") } : {})}>
        {phase === "dispatches" ? (
          <Dispatches />
        ) : phase === "reveal" ? (
          <Reveal />
        ) : you === null ? (
          <ObserverNote />
        ) : away ? (
          <HandedOverNote />
        ) : (
          <OrderPanel />
        )}
      </div>
      {you !== null && (away ? <TakeBackBar /> : <Foot phase={phase} />)}
    </div>
  );
}

const PRESSED = ":is(button, a[href], input, select, textarea, summary, [tabindex='0'])";

/** Whether what scrolls in a column holds nothing that the keyboard reaches: then it must be reached itself. */
function useNothingToPress(column: { readonly current: HTMLElement | null }): boolean {
  const [bare, setBare] = useState(false);
  useLayoutEffect(() => {
    const scroll = column.current?.querySelector(".column-scroll");
    setBare(scroll !== null && scroll !== undefined && scroll.querySelector(PRESSED) === null);
  });
  return bare;
}

function Foot({ phase }: { readonly phase: Phase }) {
  if (phase === "orders") return <SubmitBar />;
  return phase === "diplomacy" ? <DiplomacyBar /> : <ReadyBar />;
}

const DiplomacyBar = () => (
  <ReadyBar>
    <EarlySubmit />
  </ReadyBar>
);

function ObserverNote() {
  return (
    <section class="column-body" aria-labelledby="observer-title">
      <h2 id="observer-title" class="h3" tabIndex={-1}>
        {t("play.observer.title")}
      </h2>
      <p>{t("play.observer.text")}</p>
    </section>
  );
}
