import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Result } from "#shared/lib/result.ts";
import type { HostView } from "#shared/model/classView.ts";
import type { CountryId, PersonId } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { ClassMessage, ClassMessageName, ClassReply } from "#shared/protocol/classMessages.ts";
import type { ScenarioSummary } from "#shared/protocol/messages.ts";
import type { DeepReadonly } from "../../net/connection.ts";
import type { HostConnection } from "../../net/classConnection.ts";
import type { SortBy } from "../model/cards.ts";

/** Numbers of tables, or every one of the session. */
export type Tables = "all" | readonly number[];

/** What stands open over the page. */
export type HostSheet =
  | {
      readonly kind: "confirm";
      readonly title: string;
      readonly text: string;
      /** Verb of the button that does it. */
      readonly doIt: string;
      readonly onYes: () => void;
    }
  | { readonly kind: "freeze"; readonly tables: Tables }
  | { readonly kind: "inject"; readonly tables: Tables; readonly crisis: string | null }
  | { readonly kind: "news"; readonly table: number; readonly country: CountryId | null }
  | { readonly kind: "tell"; readonly to: PersonId | null }
  | { readonly kind: "person"; readonly member: PersonId }
  | { readonly kind: PlainSheet };
/** Those that need nothing said. */
export type PlainSheet =
  | "settings"
  | "hosts"
  | "reports"
  | "lead"
  | "screen"
  | "people"
  | "plan"
  | "concepts"
  | "export";

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly refused: boolean;
  /** Takes back what was done. */
  readonly undo: (() => void) | null;
}

/** Where scenarios come from; the gallery has its own. */
export interface ScenarioSource {
  readonly list: () => Promise<Result<readonly ScenarioSummary[], Refusal>>;
}

/** Everything the instructor's panels share. */
export interface Host {
  readonly connection: HostConnection;
  readonly key: string;
  /** The last view; there is one as soon as the panels are drawn. */
  readonly view: ReadonlySignal<HostView>;
  readonly scenarios: ScenarioSource;
  /** Changes once a second, on the server's clock. */
  readonly now: Signal<number>;
  readonly sheets: Signal<readonly HostSheet[]>;
  readonly toasts: Signal<readonly Toast[]>;
  /** Number of the table that is open; null = all. */
  readonly table: Signal<number | null>;
  readonly sort: Signal<SortBy>;
  /** The class is gone: back to the list of classes. */
  readonly onDeleted: () => void;
  /** Keys of instructors and projectors made on this page: told once. */
  readonly keys: Signal<
    readonly { readonly role: "cohost" | "screen"; readonly label: string; readonly key: string }[]
  >;
}

interface Tools {
  readonly connection: HostConnection;
  readonly key: string;
  readonly scenarios: ScenarioSource;
  readonly first: HostView;
  readonly onDeleted: () => void;
}

export const createHost = ({ connection, key, scenarios, first, onDeleted }: Tools): Host => ({
  connection,
  key,
  scenarios,
  view: computed(() => connection.view.value ?? first),
  now: signal(connection.now()),
  sheets: signal<readonly HostSheet[]>([]),
  toasts: signal<readonly Toast[]>([]),
  table: signal<number | null>(null),
  sort: signal<SortBy>("number"),
  onDeleted,
  keys: signal([]),
});

export const HostContext = createContext<Host | null>(null);

export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error("a panel stands outside the class");
  return host;
}

export const openSheet = (host: Host, sheet: HostSheet): void => {
  host.sheets.value = [...host.sheets.peek(), sheet];
};
export const closeSheet = (host: Host): void => {
  host.sheets.value = host.sheets.peek().slice(0, -1);
};
export const confirmFirst = (host: Host, sheet: Omit<Extract<HostSheet, { kind: "confirm" }>, "kind">): void =>
  openSheet(host, { kind: "confirm", ...sheet });

/** How long a word of what was done stands, milliseconds; refusals stay until they are closed. */
const TOAST = 6_000;
let toastCount = 0;

export function say(host: Host, text: string, more: Partial<Pick<Toast, "refused" | "undo">> = {}): void {
  toastCount += 1;
  const toast: Toast = { id: toastCount, text, refused: false, undo: null, ...more };
  host.toasts.value = [...host.toasts.peek().slice(-3), toast];
  if (!toast.refused) setTimeout(() => dropToast(host, toast.id), TOAST);
}
export const dropToast = (host: Host, id: number): void => {
  host.toasts.value = host.toasts.peek().filter((toast) => toast.id !== id);
};
export const sayRefusal = (host: Host, refusal: Refusal): void => say(host, refusal.text, { refused: true });

interface Said {
  /** Said when it is done; nothing otherwise. */
  readonly done?: string;
  readonly undo?: () => void;
}

/** Asks the class for something; a refusal is said in words. The reply when it was done, else null. */
export async function ask<N extends ClassMessageName>(
  host: Host,
  name: N,
  body: DeepReadonly<ClassMessage<N>>,
  said: Said = {},
): Promise<Extract<ClassReply, { readonly ok: true }> | null> {
  const reply = await host.connection.send(name, body);
  if (!reply.ok) {
    sayRefusal(host, reply.refusal);
    return null;
  }
  if (said.done !== undefined) say(host, said.done, { undo: said.undo ?? null });
  return reply;
}
