import { computed, effect, signal, untracked, type ReadonlySignal, type Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ScreenView } from "#shared/model/classView.ts";
import type { MatchId } from "#shared/model/ids.ts";
import type { ScreenConnection, WatchedTable } from "../../net/classConnection.ts";
import { createShelf } from "../../net/storage.ts";
import { watchOnly } from "../../net/watchOnly.ts";
import { isUntold } from "../../panels/state/mapNow.ts";
import { createPlay, type Play } from "../../panels/state/playState.ts";
import { shownNow, type Shown } from "../model/rotation.ts";

/** One table on the projector. */
export interface Watched {
  readonly number: number;
  readonly play: Play;
}

/** All that the projector's parts share. */
export interface Screen {
  readonly connection: ScreenConnection;
  readonly view: ReadonlySignal<ScreenView>;
  /** Changes once a second, on the server's clock. */
  readonly now: Signal<number>;
  /** The table on the screen; null = none has come yet, or all are over. */
  readonly table: ReadonlySignal<Watched | null>;
  /** Null = as the instructor wants it. */
  readonly sound: Signal<boolean | null>;
  readonly close: () => void;
}

interface Kept {
  readonly board: WatchedTable["board"];
  readonly play: Play;
  readonly close: () => void;
}

export function createScreen(connection: ScreenConnection, first: ScreenView): Screen {
  const view = computed(() => connection.view.value ?? first);
  const now = signal(connection.now());
  const kept = new Map<MatchId, Kept>();
  const plays = signal<ReadonlyMap<MatchId, Play>>(new Map());
  const stopKeeping = effect(() => {
    const tables = connection.tables.value;
    untracked(() => {
      for (const [match, { board, close }] of kept)
        if (tables.get(match)?.board !== board) {
          close();
          kept.delete(match);
        }
      for (const [match, table] of tables) if (!kept.has(match)) kept.set(match, keep(connection, table));
      plays.value = new Map([...kept].map(([match, { play }]) => [match, play]));
    });
  });
  const shown = signal<Shown | null>(null);
  const stopTurning = effect(() => {
    const { tables, showing, lead } = view.value;
    const known = tables.map(({ number, match }) => ({ number, play: plays.value.get(match) ?? null }));
    shown.value = shownNow({
      tables: known.map(({ number, play }) => ({
        number,
        ready: play !== null && play.view.value.phase !== "ended",
        telling: play !== null && isUntold(play),
      })),
      shown: shown.peek(),
      chosen: lead && lead.kind !== "poll" ? lead.table : showing.table,
      now: now.value,
    });
  });
  const table = computed((): Watched | null => {
    const number = shown.value?.table;
    const match = view.value.tables.find((one) => one.number === number)?.match;
    const play = match === undefined ? undefined : plays.value.get(match);
    return play && number !== undefined ? { number, play } : null;
  });
  return {
    connection,
    view,
    now,
    table,
    sound: signal<boolean | null>(null),
    close: () => {
      stopTurning();
      stopKeeping();
      kept.forEach(({ close }) => close());
    },
  };
}

/** Nothing is kept in the browser, and nobody here sends anything. */
function keep(connection: ScreenConnection, { match, board, view }: WatchedTable): Kept {
  const play = createPlay({
    board,
    connection: watchOnly(connection, match, ""),
    shelf: createShelf(null),
    first: view,
  });
  // Each reveal is told from its beginning, whether or not the last one was told to its end here.
  const stop = effect(() => {
    if (play.view.value.phase !== "reveal") play.revealStep.value = 0;
  });
  return {
    board,
    play,
    close: () => {
      stop();
      play.close();
    },
  };
}

export const ScreenContext = createContext<Screen | null>(null);

export function useScreen(): Screen {
  const screen = useContext(ScreenContext);
  if (!screen) throw new Error("a part of the projector stands outside it");
  return screen;
}
