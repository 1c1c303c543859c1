import { t } from "../../i18n/t.ts";
import type { CountryId, PersonId } from "#shared/model/ids.ts";
import type { ClassMessage } from "#shared/protocol/classMessages.ts";
import { stepBackTo } from "../model/cards.ts";
import { placeOf } from "../model/people.ts";
import { sessionOf } from "../model/needs.ts";
import { ask, confirmFirst, openSheet, type Host, type Tables } from "./hostState.ts";

/** What the buttons do, wherever they stand: asks first where something would be lost, and says what was done. */
const whom = (tables: Tables): string =>
  tables === "all" || tables.length !== 1 ? t("host.everyTable") : t("host.tableNumber", { number: tables[0] ?? 0 });

const list = (tables: Tables): ClassMessage<"pause">["tables"] => (tables === "all" ? "all" : [...tables]);

export const pause = (host: Host, tables: Tables): void =>
  void ask(
    host,
    "pause",
    { tables: list(tables) },
    { done: t("host.done.paused", { whom: whom(tables) }), undo: () => resume(host, tables) },
  );

export const resume = (host: Host, tables: Tables): void =>
  void ask(host, "resume", { tables: list(tables) }, { done: t("host.done.resumed", { whom: whom(tables) }) });

export const extend = (host: Host, tables: Tables, seconds: number): void =>
  void ask(
    host,
    "extend",
    { tables: list(tables), seconds },
    { done: t("host.done.extended", { whom: whom(tables), seconds }) },
  );

export const freeze = (host: Host, tables: Tables): void => openSheet(host, { kind: "freeze", tables });

/** Moves on at once, unless people are still writing: their sheets then count as they stand. */
export function advance(host: Host, tables: Tables, stillWriting: number): void {
  const seen = host.view.value.tables.map(({ number, turn, phase }) => ({ table: number, turn, phase }));
  const go = (): void =>
    void ask(
      host,
      "advance",
      { tables: list(tables), seen },
      { done: t("host.done.advanced", { whom: whom(tables) }) },
    );
  if (stillWriting === 0) return go();
  confirmFirst(host, {
    title: t("host.confirm.advance.title"),
    text: t("host.confirm.advance.text", { count: stillWriting }),
    doIt: t("host.confirm.advance.doIt"),
    onYes: go,
  });
}

/** Says what a step back undoes before it does it. */
export function stepBack(host: Host, tables: Tables): void {
  const turn = stepBackTo(host.view.value.tables.filter(({ number }) => tables === "all" || tables.includes(number)));
  confirmFirst(host, {
    title: t("host.confirm.stepBack.title", { whom: whom(tables) }),
    text: turn === null ? t("host.confirm.stepBack.each") : t("host.confirm.stepBack.text", { turn }),
    doIt: t("host.confirm.stepBack.doIt"),
    onYes: () =>
      void ask(
        host,
        "stepBack",
        { tables: list(tables) },
        { done: t("host.done.steppedBack", { whom: whom(tables) }) },
      ),
  });
}

export const nudge = (host: Host, tables: readonly number[]): void =>
  void ask(host, "nudge", { tables: [...tables] }, { done: t("host.done.nudged") });

export const lastTurn = (host: Host, tables: Tables): void =>
  confirmFirst(host, {
    title: t("host.confirm.lastTurn.title", { whom: whom(tables) }),
    text: t("host.confirm.lastTurn.text"),
    doIt: t("host.confirm.lastTurn.doIt"),
    onYes: () =>
      void ask(host, "lastTurn", { tables: list(tables) }, { done: t("host.done.lastTurn", { whom: whom(tables) }) }),
  });

export const endTables = (host: Host, tables: Tables): void =>
  confirmFirst(host, {
    title: t("host.confirm.end.title", { whom: whom(tables) }),
    text: t("host.confirm.end.text"),
    doIt: t("host.confirm.end.doIt"),
    onYes: () =>
      void ask(host, "end", { tables: list(tables) }, { done: t("host.done.ended", { whom: whom(tables) }) }),
  });

export const finish = (host: Host): void =>
  confirmFirst(host, {
    title: t("host.confirm.finish.title"),
    text: t("host.confirm.finish.text"),
    doIt: t("host.confirm.finish.doIt"),
    onYes: () => void ask(host, "finish", {}, { done: t("host.done.finished") }),
  });

export const handSeat = (
  host: Host,
  seat: { readonly table: number; readonly country: CountryId; readonly kept: boolean },
): void =>
  void ask(host, "handSeat", seat, {
    done: t(seat.kept ? "host.done.handed" : "host.done.givenBack"),
    undo: () => handSeat(host, { ...seat, kept: !seat.kept }),
  });

export type Spot = { readonly table: number; readonly country: CountryId | null } | null;

/** Moves somebody, and can move them back. */
export async function movePerson(host: Host, member: PersonId, place: Spot): Promise<void> {
  const view = host.view.peek();
  const before = placeOf(sessionOf(view), member);
  const name = view.members.find(({ id }) => id === member)?.name ?? "";
  const back = before && { table: before.table, country: before.country };
  await ask(
    host,
    "place",
    { member, place },
    {
      done: place ? t("host.done.placed", { name, table: place.table }) : t("host.done.unplaced", { name }),
      undo: () => void ask(host, "place", { member, place: back }),
    },
  );
}

/** Minutes of silence that a click gives. */
export const MUTE_MINUTES = [2, 5, 10] as const;

export const mute = (host: Host, member: PersonId, minutes: number | null): void =>
  void ask(
    host,
    "muteMember",
    { member, minutes },
    {
      done: minutes === null ? t("host.done.unmuted") : t("host.done.muted", { count: minutes }),
      ...(minutes === null ? {} : { undo: () => mute(host, member, null) }),
    },
  );

export const admit = (host: Host, members: readonly PersonId[]): void =>
  void ask(host, "admit", { members: [...members] }, { done: t("host.done.admitted", { count: members.length }) });
