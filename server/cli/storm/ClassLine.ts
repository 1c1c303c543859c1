import { Client, type Room } from "@colyseus/sdk";
import { applyPatch, type Json } from "#shared/lib/diff.ts";
import type { HostView, ScreenView, StudentView } from "#shared/model/classView.ts";
import type {
  ClassMessage,
  ClassMessageName,
  ClassReply,
  ClassServerMessages,
} from "#shared/protocol/classMessages.ts";
import { PROTOCOL_VERSION } from "#shared/protocol/version.ts";

/** A line to a class over the library a browser uses, holding the view as it is patched. */
export class ClassLine<View extends HostView | StudentView | ScreenView> {
  readonly #room: Room;
  readonly #watchers = new Set<() => void>();
  #view: View | null = null;
  /** Whether a table's view has come over this line. */
  seesTable = false;

  private constructor(room: Room) {
    this.#room = room;
    room.reconnection.enabled = false;
    room.onMessage("class", ({ view }: ClassServerMessages["class"]) => this.#show(view as View)); // by the line's role
    room.onMessage("classPatch", ([, patch]: ClassServerMessages["classPatch"]) => {
      // Views are plain JSON by their types' contract.
      if (this.#view) this.#show(applyPatch(this.#view as unknown as Json, patch) as unknown as View);
    });
    room.onMessage("view", () => {
      this.seesTable = true;
      this.#tell();
    });
    for (const name of ["p", "whole", "table", "detail", "away", "superseded"]) room.onMessage(name, () => undefined);
  }

  /** Opens the line of a key or a seat token. */
  static async open<View extends HostView | StudentView | ScreenView>(
    origin: string,
    how: { readonly key: string } | { readonly token: string },
  ): Promise<ClassLine<View>> {
    const path = "key" in how ? "/api/host/enter" : "/api/enter";
    const { reservation } = await post<{ reservation: never }>(origin + path, { ...how, version: PROTOCOL_VERSION });
    return new ClassLine<View>(await new Client(origin.replace("http", "ws")).consumeSeatReservation(reservation));
  }

  get view(): View | null {
    return this.#view;
  }

  async ask<N extends ClassMessageName>(name: N, body: ClassMessage<N>): Promise<ClassReply> {
    return this.#room.request<object, ClassReply>(name, body, { timeout: 20_000 });
  }

  /** Resolves when the view passes the test; false when it has not within `patience` ms. */
  until(test: () => boolean, patience: number): Promise<boolean> {
    if (test()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const done = (passed: boolean): void => {
        clearTimeout(timer);
        this.#watchers.delete(watch);
        resolve(passed);
      };
      const watch = (): void => {
        if (test()) done(true);
      };
      const timer = setTimeout(() => done(false), patience);
      this.#watchers.add(watch);
    });
  }

  /** Goes without a word, as a closed lid does. */
  async drop(): Promise<void> {
    await this.#room.leave(false).catch(() => undefined);
  }

  #show(view: View): void {
    this.#view = view;
    this.#tell();
  }

  #tell(): void {
    this.#watchers.forEach((watch) => watch());
  }
}

/** The answer of a route that must grant what is asked. */
export async function post<T>(url: string, body: object): Promise<T> {
  const answer = await tryPost<T>(url, body);
  if (answer === null) throw new Error(`${url} refused`);
  return answer;
}

/** The answer of a route; null when it refuses. */
export async function tryPost<T>(url: string, body: object): Promise<T | null> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  // The routes answer with these types, or with a refusal and another status.
  return response.ok ? (JSON.parse(text) as T) : null;
}
