import type { MatchId } from "#shared/model/ids.ts";
import type { ClassMessage, ClassReply, ClassServerMessages } from "#shared/protocol/classMessages.ts";
import type { ClassFacts } from "#shared/projection/classroom/facts.ts";
import { tableDetail } from "#shared/projection/classroom/tableDetail.ts";
import { done, no } from "#server/classes/answers.ts";
import { actAsHost, type HostActName, type HostTools } from "#server/classes/hostActs.ts";
import { viewForHost, viewForScreen } from "#server/classes/views.ts";
import { invalid } from "#server/lib/refusals.ts";
import type { MatchController } from "#server/match/MatchController.ts";
import { ClassFeed, type ClassSend } from "./ClassFeed.ts";
import { SeatFeed } from "./SeatFeed.ts";
import type { LineDeps } from "./StudentLine.ts";

export interface Staff {
  readonly role: "owner" | "cohost" | "screen";
  readonly label: string;
}

/** The connection of an instructor or a projector: the class, and an observer's view of its tables. */
export class StaffLine {
  readonly staff: Staff;
  readonly #deps: LineDeps;
  readonly #send: ClassSend;
  readonly #feed: ClassFeed;
  readonly #tables = new Map<MatchId, SeatFeed>();
  #watched: number | null = null;
  #detail = "";

  constructor(staff: Staff, deps: LineDeps) {
    this.staff = staff;
    this.#deps = deps;
    this.#send = (name, body) => deps.send(name, body);
    this.#feed = new ClassFeed(staff.role, this.#send);
  }

  enter(facts: ClassFacts): void {
    const { people } = this.#deps.room;
    if (this.staff.role === "screen") people.addScreen(this.#deps.session);
    else people.addHost(this.#deps.session, this.staff.label);
    this.show("view", facts);
    this.#deps.room.notify();
  }

  leave(): void {
    this.#deps.room.people.drop(this.#deps.session);
    this.#deps.room.notify();
  }

  /** `view`: all of it again, tables too. */
  show(what: "change" | "view", facts: ClassFacts, changed: ReadonlySet<MatchId> = new Set()): void {
    const { room } = this.#deps;
    const { role, label } = this.staff;
    const view = role === "screen" ? viewForScreen(room, facts) : viewForHost(room, facts, { role, label });
    if (what === "view") {
      this.#tables.clear();
      this.#feed.sendView(view, facts.now);
    } else this.#feed.sendChange(view);
    this.#showTables(changed, facts.now);
    this.#showDetail();
  }

  act<N extends HostActName>(name: N, body: ClassMessage<N>, tools: HostTools): Promise<ClassReply> {
    const by = { kind: "host", label: this.staff.label } as const;
    return actAsHost({ room: this.#deps.room, by, tools }, name, body);
  }

  watch({ table }: ClassMessage<"watch">): ClassReply {
    if (table !== null && !this.#deps.room.tables.at(table))
      return no(invalid("tables.unknown", `There is no table ${table}.`));
    this.#watched = table;
    this.#detail = "";
    return done;
  }

  /** Those it is to see and has not yet in full; of the others what changed. */
  #showTables(changed: ReadonlySet<MatchId>, now: number): void {
    const visible = this.#visible();
    const wanted = new Set(visible.map(({ match }) => match));
    for (const match of this.#tables.keys()) if (!wanted.has(match)) this.#tables.delete(match);
    for (const controller of visible) {
      const known = this.#tables.get(controller.match);
      if (!known) this.#feedOf(controller).sendView(controller.observerView(), now);
      else if (changed.has(controller.match)) known.sendChange(controller.observerView(), now);
    }
  }

  /** A projector follows what it is told to show; an instructor follows all. */
  #visible(): readonly MatchController[] {
    const { tables, showing } = this.#deps.room;
    const only = this.staff.role === "screen" ? showing.table : null;
    return tables.all.flatMap(({ number, controller }) => (only === null || only === number ? [controller] : []));
  }

  #feedOf({ match, state }: MatchController): SeatFeed {
    const feed = new SeatFeed(state.board, (name, body) => {
      // Observers are shown views and their changes; nothing else is sent by a feed.
      if (name === "superseded") return;
      this.#send("table", { match, name, body } as ClassServerMessages["table"]);
    });
    this.#tables.set(match, feed);
    return feed;
  }

  #showDetail(): void {
    const controller = this.#watched === null ? null : this.#deps.room.tables.at(this.#watched);
    if (!controller) return;
    const detail = tableDetail(controller.state, this.#deps.room.state.settings, controller.drafts());
    const text = JSON.stringify(detail);
    if (text === this.#detail) return;
    this.#detail = text;
    this.#send("detail", detail);
  }
}
