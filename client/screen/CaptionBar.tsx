import type { VNode } from "preact";
import type { Lead } from "#shared/model/classroom.ts";
import { usePlay } from "../panels/state/playState.ts";
import { stepNow } from "../panels/state/mapNow.ts";
import { revealStages } from "../viewmodel/events.ts";
import { captionOfPhase, captionOfStage } from "./model/captions.ts";
import { CaptionWords } from "./CaptionWords.tsx";
import { CountryCaption, DyadCaption } from "./LeadCaptions.tsx";
import { useScreen } from "./state/screenState.ts";

/** How long one piece of news stands outside the reveal, ms. */
const NEWS = 9000;

/** Under the map: the country or fear being spoken of, else what is being told. */
export function CaptionBar(): VNode {
  const screen = useScreen();
  const { lead } = screen.view.value;
  return (
    <section class="screen-caption" aria-live="polite">
      {lead && lead.kind !== "poll" ? <LeadCaption lead={lead} /> : <NewsCaption />}
    </section>
  );
}

function LeadCaption({ lead }: { readonly lead: Exclude<Lead, { readonly kind: "poll" }> }): VNode {
  switch (lead.kind) {
    case "country":
      return <CountryCaption country={lead.country} />;
    case "dyad":
      return <DyadCaption observer={lead.observer} country={lead.country} />;
  }
}

function NewsCaption(): VNode {
  const screen = useScreen();
  const play = usePlay();
  const view = play.view.value;
  const step = stepNow(play);
  const stage = revealStages(view.history.at(-1)?.events ?? []).find((one) => one.step === step);
  const caption = stage
    ? captionOfStage(play.board, view, stage)
    : captionOfPhase(play.board, view, Math.floor(screen.now.value / NEWS));
  return <CaptionWords caption={caption} />;
}
