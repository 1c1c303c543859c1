import { Client, type Room } from "@colyseus/sdk";
import { type Held, patched } from "#client/net/held.ts";
import type { Reader } from "#client/net/reader.ts";
import { wireReader } from "#client/net/wireReader.ts";
import { findScenario } from "#server/scenarios/registry.ts";
import { applyPatch, type Json } from "#shared/lib/diff.ts";
import type { HostView, ScreenView, StudentView, TableDetail } from "#shared/model/classView.ts";
import type { MatchId } from "#shared/model/ids.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { ClassReply, ClassServerMessages } from "#shared/protocol/classMessages.ts";
import type { ServerMessages } from "#shared/protocol/messages.ts";
import { PROTOCOL_VERSION } from "#shared/protocol/version.ts";
import { QUIET } from "./serverPlayer.ts";

type AnyView = HostView | StudentView | ScreenView;

/** One table as it comes over a line: views and patches put together, as a page does. */
class TableReader {
  #held: Held | null = null;
  #reader: Reader | null = null;
  #rev = 0;
  view: PlayerView | null = null;

  show(rev: number, held: Held): void {
    const { settings } = held.view;
    const scenario = findScenario(settings.scenario);
    if (!scenario) throw new Error(`no scenario ${settings.scenario}`);
    this.#reader = wireReader(scenario, settings);
    const view = held.kind === "whole" ? held.view : this.#reader.read(held.view);
    if (!view) throw new Error("the view does not add up");
    this.#rev = rev;
    this.#held = held;
    this.view = view;
  }
  patch(change: ServerMessages["p"]): void {
    const rev = typeof change === "number" ? this.#rev + 1 : change[0];
    if (rev !== this.#rev + 1 || !this.#held) throw new Error(`patch ${rev} after ${this.#rev}`);
    this.show(rev, patched(this.#held, change));
  }
  take(name: "view" | "whole" | "p", body: never): void {
    if (name === "p") return this.patch(body);
    const { rev, view } = body as ServerMessages["view"];
    if (name === "view") this.show(rev, { kind: "wire", view });
    else this.show(rev, { kind: "whole", view: (body as ServerMessages["whole"]).view });
  }
  write(sheet: OrderSheet): unknown {
    return this.#reader?.write(sheet);
  }
}

/** A line to a class over the real library and a real socket: a student's, an instructor's or a projector's. */
export class ClassClient<View extends AnyView = AnyView> {
  readonly room: Room;
  /** Times the student was told that the table is no more theirs. */
  away = 0;
  superseded = false;
  closed: number | null = null;
  detail: TableDetail | null = null;
  role = "";
  readonly tables = new Map<MatchId, TableReader>();
  readonly #own = new TableReader();
  readonly #waiting = new Set<() => void>();
  #view: View | null = null;
  #rev = 0;

  private constructor(room: Room) {
    this.room = room;
    room.reconnection.enabled = false;
    this.#listen();
    room.onMessage("superseded", () => (this.superseded = true));
    room.onLeave((code) => {
      this.closed = code;
      this.#wake();
    });
    room.onError(() => undefined);
  }

  /** By an instructor's or projector's key, or a student's token. Resolves with the first view. */
  static async enter<View extends AnyView>(
    origin: string,
    how: { readonly key: string } | { readonly token: string },
  ): Promise<ClassClient<View>> {
    const response = await fetch(origin + ("key" in how ? "/api/host/enter" : "/api/enter"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(
        "key" in how ? { key: how.key, version: PROTOCOL_VERSION } : { token: how.token, version: PROTOCOL_VERSION },
      ),
    });
    const body = (await response.json()) as { reservation: never };
    if (!response.ok) throw new Error(JSON.stringify(body));
    const client = new ClassClient<View>(
      await new Client(origin.replace("http", "ws")).consumeSeatReservation(body.reservation),
    );
    await client.until(() => true, "the first view");
    return client;
  }

  get view(): View {
    if (!this.#view) throw new Error("no view yet");
    return this.#view;
  }
  /** A student's own table; null = none. */
  get table(): PlayerView | null {
    return this.#own.view;
  }

  /** A sheet is written as a page writes it; everything else goes as it is. */
  ask(name: string, body: unknown = {}): Promise<ClassReply> {
    return this.room.request(name, isPlan(body) ? { ...body, sheet: this.#own.write(body.sheet) } : body);
  }

  /** Asks for what must be granted. */
  async do(name: string, body: unknown = {}): Promise<{ readonly key?: string }> {
    const reply = await this.ask(name, body);
    if (!reply.ok) throw new Error(`${name}: ${reply.refusal.code} ${reply.refusal.text}`);
    return reply;
  }

  /** Asks for what must be refused, and tells with which code. */
  async refused(name: string, body: unknown = {}): Promise<string> {
    const reply = await this.ask(name, body);
    if (reply.ok) throw new Error(`${name} was granted: ${JSON.stringify(body)}`);
    return reply.refusal.code;
  }

  /** Says ready at the own table; in `orders`, hands in a quiet sheet. */
  async ready(sheet: Partial<OrderSheet> = {}): Promise<void> {
    if (!this.table) throw new Error("no table");
    const { turn, phase } = this.table;
    if (phase === "orders") await this.do("submit", { turn, sheet: { ...QUIET, ...sheet } });
    else await this.do("ready", { turn, phase, ready: true });
  }

  async until(fits: (view: View) => boolean, what = String(fits), patience = 20_000): Promise<View> {
    await this.#untilTrue(() => this.#view !== null && fits(this.#view), what, patience);
    return this.view;
  }
  async untilTable(fits: (view: PlayerView) => boolean, what = String(fits), patience = 20_000): Promise<PlayerView> {
    await this.#untilTrue(() => this.table !== null && fits(this.table), what, patience);
    return this.table as PlayerView;
  }
  async untilIs(test: () => boolean, what = String(test), patience = 20_000): Promise<void> {
    await this.#untilTrue(test, what, patience);
  }
  async untilClosed(): Promise<number> {
    while (this.closed === null) await this.#change();
    return this.closed;
  }

  /** Goes as a closed lid does: without saying goodbye. */
  async vanish(): Promise<void> {
    if (this.closed !== null) return;
    this.room.connection.close();
    await this.untilClosed();
  }

  #listen(): void {
    const { room } = this;
    room.onMessage("class", ({ rev, role, view }: ClassServerMessages["class"]) => {
      this.role = role;
      this.#show(rev, view as View); // by the line's role
    });
    room.onMessage("classPatch", ([rev, patch]: ClassServerMessages["classPatch"]) => {
      if (rev !== this.#rev + 1) throw new Error(`class patch ${rev} after ${this.#rev}`);
      // Views are plain JSON by their types' contract.
      this.#show(rev, applyPatch(this.#view as unknown as Json, patch) as unknown as View);
    });
    for (const name of ["view", "whole", "p"] as const)
      room.onMessage(name, (body: never) => {
        this.#own.take(name, body);
        this.#wake();
      });
    room.onMessage("table", ({ match, name, body }: ClassServerMessages["table"]) => {
      const reader = this.tables.get(match) ?? new TableReader();
      this.tables.set(match, reader);
      reader.take(name, body as never);
      this.#wake();
    });
    room.onMessage("detail", (detail: TableDetail) => {
      this.detail = detail;
      this.#wake();
    });
    room.onMessage("away", () => {
      this.away += 1;
      this.#own.view = null;
      this.#wake();
    });
  }

  async #untilTrue(test: () => boolean, what: string, patience: number): Promise<void> {
    const end = Date.now() + patience;
    while (!test()) {
      if (this.closed !== null) throw new Error(`closed with ${this.closed} while waiting for ${what}`);
      if (Date.now() > end) throw new Error(`no ${what}; the view is ${JSON.stringify(this.#view).slice(0, 2_000)}`);
      await this.#change();
    }
  }

  #show(rev: number, view: View): void {
    this.#rev = rev;
    this.#view = view;
    this.#wake();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, 1_000);
      this.#waiting.add(done);
    });
  }

  #wake(): void {
    // A waiter that is woken takes itself off the list; sets allow that.
    for (const done of this.#waiting) done();
  }
}

const isPlan = (body: unknown): body is { readonly sheet: OrderSheet } =>
  typeof body === "object" && body !== null && "sheet" in body && !Array.isArray(body.sheet);
