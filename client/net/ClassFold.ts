import { signal } from "@preact/signals";
import { applyPatch, type Json } from "#shared/lib/diff.ts";
import type { HostView, ScreenView, StudentView } from "#shared/model/classView.ts";
import type { ClassServerMessages } from "#shared/protocol/classMessages.ts";

/** The class as it is told over one line. Which view it is follows from who opened the line. */
export class ClassFold<View extends HostView | StudentView | ScreenView> {
  readonly view = signal<View | null>(null);
  readonly #sample: (serverNow: number) => void;
  /** Asks for all of it; false if nobody can be asked now. */
  readonly #resync: () => boolean;
  #rev = -1;
  #resyncing = false;

  constructor(owner: { readonly sample: (serverNow: number) => void; readonly resync: () => boolean }) {
    this.#sample = owner.sample;
    this.#resync = owner.resync;
  }

  receive({ rev, now, view }: ClassServerMessages["class"]): void {
    this.#sample(now);
    this.#rev = rev;
    this.#resyncing = false;
    // The server sends the view of the role that the key or token has.
    this.view.value = view as View;
  }

  receivePatch([rev, patch]: ClassServerMessages["classPatch"]): void {
    const held = this.view.peek();
    if (held === null || this.#resyncing || rev <= this.#rev) return;
    if (rev !== this.#rev + 1) {
      this.#resyncing = this.#resync();
      return;
    }
    this.#rev = rev;
    // Views are plain JSON by their types' contract; interfaces without index signature need to be told.
    this.view.value = applyPatch(held as unknown as Json, patch) as unknown as View;
  }

  relinked(): void {
    this.#resyncing = false;
  }
}
