import { signal } from "@preact/signals";
import type { StudentView } from "#shared/model/classView.ts";
import type { MatchId } from "#shared/model/ids.ts";
import type { ClassEntry } from "#shared/protocol/classMessages.ts";
import type { ClientMessageName, Entry, Reply } from "#shared/protocol/messages.ts";
import { ClassFold } from "./ClassFold.ts";
import type { StudentConnection } from "./classConnection.ts";
import { createServerClock } from "./clock.ts";
import type { Body } from "./connection.ts";
import type { Drafts, UnsavedDraft } from "./drafts.ts";
import { Line, type LineTools } from "./Line.ts";
import type { Handlers } from "./link.ts";
import type { OpenReader } from "./reader.ts";
import { TableFold } from "./TableFold.ts";

/** The outside world of a connection, so that tests can hold its strings. */
export interface ConnectionTools extends LineTools {
  readonly openReader: OpenReader;
  readonly drafts: Drafts;
  readonly localNow: () => number;
}

/**
 * Keeps one seat connected: folds what comes over its line into the view – of a class too, where the seat is one of a class's –
 * and holds on to unsaved drafts.
 */
export class SeatConnection implements StudentConnection {
  readonly view: StudentConnection["view"];
  readonly board: StudentConnection["board"];
  readonly classroom: StudentConnection["classroom"];
  readonly status: StudentConnection["status"];
  readonly refusal: StudentConnection["refusal"];
  readonly unsaved = signal<UnsavedDraft | null>(null);
  readonly #tools: ConnectionTools;
  readonly #entry: Entry | ClassEntry;
  readonly #clock;
  readonly #line: Line;
  readonly #table: TableFold;
  readonly #class: ClassFold<StudentView>;
  /** The match whose unsaved draft has been seen to on this link. */
  #savedFor: MatchId | null = null;

  constructor(entry: Entry | ClassEntry, tools: ConnectionTools) {
    this.#entry = entry;
    this.#tools = tools;
    this.#clock = createServerClock(tools.localNow);
    const { sample } = this.#clock;
    this.#line = new Line(entry.token, tools, {
      handlers: this.#handlers(),
      relinked: () => this.#relinked(),
      hasView: () => this.view.value !== null || this.classroom.value !== null,
      ping: entry.kind === "class" ? "classPing" : "ping",
    });
    this.#table = new TableFold({
      openReader: tools.openReader,
      sample,
      shown: () => this.#shown(),
      resync: (how) => this.#line.askAnew("resync", how),
      unreadable: () => this.#line.lost(),
    });
    this.#class = new ClassFold<StudentView>({ sample, resync: () => this.#line.askAnew("classResync", {}) });
    this.view = this.#table.view;
    this.board = this.#table.board;
    this.classroom = this.#class.view;
    this.status = this.#line.status;
    this.refusal = this.#line.refusal;
    this.#readUnsaved();
    void this.#line.open();
  }

  readonly now = (): number => this.#clock.now();
  readonly wake = (): void => this.#line.wake();
  readonly close = (): void => this.#line.close();

  readonly takeBack = (): void => this.#line.takeBack();

  readonly sendClass: StudentConnection["sendClass"] = (name, body) => this.#line.ask(name, body);

  readonly send = async <N extends ClientMessageName>(name: N, body: Body<N>): Promise<Reply> => {
    if (name !== "draft" && name !== "submit") return this.#line.ask(name, body);
    const match = this.#match();
    if (match === null) return this.#line.offline();
    // Both carry a turn and a sheet.
    const { turn, sheet } = body as Body<"draft" | "submit">;
    const draft: UnsavedDraft = { turn, sheet };
    this.#tools.drafts.keep(match, draft);
    this.unsaved.value = draft;
    const wire = this.#table.write(sheet);
    const reply = wire ? await this.#line.ask(name, { turn, sheet: wire }) : this.#line.offline();
    // Saved, or refused by the server: either way it is not waiting for a connection.
    if (reply.ok || !reply.refusal.code.startsWith("net.")) this.#settleDraft(match, draft);
    return reply;
  };

  #relinked(): void {
    this.#savedFor = null;
    this.#table.relinked();
    this.#class.relinked();
  }

  /** `table` and `detail` are for instructors and projectors alone. */
  #handlers(): Handlers {
    return {
      view: (body) => this.#table.receiveView(body),
      whole: (body) => this.#table.receiveWhole(body),
      p: (body) => this.#table.receivePatch(body),
      class: (body) => {
        this.#class.receive(body);
        this.#line.live();
      },
      classPatch: (body) => this.#class.receivePatch(body),
      away: () => this.#table.clear(),
      superseded: () => this.#line.stop("superseded", null),
    };
  }

  #shown(): void {
    this.#line.live();
    const match = this.#match();
    if (this.#savedFor === match) return;
    this.#savedFor = match;
    this.#readUnsaved();
    this.#saveAgain();
  }

  /** The match of the draft: a student's may change. */
  #match(): MatchId | null {
    return this.#entry.kind === "class" ? (this.view.peek()?.match ?? null) : this.#entry.match;
  }

  #readUnsaved(): void {
    const match = this.#match();
    this.unsaved.value = match === null ? null : this.#tools.drafts.unsaved(match);
  }

  /** Back again: what was drafted meanwhile is saved, unless its turn is past or its orders are already in. */
  #saveAgain(): void {
    const [match, view] = [this.#match(), this.view.peek()];
    const draft = match === null ? null : this.#tools.drafts.unsaved(match);
    if (match === null || !draft || !view) return;
    const open = view.phase === "dispatches" || view.phase === "diplomacy" || view.phase === "orders";
    if (open && draft.turn === view.turn && view.orders.state !== "submitted") void this.send("draft", draft);
    else this.#settleDraft(match, draft);
  }

  #settleDraft(match: MatchId, draft: UnsavedDraft): void {
    this.#tools.drafts.settle(match, draft);
    this.#readUnsaved();
  }
}
