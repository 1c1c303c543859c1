import { computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { CountryIndex, CountryId } from "#shared/model/ids.ts";
import type { RuleId } from "#shared/model/event.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { TreatyKind } from "#shared/model/treaty.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import type { Connection } from "../../net/connection.ts";
import type { Shelf } from "../../net/storage.ts";
import { powerBoard, powerView, seesPowerAlone } from "../../viewmodel/powerAlone.ts";
import { ratedView } from "../../viewmodel/rated.ts";
import { EVERYONE, NOTHING_READ, type ReadMarks, type ThreadId } from "../../viewmodel/threads.ts";
import { createDraftBook, type DraftBook } from "./draftBook.ts";

/** What stands open above the table; one may open another (a formula its rule), Escape closes the topmost. */
export type OpenSheet =
  | {
      readonly kind: "formula";
      readonly country: CountryIndex;
      /** Whose fear it is; absent = the reader's. */
      readonly observer?: CountryIndex;
    }
  /** Tells the instructor of a class what is wrong with a message. */
  | { readonly kind: "report"; readonly message: number }
  | {
      readonly kind: "propose";
      readonly with: readonly CountryId[];
      /** What to begin with; a defence pact unless said otherwise. */
      readonly terms?: TreatyKind;
    }
  | { readonly kind: "newThread" }
  | { readonly kind: "rules"; readonly rule: RuleId | null }
  | {
      readonly kind:
        | "income"
        | "score"
        | "ambition"
        | "seats"
        | "treaties"
        | "dyads"
        | "history"
        | "help"
        | "legend"
        | "betrayals"
        | "ratings";
    };

export type Tab = "threats" | "messages" | "orders";
export const MAP_LAYERS = ["owner", "threat", "power", "alignment", "ideology"] as const;
export type MapLayer = 1 | 2 | 3 | 4 | 5;

/** Everything the panels share: what the seat sees, and what stands open on this screen. */
export interface Play {
  readonly board: Board;
  readonly connection: Connection;
  readonly shelf: Shelf;
  readonly view: ReadonlySignal<PlayerView>;
  /** Null for an observer. */
  readonly me: ReadonlySignal<CountryIndex | null>;
  readonly book: DraftBook;
  /** Changes once a second, on the server's clock. */
  readonly now: Signal<number>;
  readonly sheets: Signal<readonly OpenSheet[]>;
  readonly tab: Signal<Tab>;
  readonly layer: Signal<MapLayer>;
  /** The country whose card is open. */
  readonly selected: Signal<CountryIndex | null>;
  readonly thread: Signal<ThreadId>;
  readonly read: Signal<ReadMarks>;
  /** Countries whose messages are not shown on this device. */
  readonly muted: Signal<readonly CountryId[]>;
  /** Step of the reveal being shown; null outside it. */
  readonly revealStep: Signal<number>;
  readonly shortcuts: Signal<boolean>;
  /** A refusal that belongs to no field, shown until dismissed. */
  readonly notice: Signal<Refusal | null>;
  readonly close: () => void;
}

interface PlayTools {
  readonly board: Board;
  readonly connection: Connection;
  readonly shelf: Shelf;
  /** The first view, already arrived. */
  readonly first: PlayerView;
}

export function createPlay({ board: given, connection, shelf, first }: PlayTools): Play {
  const board = seesPowerAlone(first) ? powerBoard(given) : given;
  // A student may be led to another match on the same line: this play stays with its own, as last seen.
  let seen = first;
  const view = computed(() => {
    const now = connection.view.value;
    if (now?.match === first.match) seen = now;
    return shownView(board, seen);
  });
  const match = first.match;
  const read = signal(stored<ReadMarks>(shelf, `read.${match}`, NOTHING_READ));
  const muted = signal(stored<readonly CountryId[]>(shelf, `muted.${match}`, []));
  const shortcuts = signal(stored<boolean>(shelf, "shortcuts", true));
  const stops = [
    effect(() => shelf.write(`read.${match}`, read.value)),
    effect(() => shelf.write(`muted.${match}`, muted.value)),
    effect(() => shelf.write("shortcuts", shortcuts.value)),
  ];
  const book = createDraftBook({ view, connection, shelf });
  return {
    board,
    connection,
    shelf,
    view,
    me: computed(() => (view.value.you === null ? null : (board.indexOf.get(view.value.you) ?? null))),
    book,
    now: signal(connection.now()),
    sheets: signal<readonly OpenSheet[]>([]),
    tab: signal<Tab>("orders"),
    layer: signal<MapLayer>(1),
    selected: signal<CountryIndex | null>(null),
    thread: signal<ThreadId>(EVERYONE),
    read,
    muted,
    revealStep: signal(0),
    shortcuts,
    notice: signal<Refusal | null>(null),
    close: () => {
      stops.forEach((stop) => stop());
      book.close();
    },
  };
}

/** What this seat may see, as its board shows it. */
function shownView(board: Board, view: PlayerView): PlayerView {
  return seesPowerAlone(view) ? powerView(board, view) : ratedView(board, view);
}

// What this page wrote itself under the same name.
const stored = <T>(shelf: Shelf, key: string, otherwise: T): T => (shelf.read(key) as T | null) ?? otherwise;

export const PlayContext = createContext<Play | null>(null);

export function usePlay(): Play {
  const play = useContext(PlayContext);
  if (!play) throw new Error("a panel stands outside the table");
  return play;
}

export const openSheet = (play: Play, sheet: OpenSheet): void => {
  play.sheets.value = [...play.sheets.peek(), sheet];
};
export const closeSheet = (play: Play): void => {
  play.sheets.value = play.sheets.peek().slice(0, -1);
};

/** The country's index; every id in a view comes from the same board. */
export const indexOf = (board: Board, id: CountryId): CountryIndex => board.indexOf.get(id) ?? 0;

/** The tight name of a country, as labels show it. */
export const shortName = (board: Board, index: CountryIndex): string => {
  const id = board.ids[index];
  return board.scenario.countries.find((country) => country.id === id)?.short ?? board.names[index] ?? "";
};
export const nameOf = (board: Board, index: CountryIndex): string => board.names[index] ?? "";
/** The name as it stands inside a sentence: "the Soviet Union". */
export const spoken = (board: Board, index: CountryIndex): string => board.spoken[index] ?? "";
export const spokenId = (board: Board, id: CountryId): string => spoken(board, indexOf(board, id));
export const nameOfId = (board: Board, id: CountryId): string => nameOf(board, indexOf(board, id));
