import { t } from "../i18n/t.ts";
import { closeSheet, usePlay } from "./state/playState.ts";
import { revealStages } from "../viewmodel/events.ts";
import { Dialog } from "./Dialog.tsx";
import { stepTitle } from "./stepTitle.ts";
import { EventLine } from "./EventLine.tsx";

/** Everything that happened, newest turn first, step by step, each line with its rule. */
export function HistorySheet() {
  const play = usePlay();
  const turns = play.view.value.history.toReversed();
  return (
    <Dialog title={t("play.history.title")} onClose={() => closeSheet(play)} size="wide">
      {turns.length === 0 && <p class="quiet">{t("play.history.empty")}</p>}
      {turns.map((turn, at) => (
        <details key={turn.turn} class="history-turn" open={at === 0}>
          <summary class="h3">{t("play.turn", { turn: turn.turn })}</summary>
          {revealStages(turn.events).map((stage) => (
            <section key={stage.step}>
              <h3 class="label">{stepTitle(play.view.value, stage.step)}</h3>
              <ul class="events">
                {[...stage.events, ...stage.quiet].map((event, index) => (
                  <EventLine key={index} event={event} />
                ))}
              </ul>
            </section>
          ))}
        </details>
      ))}
    </Dialog>
  );
}
