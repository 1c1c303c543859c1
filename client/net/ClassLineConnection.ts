import { signal } from "@preact/signals";
import type { HostView, ScreenView, TableDetail } from "#shared/model/classView.ts";
import type { MatchId } from "#shared/model/ids.ts";
import type { ClassServerMessages } from "#shared/protocol/classMessages.ts";
import type { ServerMessages } from "#shared/protocol/messages.ts";
import { ClassFold } from "./ClassFold.ts";
import type { ClassConnection, WatchedTable } from "./classConnection.ts";
import { createServerClock } from "./clock.ts";
import { Line, type LineTools } from "./Line.ts";
import type { Handlers } from "./link.ts";
import type { OpenReader } from "./reader.ts";
import { TableFold } from "./TableFold.ts";

export interface ClassLineTools extends LineTools {
  readonly openReader: OpenReader;
  readonly localNow: () => number;
}

/** The line of an instructor or a projector: the class, and every table it may watch. */
export class ClassLineConnection<View extends HostView | ScreenView> implements ClassConnection<View> {
  readonly view: ClassConnection<View>["view"];
  readonly status: ClassConnection<View>["status"];
  readonly refusal: ClassConnection<View>["refusal"];
  /** Tables that the class named when it was last heard of. */
  #named: ReadonlySet<MatchId> = new Set();
  readonly tables = signal<ReadonlyMap<MatchId, WatchedTable>>(new Map());
  readonly detail = signal<TableDetail | null>(null);
  readonly #tools: ClassLineTools;
  readonly #clock;
  readonly #line: Line;
  readonly #class: ClassFold<View>;
  readonly #folds = new Map<MatchId, TableFold>();

  constructor(key: string, tools: ClassLineTools) {
    this.#tools = tools;
    this.#clock = createServerClock(tools.localNow);
    this.#line = new Line(key, tools, {
      handlers: this.#handlers(),
      relinked: () => this.#relinked(),
      hasView: () => this.view.value !== null,
      ping: "classPing",
    });
    this.#class = new ClassFold<View>({ sample: this.#clock.sample, resync: () => this.#resync() });
    this.view = this.#class.view;
    this.status = this.#line.status;
    this.refusal = this.#line.refusal;
    void this.#line.open();
  }

  readonly now = (): number => this.#clock.now();
  readonly wake = (): void => this.#line.wake();
  readonly close = (): void => this.#line.close();
  readonly send: ClassConnection<View>["send"] = (name, body) => this.#line.ask(name, body);

  #relinked(): void {
    this.#class.relinked();
    for (const fold of this.#folds.values()) fold.relinked();
  }

  /** The class and all tables come anew. */
  #resync(): boolean {
    return this.#line.askAnew("classResync", {});
  }

  #handlers(): Handlers {
    return {
      class: (body) => {
        this.#class.receive(body);
        this.#line.live();
        this.#forgetOldTables();
      },
      classPatch: (body) => {
        this.#class.receivePatch(body);
        this.#forgetOldTables();
      },
      table: (body) => this.#receiveTable(body),
      detail: (body) => (this.detail.value = body),
      superseded: () => this.#line.stop("superseded", null),
    };
  }

  #receiveTable({ match, name, body }: ClassServerMessages["table"]): void {
    const fold = this.#folds.get(match) ?? this.#newFold(match);
    // The name says which of the three it is.
    if (name === "view") fold.receiveView(body as ServerMessages["view"]);
    else if (name === "whole") fold.receiveWhole(body as ServerMessages["whole"]);
    else fold.receivePatch(body as ServerMessages["p"]);
  }

  #newFold(match: MatchId): TableFold {
    const fold = new TableFold({
      openReader: this.#tools.openReader,
      sample: this.#clock.sample,
      shown: () => this.#show(match, fold),
      // A table that does not add up here stays as it was; all others go on.
      resync: (how) => how.whole !== true && this.#resync(),
      unreadable: () => this.#line.lost(),
    });
    this.#folds.set(match, fold);
    return fold;
  }

  #show(match: MatchId, fold: TableFold): void {
    const [view, board] = [fold.view.peek(), fold.board.peek()];
    if (view && board) this.tables.value = new Map(this.tables.peek()).set(match, { match, view, board });
  }

  /** A new session has other tables. One that the class has not named yet is not old: its view may come first. */
  #forgetOldTables(): void {
    const wanted = new Set((this.view.peek()?.tables ?? []).flatMap(({ match }) => (match === null ? [] : [match])));
    const gone = [...this.#folds.keys()].filter((match) => this.#named.has(match) && !wanted.has(match));
    this.#named = wanted;
    if (gone.length === 0) return;
    for (const match of gone) this.#folds.delete(match);
    this.tables.value = new Map([...this.tables.peek()].filter(([match]) => wanted.has(match)));
  }
}
