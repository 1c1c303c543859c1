import { Client, type Room } from "@colyseus/sdk";
import { type Held, patched } from "#client/net/held.ts";
import type { Reader } from "#client/net/reader.ts";
import { wireReader } from "#client/net/wireReader.ts";
import { findScenario } from "#server/scenarios/registry.ts";
import type { Entry, Reply, ServerMessages } from "#shared/protocol/messages.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import { PROTOCOL_VERSION } from "#shared/protocol/version.ts";

/** A person at a table, over the real library and a real socket. */
export class ServerPlayer {
  readonly entry: Entry;
  readonly room: Room;
  /** How many views and patches have come. */
  received = 0;
  superseded = false;
  /** Close code, once closed. */
  closed: number | null = null;
  #held: Held | null = null;
  #reader: Reader | null = null;
  #view: PlayerView | null = null;
  #rev = 0;
  readonly #waiting = new Set<() => void>();

  private constructor(entry: Entry, room: Room) {
    this.entry = entry;
    this.room = room;
    room.reconnection.enabled = false;
    room.onMessage("view", ({ rev, view }: ServerMessages["view"]) => this.#show(rev, { kind: "wire", view }));
    room.onMessage("whole", ({ rev, view }: ServerMessages["whole"]) => this.#show(rev, { kind: "whole", view }));
    room.onMessage("p", (change: ServerMessages["p"]) => this.#patch(change));
    room.onMessage("superseded", () => (this.superseded = true));
    room.onLeave((code) => {
      this.closed = code;
      this.#wake();
    });
    room.onError(() => undefined);
  }

  /** Enters at `origin` (the server's, or a recorder's in front of it) and waits for the first view. */
  static async enter(origin: string, entry: Entry): Promise<ServerPlayer> {
    const response = await fetch(`${origin}/api/enter`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: entry.token, version: PROTOCOL_VERSION }),
    });
    const body = (await response.json()) as { reservation: never };
    if (!response.ok) throw new Error(JSON.stringify(body));
    const room = await new Client(origin.replace("http", "ws")).consumeSeatReservation(body.reservation);
    const player = new ServerPlayer(entry, room);
    await player.until((view) => view !== null, "the first view");
    return player;
  }

  get view(): PlayerView {
    if (!this.#view) throw new Error("no view yet");
    return this.#view;
  }

  /** Everything held, as it came. */
  get held(): Held | null {
    return this.#held;
  }

  /** A sheet is written as a page writes it; everything else goes as it is. */
  ask(name: string, body: unknown = {}): Promise<Reply> {
    return this.room.request(name, isPlan(body) ? { ...body, sheet: this.#reader?.write(body.sheet) } : body);
  }

  /** Asks for what must be granted. */
  async do(name: string, body: unknown = {}): Promise<void> {
    const reply = await this.ask(name, body);
    if (!reply.ok) throw new Error(`${name}: ${reply.refusal.code} ${reply.refusal.text}`);
  }

  /** Says ready in the present phase; in `orders`, submits a quiet sheet. */
  async ready(sheet: Partial<OrderSheet> = {}): Promise<void> {
    const { turn, phase } = this.view;
    if (phase === "orders") await this.do("submit", { turn, sheet: { ...QUIET, ...sheet } });
    else await this.do("ready", { turn, phase, ready: true });
  }

  /** Waits for a view that fits. */
  async until(fits: (view: PlayerView) => boolean, what = String(fits), patience = 20_000): Promise<PlayerView> {
    const end = Date.now() + patience;
    while (!this.#view || !fits(this.#view)) {
      if (this.closed !== null) throw new Error(`closed with ${this.closed} while waiting for ${what}`);
      if (Date.now() > end)
        throw new Error(`no ${what}; the view is at ${this.#view?.phase} of turn ${this.#view?.turn}`);
      await this.#change();
    }
    return this.#view;
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

  #show(rev: number, held: Held): void {
    const { settings } = held.view;
    const scenario = findScenario(settings.scenario);
    if (!scenario) throw new Error(`no scenario ${settings.scenario}`);
    this.#reader ??= wireReader(scenario, settings);
    const view = held.kind === "whole" ? held.view : this.#reader.read(held.view);
    if (!view) throw new Error("the view does not add up");
    this.#rev = rev;
    this.#held = held;
    this.#view = view;
    this.received += 1;
    this.#wake();
  }

  #patch(change: ServerMessages["p"]): void {
    const rev = typeof change === "number" ? this.#rev + 1 : change[0];
    if (rev !== this.#rev + 1 || !this.#held) throw new Error(`patch ${rev} after ${this.#rev}`);
    this.#show(rev, patched(this.#held, change));
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

/** A sheet that is legal in any turn. */
export const QUIET: OrderSheet = {
  alignment: { kind: "hide" },
  reason: "tooWeak",
  note: "",
  spending: { offence: 0, defence: 0, industry: 0, aid: [] },
  moves: [],
  refuse: [],
};
