import { t } from "../i18n/t.ts";
import { usePlay } from "./state/playState.ts";
import { Dispatches } from "./Dispatches.tsx";
import { OrderPanel } from "./OrderPanel.tsx";
import { ReadyBar } from "./ReadyBar.tsx";
import { Reveal } from "./Reveal.tsx";
import { EarlySubmit, SubmitBar } from "./SubmitBar.tsx";

/** What the phase asks of me: read, plan, decide, or watch; and the one control that says I am done. */
export function OrderColumn() {
  const play = usePlay();
  const { phase, you } = play.view.value;
  if (phase === "dispatches") return <Column body={<Dispatches />} foot={<ReadyBar />} />;
  if (phase === "reveal") return <Column body={<Reveal />} foot={<ReadyBar />} />;
  if (you === null) return <Column body={<ObserverNote />} foot={null} />;
  return <Column body={<OrderPanel />} foot={phase === "orders" ? <SubmitBar /> : <DiplomacyBar />} />;
}

const DiplomacyBar = () => (
  <ReadyBar>
    <EarlySubmit />
  </ReadyBar>
);

const Column = ({ body, foot }: { readonly body: preact.JSX.Element; readonly foot: preact.JSX.Element | null }) => (
  <div class="order-column">
    <div class="column-scroll">{body}</div>
    {foot}
  </div>
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
