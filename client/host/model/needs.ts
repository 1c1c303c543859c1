import type { HostView, TableCard } from "#shared/model/classView.ts";
import type { Member, Session } from "#shared/model/classroom.ts";
import type { CountryId } from "#shared/model/ids.ts";

/** Somebody or something that waits for the instructor. */
export type Need =
  | { readonly kind: "help"; readonly member: Member; readonly table: number | null; readonly text: string }
  | { readonly kind: "approve"; readonly members: readonly Member[] }
  | { readonly kind: "seat"; readonly member: Member }
  | { readonly kind: "report"; readonly count: number }
  | {
      readonly kind: "away" | "idle";
      readonly member: Member;
      readonly table: number;
      readonly country: CountryId;
      /** Epoch ms. */
      readonly since: number;
      readonly kept: boolean;
    };

/** Milliseconds for which a person may be away, or still, before anybody is told. */
export const AWAY_AFTER = 20_000;
export const IDLE_AFTER = 120_000;

export const sessionOf = (view: Pick<HostView, "sessions">): Session | null => view.sessions.at(-1) ?? null;

/** Calls for help first, then those at the door, without a seat, reports, and who has been away or still the longest. */
export function needsOf(view: HostView, now: number): readonly Need[] {
  const session = sessionOf(view);
  const tableOf = (member: Member): number | null =>
    session?.places.find((place) => place.member === member.id)?.table ?? null;
  const waiting = view.members.filter(({ state }) => state === "waiting");
  const reports = view.reports.filter(({ handled }) => !handled).length;
  const calls = view.members.flatMap((member): readonly Need[] =>
    member.help === null || member.state !== "in"
      ? []
      : [{ kind: "help", member, table: tableOf(member), text: member.help }],
  );
  const seatless = unseated(view).map((member): Need => ({ kind: "seat", member }));
  return [
    ...calls,
    ...(waiting.length > 0 ? [{ kind: "approve", members: waiting } as const] : []),
    ...(session?.state === "playing" ? seatless : []),
    ...(reports > 0 ? [{ kind: "report", count: reports } as const] : []),
    ...(session?.state === "playing" ? view.tables.flatMap((card) => absences(view, card, now)).toSorted(byTime) : []),
  ];
}

const byTime = (a: Need, b: Need): number => ("since" in a ? a.since : 0) - ("since" in b ? b.since : 0);

/** Present members of the class without a place in the present session. */
export function unseated(view: Pick<HostView, "members" | "sessions">): readonly Member[] {
  const places = sessionOf(view)?.places ?? [];
  return view.members.filter(
    ({ id, state, present }) => state === "in" && present && !places.some((place) => place.member === id),
  );
}

function absences(view: HostView, card: TableCard, now: number): readonly (Need & { readonly since: number })[] {
  if (card.phase === "ended" || card.pause) return [];
  return card.seats.flatMap((seat): readonly (Need & { readonly since: number })[] => {
    const member = view.members.find(({ id }) => id === seat.members[0]);
    const at = { table: card.number, country: seat.country, kept: seat.kept };
    if (!member) return [];
    if (seat.awaySince !== null && now - seat.awaySince >= AWAY_AFTER)
      return [{ kind: "away", member, since: seat.awaySince, ...at }];
    if (seat.idleSince !== null && now - seat.idleSince >= IDLE_AFTER && seat.state !== "submitted")
      return [{ kind: "idle", member, since: seat.idleSince, ...at }];
    return [];
  });
}

export interface Drafting {
  readonly seats: number;
  readonly tables: readonly number[];
}

/** People who have not handed in, at tables that wait for orders. */
export function drafting(tables: readonly TableCard[]): Drafting {
  const open = tables
    .filter(({ phase, pause }) => phase === "orders" && !pause)
    .map(({ number, seats }) => ({
      number,
      seats: seats.filter(({ state, awaySince }) => (state === "draft" || state === "none") && awaySince === null)
        .length,
    }))
    .filter(({ seats }) => seats > 0);
  return {
    seats: open.reduce((sum, { seats }) => sum + seats, 0),
    tables: open.map(({ number }) => number).toSorted((a, b) => a - b),
  };
}
