import { describe, expect, it } from "vitest";
import { emptyClass, playingClass } from "#client/gallery/hostFixtures.ts";
import { NOW } from "#client/gallery/fixtures.ts";
import { AWAY_AFTER, drafting, IDLE_AFTER, needsOf, unseated } from "#client/host/model/needs.ts";
import type { HostView, SeatCard } from "#shared/model/classView.ts";
import type { Member } from "#shared/model/classroom.ts";

function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("missing in the fixture");
  return value;
}

const { view: playing } = playingClass(3);
const calm: HostView = {
  ...playing,
  members: playing.members.map((member) => ({ ...member, help: null })).slice(0, -1),
  tables: playing.tables.map((card) => ({
    ...card,
    seats: card.seats.map((seat): SeatCard => ({ ...seat, awaySince: null, idleSince: null })),
  })),
};
const withMember = (view: HostView, at: number, part: Partial<Member>): HostView => ({
  ...view,
  members: view.members.map((member, k) => (k === at ? { ...member, ...part } : member)),
});
/** The first seat of a table that a person has. */
const withSeat = (view: HostView, number: number, part: Partial<SeatCard>): HostView => ({
  ...view,
  tables: view.tables.map((card) => {
    const first = card.seats.findIndex(({ members }) => members.length > 0);
    if (card.number !== number) return card;
    return { ...card, seats: card.seats.map((seat, at) => (at === first ? { ...seat, ...part } : seat)) };
  }),
});
const kinds = (view: HostView, now = NOW): readonly string[] => needsOf(view, now).map(({ kind }) => kind);

describe("what needs the instructor", () => {
  it("is nothing while everyone is busy", () => {
    expect(kinds(calm)).toEqual([]);
    expect(kinds(emptyClass())).toEqual([]);
  });

  it("begins with calls for help, then the door, then those without a seat, then reports, then absences", () => {
    const report = { seq: 9, at: NOW, by: must(calm.members[1]).id, table: 1, message: 3, why: "", handled: false };
    const busy = withSeat(
      withMember(withMember({ ...calm, reports: [report] }, 0, { help: "stuck" }), 2, { state: "waiting" }),
      2,
      { awaySince: NOW - AWAY_AFTER, state: "away" },
    );
    const late = { ...must(calm.members[0]), id: must(playing.members.at(-1)).id, name: "Jonas", help: null };
    expect(kinds({ ...busy, members: [...busy.members, late] })).toEqual(["help", "approve", "seat", "report", "away"]);
  });

  it("leaves people a moment before they count as away or still", () => {
    const gone = withSeat(calm, 1, { awaySince: NOW - AWAY_AFTER + 1, state: "away" });
    expect(kinds(gone)).toEqual([]);
    expect(kinds(gone, NOW + 1)).toEqual(["away"]);
    expect(kinds(withSeat(calm, 1, { idleSince: NOW - IDLE_AFTER, state: "draft" }))).toEqual(["idle"]);
  });

  it("does not call those still who have handed in, nor anyone at a frozen or finished table", () => {
    expect(kinds(withSeat(calm, 1, { idleSince: NOW - IDLE_AFTER, state: "submitted" }))).toEqual([]);
    const away = withSeat(calm, 1, { awaySince: 0, state: "away" });
    const at = (part: Partial<HostView["tables"][number]>): HostView => ({
      ...away,
      tables: away.tables.map((card) => ({ ...card, ...part })),
    });
    expect(kinds(at({ pause: { frozen: true, text: "" } }))).toEqual([]);
    expect(kinds(at({ phase: "ended" }))).toEqual([]);
  });

  it("names those without a seat only while they are here and in", () => {
    expect(unseated(calm)).toEqual([]);
    expect(unseated(playing).map(({ id }) => id)).toEqual([must(playing.members.at(-1)).id]);
    const last = playing.members.length - 1;
    expect(unseated(withMember(playing, last, { present: false }))).toEqual([]);
    expect(unseated(withMember(playing, last, { state: "waiting" }))).toEqual([]);
  });

  it("counts who still writes, where orders are due and nothing is paused", () => {
    const one = (state: SeatCard["state"]): HostView => ({
      ...calm,
      tables: calm.tables.map((card) => ({
        ...card,
        phase: "orders" as const,
        seats: card.seats.map((seat, at) => ({ ...seat, state: at === 0 ? state : ("submitted" as const) })),
      })),
    });
    expect(drafting(one("draft").tables)).toEqual({ seats: 3, tables: [1, 2, 3] });
    expect(drafting(one("submitted").tables)).toEqual({ seats: 0, tables: [] });
    const diplomacy = one("draft").tables.map((card) => ({ ...card, phase: "diplomacy" as const }));
    expect(drafting(diplomacy).seats).toBe(0);
  });
});
