import { computed, effect, signal, untracked, type ReadonlySignal } from "@preact/signals";
import type { Refusal } from "#shared/model/refusal.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Connection } from "../../net/connection.ts";
import type { Shelf } from "../../net/storage.ts";
import {
  draftOf,
  EMPTY_DRAFT,
  restoreDraft,
  sameDraft,
  sheetOf,
  type Draft,
  type StoredDraft,
} from "../../viewmodel/orderDraft.ts";
import { crewOf } from "../../viewmodel/hosted.ts";
import { isHandedOver } from "../../viewmodel/seats.ts";
import { mergeDrafts } from "../../viewmodel/sharedDraft.ts";

/**
 * Where the order sheet is: nothing chosen yet · choices on this device only · on its way · held by the server · submitted.
 */
export type DraftState = "empty" | "local" | "saving" | "saved" | "submitted";

export interface DraftBook {
  readonly draft: ReadonlySignal<Draft>;
  readonly state: ReadonlySignal<DraftState>;
  /** The server's last refusal of this sheet, until it is changed. */
  readonly refusal: ReadonlySignal<Refusal | null>;
  /** Being handed in or taken back. A draft on its way to the server does not stand in the way of that. */
  readonly busy: ReadonlySignal<boolean>;
  readonly edit: (change: (draft: Draft) => Draft) => void;
  readonly submit: () => Promise<void>;
  /** Takes submitted orders back to a draft. */
  readonly withdraw: () => Promise<void>;
  readonly close: () => void;
}

interface DraftTools {
  readonly view: ReadonlySignal<PlayerView>;
  readonly connection: Pick<Connection, "send" | "status">;
  readonly shelf: Shelf;
}

/** Milliseconds of rest after which a changed draft is saved. */
const REST = 600;

/** One sheet a turn: kept here at every change, saved on the server soon after, restored after a reload. */
export function createDraftBook({ view, connection, shelf }: DraftTools): DraftBook {
  /** Of this country's sheet, in this playing of the turn. */
  const keyNow = (): string => `partial.${view.peek().match}.${view.peek().you ?? ""}.${epoch}`;
  const draft = signal<Draft>(EMPTY_DRAFT);
  const unsaved = signal(false);
  const sending = signal(false);
  const asking = signal(false);
  const refusal = signal<Refusal | null>(null);
  let turn = 0;
  let epoch = 0;
  /** The sheet as this page and the server last both had it. */
  let base = EMPTY_DRAFT;
  /** What is on its way: coming back, it is no news. */
  let sent: Draft | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const open = (): void => {
    clearTimeout(rest);
    const { orders } = view.peek();
    turn = view.peek().turn;
    epoch = epochOf(view.peek());
    base = orders.sheet ? draftOf(orders.sheet) : EMPTY_DRAFT;
    sent = null;
    const stored = storedDraft(shelf.read(keyNow()));
    draft.value = restoreDraft({ turn, state: orders.state, sheet: orders.sheet }, stored);
    unsaved.value = orders.state !== "submitted" && stored?.turn === turn && stored.unsaved;
    refusal.value = null;
    if (unsaved.peek()) plan();
  };
  const keep = (): void =>
    shelf.write(keyNow(), { turn, draft: draft.peek(), unsaved: unsaved.peek() } satisfies StoredDraft);

  const save = async (): Promise<void> => {
    const saved = draft.peek();
    const sheet = sheetOf(saved);
    if (!sheet || !mayDraft(view.peek()) || connection.status.peek() !== "live") return;
    sending.value = true;
    sent = saved;
    const reply = await connection.send("draft", { turn, sheet });
    sending.value = false;
    if (!sameDraft(saved, draft.peek())) return;
    if (reply.ok) unsaved.value = false;
    else if (!reply.refusal.code.startsWith("net.")) refusal.value = reply.refusal;
    keep();
  };
  const plan = (): void => {
    clearTimeout(rest);
    rest = setTimeout(() => void save(), REST);
  };

  /** Handed in, by whomever of the team: that is the sheet. */
  const agreeOn = (sheet: Draft): void => {
    base = sheet;
    sent = null;
    draft.value = sheet;
  };
  /** A team mate's sheet, live: into mine without undoing what I am at. What mine has beyond theirs is saved in its turn. */
  const takeIn = (theirs: Draft): void => {
    if (sameDraft(theirs, base)) return;
    const mine = draft.peek();
    const own = sent !== null && sameDraft(theirs, sent);
    const merged = own ? mine : mergeDrafts({ base, mine, theirs });
    base = theirs;
    if (own) sent = null;
    draft.value = merged;
    unsaved.value = !sameDraft(merged, theirs);
    keep();
    if (unsaved.peek()) plan();
  };

  open();
  const stopTurns = effect(() => {
    const now = view.value;
    untracked(() => {
      if (now.turn !== turn || epochOf(now) !== epoch) open();
      else if (now.orders.state === "submitted" && now.orders.sheet) agreeOn(draftOf(now.orders.sheet));
      else if (now.orders.sheet && crewOf(now).length > 0) takeIn(draftOf(now.orders.sheet));
    });
  });
  const stopRetry = effect(() => {
    if (connection.status.value === "live" && untracked(() => unsaved.value)) plan();
  });

  const edit = (change: (draft: Draft) => Draft): void => {
    if (view.peek().orders.state === "submitted") return;
    const changed = change(draft.peek());
    if (sameDraft(changed, draft.peek())) return;
    draft.value = changed;
    unsaved.value = true;
    refusal.value = null;
    keep();
    plan();
  };
  const ask = async (request: () => ReturnType<Connection["send"]>): Promise<void> => {
    clearTimeout(rest);
    asking.value = true;
    const reply = await request();
    asking.value = false;
    refusal.value = reply.ok ? null : reply.refusal;
    if (reply.ok) unsaved.value = false;
    keep();
  };

  return {
    draft,
    refusal,
    busy: asking,
    state: computed(() =>
      stateOf({ view: view.value, draft: draft.value, unsaved: unsaved.value, sending: sending.value || asking.value }),
    ),
    edit,
    submit: async () => {
      const sheet = sheetOf(draft.peek());
      if (sheet) await ask(() => connection.send("submit", { turn, sheet }));
    },
    withdraw: () => ask(() => connection.send("withdraw", { turn })),
    close: () => {
      clearTimeout(rest);
      stopTurns();
      stopRetry();
    },
  };
}

/** Raised by every step back: the turn is played anew, and its sheet with it. */
const epochOf = ({ hosted }: PlayerView): number => hosted?.epoch ?? 0;

/** Orders can be drafted from the first phase on; not while the turn is being resolved. */
export const mayDraft = (view: PlayerView): boolean =>
  view.you !== null &&
  !isHandedOver(view) &&
  (view.phase === "dispatches" || view.phase === "diplomacy" || view.phase === "orders");

interface Standing {
  readonly view: PlayerView;
  readonly draft: Draft;
  readonly unsaved: boolean;
  readonly sending: boolean;
}

function stateOf({ view, draft, unsaved, sending }: Standing): DraftState {
  if (view.orders.state === "submitted") return "submitted";
  if (sending) return "saving";
  if (unsaved) return "local";
  return view.orders.sheet && sameDraft(draft, draftOf(view.orders.sheet))
    ? "saved"
    : sameDraft(draft, EMPTY_DRAFT)
      ? "empty"
      : "local";
}

const storedDraft = (value: unknown): StoredDraft | null =>
  // Written by `keep` alone, under this name; anything else counts as absent.
  typeof value === "object" && value !== null && "turn" in value && "draft" in value ? (value as StoredDraft) : null;
