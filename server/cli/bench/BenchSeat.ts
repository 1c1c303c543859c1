import { Client, type Room } from "@colyseus/sdk";
import type { OrderSheet } from "#shared/model/order.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import { changed } from "#shared/projection/wire/changed.ts";
import { encodeSheet } from "#shared/projection/wire/sheet.ts";
import { fromWire } from "#shared/projection/wire/view.ts";
import type { Entry, Reply, ServerMessages } from "#shared/protocol/messages.ts";
import { PROTOCOL_VERSION } from "#shared/protocol/version.ts";
import type { WireView } from "#shared/protocol/wire.ts";

/** One person of sixteen, with the library a browser uses. */
export class BenchSeat {
  readonly #room: Room;
  readonly #board: Board;
  #wire: WireView | null = null;

  private constructor(room: Room, board: Board) {
    this.#room = room;
    this.#board = board;
    room.reconnection.enabled = false;
    room.onMessage("view", ({ view }: ServerMessages["view"]) => (this.#wire = view));
    room.onMessage("p", (change: ServerMessages["p"]) => (this.#wire &&= changed(this.#wire, change)));
  }

  /** `line`: where the socket goes, a counted line in front of the server at `origin`. */
  static async enter(
    { origin, line }: { readonly origin: string; readonly line: string },
    { token }: Entry,
    board: Board,
  ): Promise<BenchSeat> {
    const { reservation } = await post<{ reservation: never }>(`${origin}/api/enter`, {
      token,
      version: PROTOCOL_VERSION,
    });
    return new BenchSeat(await new Client(line.replace("http", "ws")).consumeSeatReservation(reservation), board);
  }

  get phase(): string {
    return this.#wire ? this.view.phase : "none";
  }

  get view(): PlayerView {
    const view = this.#wire && fromWire(this.#board, this.#wire);
    if (!view) throw new Error("a view did not add up");
    return view;
  }

  start(): Promise<void> {
    return this.#ask("start", {});
  }

  ready(): Promise<void> {
    const { turn, phase } = this.view;
    return this.#ask("ready", { turn, phase, ready: true });
  }

  submit(sheet: OrderSheet): Promise<void> {
    return this.#ask("submit", { turn: this.view.turn, sheet: encodeSheet(this.#board, sheet) });
  }

  async #ask(name: string, body: object): Promise<void> {
    const reply = await this.#room.request<object, Reply>(name, body);
    if (!reply.ok) throw new Error(`${name}: ${reply.refusal.text}`);
  }
}

/** The answer of a route that must grant what is asked. */
export async function post<T>(url: string, body: object): Promise<T> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
