import { signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDraftBook } from "#client/panels/state/draftBook.ts";
import type { ConnectionStatus } from "#client/net/connection.ts";
import { createShelf, type Shelf } from "#client/net/storage.ts";
import { chooseKind, chooseTarget, EMPTY_DRAFT, sheetOf, spend } from "#client/viewmodel/orderDraft.ts";
import { countryId } from "#shared/model/ids.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Reply } from "#shared/protocol/messages.ts";
import { seen } from "../viewmodel/view.ts";

const dell = countryId("dell");
const offline: Reply = { ok: false, refusal: { kind: "illegal", code: "net.offline", text: "No connection." } };

/** A table with a server that can be reached or not; it keeps what it is sent, as the real one does. */
function table(shelf: Shelf = createShelf(null)) {
  const view = signal<PlayerView>(seen("borun", []).view);
  const status = signal<ConnectionStatus>("live");
  const sent: string[] = [];
  let answer: Reply = { ok: true };
  const send = (name: string, body: object): Promise<Reply> => {
    sent.push(name);
    if (status.value !== "live") return Promise.resolve(offline);
    if (answer.ok && "sheet" in body)
      view.value = {
        ...view.value,
        orders: { state: name === "submit" ? "submitted" : "draft", sheet: body.sheet as never },
      };
    if (answer.ok && name === "withdraw")
      view.value = { ...view.value, orders: { ...view.value.orders, state: "draft" } };
    return Promise.resolve(answer);
  };
  const book = createDraftBook({ view, connection: { send, status }, shelf });
  return { view, status, sent, book, shelf, answerWith: (reply: Reply) => (answer = reply) };
}

describe("the draft of a turn", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is saved once, a moment after the last of several changes", async () => {
    const { book, sent } = table();
    book.edit((draft) => chooseTarget(draft, "balance", dell));
    book.edit((draft) => spend(draft, "defence", 1));
    expect(book.state.value).toBe("local");
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual(["draft"]);
    expect(book.state.value).toBe("saved");
  });

  it("stays here while the choice is incomplete, and comes back after a reload", async () => {
    const first = table();
    first.book.edit((draft) => chooseKind(draft, "bandwagon"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(first.sent).toEqual([]);
    first.book.close();
    expect(table(first.shelf).book.draft.value.alignment).toEqual({ kind: "bandwagon", target: null });
  });

  it("is kept without a connection and saved when it is back", async () => {
    const { book, status, sent } = table();
    status.value = "retrying";
    book.edit((draft) => chooseTarget(draft, "balance", dell));
    await vi.advanceTimersByTimeAsync(5000);
    expect(book.state.value).toBe("local");
    status.value = "live";
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual(["draft"]);
    expect(book.state.value).toBe("saved");
  });

  it("is one control with one state: submitted, it cannot be changed until it is taken back", async () => {
    const { book, sent } = table();
    book.edit((draft) => chooseTarget(draft, "balance", dell));
    await book.submit();
    expect(book.state.value).toBe("submitted");
    book.edit((draft) => spend(draft, "defence", 1));
    expect(book.draft.value.spending.defence).toBe(0);
    await book.withdraw();
    book.edit((draft) => spend(draft, "defence", 1));
    expect(book.draft.value.spending.defence).toBe(1);
    expect(sent).toEqual(["submit", "withdraw"]);
  });

  it("shows the server's refusal until the sheet is changed", async () => {
    const { book, answerWith } = table();
    answerWith({ ok: false, refusal: { kind: "illegal", code: "spending.tooMuch", text: "Too much." } });
    book.edit((draft) => chooseTarget(draft, "balance", dell));
    await vi.advanceTimersByTimeAsync(1000);
    expect(book.refusal.value?.text).toBe("Too much.");
    book.edit((draft) => spend(draft, "defence", 1));
    expect(book.refusal.value).toBeNull();
  });

  it("starts afresh in the next turn", async () => {
    const { book, view } = table();
    book.edit((draft) => chooseTarget(draft, "balance", dell));
    view.value = { ...view.value, turn: 2, orders: { state: "none", sheet: null } };
    expect(book.draft.value).toEqual(EMPTY_DRAFT);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sheetOf(book.draft.value)).toBeNull();
  });
});
