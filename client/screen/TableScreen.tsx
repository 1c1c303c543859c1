import type { VNode } from "preact";
import { t } from "../i18n/t.ts";
import { PlayContext } from "../panels/state/playState.ts";
import { clockText, secondsLeft } from "../viewmodel/clock.ts";
import { deadlineSeen } from "../viewmodel/hosted.ts";
import { CaptionBar } from "./CaptionBar.tsx";
import { Rail } from "./Rail.tsx";
import { ScreenMap } from "./ScreenMap.tsx";
import { useTelling } from "./state/hooks.ts";
import { useScreen, type Watched } from "./state/screenState.ts";

/** The last seconds stand on ink: nothing blinks. */
const LAST = 10;

/** One table: where it stands, the map, what is being told, and who stands where. */
export function TableScreen({ table }: { readonly table: Watched }): VNode {
  const screen = useScreen();
  useTelling(screen, table.play);
  return (
    <PlayContext.Provider value={table.play}>
      <Header table={table} />
      <ScreenMap play={table.play} />
      <CaptionBar />
      <Rail />
    </PlayContext.Provider>
  );
}

function Header({ table: { number, play } }: { readonly table: Watched }): VNode {
  const screen = useScreen();
  const { tables } = screen.view.value;
  const view = play.view.value;
  const now = screen.now.value;
  const deadline = deadlineSeen(view, now);
  const clock = clockText(deadline, now);
  const late = deadline !== null && secondsLeft(deadline, now) <= LAST;
  return (
    <header class="screen-header">
      <img src="/favicon.svg" alt="" class="screen-mark" />
      <h1>{t(`screen.name.${view.phase}`)}</h1>
      <p>{t("screen.header.where", { title: play.board.scenario.title, turn: view.turn })}</p>
      {tables.length > 1 && <p class="num">{t("screen.header.table", { table: number, of: tables.length })}</p>}
      {view.hosted?.pause && <p class="screen-paused">{t("screen.header.paused")}</p>}
      {clock !== null && (
        <p
          class={late ? "screen-clock screen-clock-late" : "screen-clock"}
          role="timer"
          aria-label={t("screen.header.left")}
        >
          {clock}
        </p>
      )}
    </header>
  );
}
