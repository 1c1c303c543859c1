import { signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDraftBook } from "#client/panels/state/draftBook.ts";
import type { ConnectionStatus } from "#client/net/connection.ts";
import { createShelf, type Shelf } from "#client/net/storage.ts";
import {
  chooseKind,
  chooseTarget,
  draftOf,
  EMPTY_DRAFT,
  sheetOf,
  spend,
  type Draft,
} from "#client/viewmodel/orderDraft.ts";
import { countryId, personId } from "#shared/model/ids.ts";
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

describe("the draft of a team", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const crew = ["a", "b"].map((each) => ({ person: personId(`p0000000${each}`), name: each, present: true }));
  const hosted = { epoch: 0, pause: null, deeds: [], mutedUntil: null, crew, editing: null, maySubmit: true };
  /** Two hold the sheet: what a mate saves arrives as the seat's draft. */
  function shared() {
    const at = table();
    at.view.value = { ...at.view.value, hosted };
    const mateSaves = (change: (draft: Draft) => Draft): void => {
      const held = at.view.value.orders.sheet;
      const sheet = sheetOf(change(held ? draftOf(held) : EMPTY_DRAFT));
      at.view.value = { ...at.view.value, orders: { state: "draft", sheet } };
    };
    return { ...at, mateSaves };
  }

  it("shows at once what a mate saves", () => {
    const { book, mateSaves } = shared();
    mateSaves((draft) => chooseTarget(draft, "balance", dell));
    expect(book.draft.value.alignment).toEqual({ kind: "balance", target: dell });
    expect(book.state.value).toBe("saved");
  });

  it("keeps what I am typing, and saves both together", async () => {
    const { book, mateSaves, sent, view } = shared();
    mateSaves((draft) => chooseTarget(draft, "balance", dell));
    book.edit((draft) => ({ ...draft, note: "Dell is too strong" }));
    mateSaves((draft) => spend(draft, "defence", 2));
    expect(book.draft.value.note).toBe("Dell is too strong");
    expect(book.draft.value.spending.defence).toBe(2);
    expect(book.state.value).toBe("local");
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual(["draft"]);
    expect(view.value.orders.sheet).toMatchObject({ note: "Dell is too strong", spending: { defence: 2 } });
    expect(book.state.value).toBe("saved");
  });

  it("takes my own save, coming back, for no news: what I changed meanwhile stands", async () => {
    const { book } = shared();
    book.edit((draft) => chooseTarget(draft, "balance", dell));
    await vi.advanceTimersByTimeAsync(1000);
    book.edit((draft) => spend(draft, "defence", 1));
    book.edit((draft) => spend(draft, "defence", -1));
    expect(book.draft.value.spending.defence).toBe(0);
    expect(book.draft.value.alignment?.target).toBe(dell);
  });

  it("is what a mate hands in, whatever I was at", () => {
    const { book, mateSaves, view } = shared();
    mateSaves((draft) => chooseTarget(draft, "balance", dell));
    book.edit((draft) => spend(draft, "offence", 1));
    view.value = { ...view.value, orders: { ...view.value.orders, state: "submitted" } };
    expect(book.state.value).toBe("submitted");
    expect(book.draft.value.spending.offence).toBe(0);
  });

  it("begins anew when the instructor leads the match back to the start of the same turn", () => {
    const { book, mateSaves, view } = shared();
    mateSaves((draft) => chooseTarget(draft, "balance", dell));
    view.value = { ...view.value, hosted: { ...hosted, epoch: 1 }, orders: { state: "none", sheet: null } };
    expect(book.state.value).not.toBe("submitted");
    mateSaves((draft) => chooseTarget(draft, "bandwagon", dell));
    expect(book.draft.value.alignment?.kind).toBe("bandwagon");
  });
});
