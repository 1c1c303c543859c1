import { describe, expect, it } from "vitest";
import { createServerClock } from "#client/net/clock.ts";
import { retryDelay } from "#client/net/retryDelay.ts";
import { createSeats } from "#client/net/seats.ts";
import { createShelf } from "#client/net/storage.ts";
import { classId, matchId } from "#shared/model/ids.ts";
import type { Entry } from "#shared/protocol/messages.ts";
import fc from "fast-check";

const seat = (code: string): Entry => ({
  match: matchId(code),
  code,
  token: `token-${code}`,
  rejoin: "",
  name: "Ana",
  country: null,
});

/** Storage as browsers have it, and as some policies leave it. */
const storage = (): Storage => {
  const held = new Map<string, string>();
  return {
    length: 0,
    key: () => null,
    clear: () => held.clear(),
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
};
const closed = (): Storage => ({ ...storage(), getItem: refuse, setItem: refuse, removeItem: refuse });
const refuse = (): never => {
  throw new DOMException("closed", "SecurityError");
};

describe("seats kept by a browser", () => {
  it.each([
    ["with storage", storage],
    ["where storage is closed", closed],
  ])("lists the latest first and forgets by code, %s", (_, open) => {
    const seats = createSeats(createShelf(open()));
    seats.keep(seat("AAAAAA"), 1);
    seats.keep(seat("BBBBBB"), 2);
    seats.keep(seat("AAAAAA"), 3);
    expect(seats.all().map(({ entry }) => entry.code)).toEqual(["AAAAAA", "BBBBBB"]);
    seats.forget("AAAAAA");
    expect(seats.of("AAAAAA")).toBeNull();
    expect(seats.of("BBBBBB")?.token).toBe("token-BBBBBB");
  });

  it("survive a reload: another shelf over the same storage holds them", () => {
    const disk = storage();
    createSeats(createShelf(disk)).keep(seat("CCCCCC"), 1);
    expect(createSeats(createShelf(disk)).of("CCCCCC")?.token).toBe("token-CCCCCC");
  });

  it("keep a place in a class beside seats at matches, by the class's code", () => {
    const seats = createSeats(createShelf(storage()));
    seats.keep(seat("AAAAAA"), 1);
    seats.keep({ ...seat("KLASSE"), kind: "class", class: classId("c0000000a") }, 2);
    expect(seats.all().map(({ entry }) => entry.kind ?? "match")).toEqual(["class", "match"]);
    expect(seats.of("KLASSE")).toMatchObject({ kind: "class", token: "token-KLASSE" });
  });

  it("count unreadable content as nothing", () => {
    const disk = storage();
    for (const broken of ["{", "7", '[{"entry":null}]', '[{"at":1}]']) {
      disk.setItem("counterpoise.seats", broken);
      expect(createSeats(createShelf(disk)).all()).toEqual([]);
    }
  });
});

describe("the server's clock", () => {
  it("trusts the message that travelled fastest", () => {
    let local = 100_000;
    const clock = createServerClock(() => local);
    for (const delay of [300, 40, 900]) {
      const sent = local + 7_000;
      local += delay;
      clock.sample(sent);
    }
    expect(clock.now() - (local + 7_000)).toBe(-40);
  });
});

describe("the pause before another attempt", () => {
  it("grows, never passes 15 s, and is at least half chance-free", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, draw) => {
          const wait = retryDelay(attempt, draw);
          expect(wait).toBeGreaterThanOrEqual(250);
          expect(wait).toBeLessThanOrEqual(15_000);
          expect(retryDelay(attempt + 1, draw)).toBeGreaterThanOrEqual(wait);
        },
      ),
    );
  });
});
