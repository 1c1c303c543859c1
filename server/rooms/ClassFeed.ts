import { diff, type Json } from "#shared/lib/diff.ts";
import type { HostView, ScreenView, StudentView } from "#shared/model/classView.ts";
import type { ClassRole, ClassServerMessages } from "#shared/protocol/classMessages.ts";

export type ClassView = HostView | StudentView | ScreenView;
export type ClassSend = <N extends keyof ClassServerMessages>(name: N, body: ClassServerMessages[N]) => void;

/** What one connection has been shown of its class: everything once, then only differences. */
export class ClassFeed {
  readonly #role: ClassRole;
  readonly #send: ClassSend;
  #rev = 0;
  #shown: ClassView | null = null;

  constructor(role: ClassRole, send: ClassSend) {
    this.#role = role;
    this.#send = send;
  }

  /** `now`: the server's clock. */
  sendView(view: ClassView, now: number): void {
    this.#shown = view;
    this.#rev += 1;
    this.#send("class", { rev: this.#rev, now, role: this.#role, view });
  }

  sendChange(view: ClassView): void {
    const patch = this.#shown && diff(asJson(this.#shown), asJson(view));
    if (!patch) return;
    this.#shown = view;
    this.#rev += 1;
    this.#send("classPatch", [this.#rev, patch]);
  }
}

/** Views are plain JSON by their types' contract; interfaces without index signature need to be told. */
const asJson = (view: ClassView): Json => view as unknown as Json;
