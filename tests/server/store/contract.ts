import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countryId, matchId, personId } from "#shared/model/ids.ts";
import type { Command } from "#shared/model/match.ts";
import type { RecordHeader } from "#shared/record/header.ts";
import type { MatchStore, NewMatch, NewPerson } from "#server/store/MatchStore.ts";

/** How a suite gets at one kind of store: `open` gives a store on the same data each time until `clear`. */
export interface StoreUnderTest {
  readonly open: () => Promise<MatchStore>;
  readonly clear: () => Promise<void>;
}

const match = matchId("m1");
const borun = countryId("borun");
const aldany = countryId("aldany");
// Only the store's own behaviour is tested: it never looks into the header.
const header = {
  version: 1,
  match,
  createdAt: 5,
  scenario: { id: "strait" },
  settings: { seed: 7 },
} as unknown as RecordHeader;

const person = (id: string, over: Partial<NewPerson> = {}): NewPerson => ({
  id: personId(id),
  match,
  name: `name of ${id}`,
  tokenHash: `token ${id}`,
  rejoinHash: `rejoin ${id}`,
  at: 1,
  ...over,
});
const hash = (seq: number): Command => ({ seq, at: seq * 10, kind: "hash", turn: seq, hash: `h${seq}` });
const newMatch = (over: Partial<NewMatch> = {}): NewMatch => ({
  header,
  code: "AAAAAA",
  creator: person("p1"),
  computers: [{ personality: "hider" }],
  commands: [],
  ...over,
});
const sheet = {
  alignment: { kind: "hide" },
  reason: null,
  note: "ünïcode ✓",
  spending: { offence: 1, defence: 2, industry: 0, aid: [] },
  moves: [],
  refuse: [],
} as const;

/** What every store promises. */
export function storeContract(name: string, under: StoreUnderTest): void {
  describe(name, () => {
    let store: MatchStore;
    beforeEach(async () => {
      store = await under.open();
    });
    afterEach(async () => {
      await store.close();
      await under.clear();
    });
    const reopened = async (): Promise<MatchStore> => {
      await store.close();
      store = await under.open();
      return store;
    };

    it("gives back a record as it was appended, after reopening too", async () => {
      await store.create(newMatch({ commands: [hash(1)] }));
      expect(await store.append(match, 1, [hash(2), hash(3)])).toBe("appended");
      const kept = await (await reopened()).load(match);
      expect(kept).toEqual({ ...header, commands: [hash(1), hash(2), hash(3)] });
    });

    it("knows nothing of a match that was never created", async () => {
      expect(await store.load(matchId("none"))).toBeNull();
      expect(await store.find(matchId("none"))).toBeNull();
      expect(await store.findByCode("ZZZZZZ")).toBeNull();
      expect(await store.append(matchId("none"), 0, [hash(1)])).toBe("stale");
    });

    it("refuses an append to a record that has moved on, and keeps nothing of it", async () => {
      await store.create(newMatch());
      expect(await store.append(match, 0, [hash(1)])).toBe("appended");
      expect(await store.append(match, 0, [hash(1), hash(2)])).toBe("stale");
      expect(await store.append(match, 2, [hash(3)])).toBe("stale");
      expect((await store.load(match))?.commands).toEqual([hash(1)]);
    });

    it("lets one of two owners of the same match win, whichever way they interleave", async () => {
      await store.create(newMatch());
      const answers = await Promise.all([1, 2, 3, 4, 5].map((at) => store.append(match, 0, [{ ...hash(1), at }])));
      expect(answers.filter((answer) => answer === "appended")).toHaveLength(1);
      expect((await store.load(match))?.commands).toHaveLength(1);
    });

    it("writes what arrives together without one failure spoiling the rest", async () => {
      await store.create(newMatch());
      const clash = store.addPerson(person("p2", { tokenHash: "token p1" }));
      const append = store.append(match, 0, [hash(1)]);
      await expect(clash).rejects.toThrow();
      expect(await append).toBe("appended");
      expect((await store.persons(match)).map(({ id }) => id)).toEqual(["p1"]);
    });

    it("does not give one code to two matches", async () => {
      expect(await store.create(newMatch())).toBe("created");
      const other = { ...header, match: matchId("m2") };
      const creator = person("p9", { match: other.match });
      expect(await store.create(newMatch({ header: other, creator }))).toBe("codeTaken");
      expect(await store.find(other.match)).toBeNull();
    });

    it("lists a match as live until it is marked ended", async () => {
      await store.create(newMatch());
      expect(await store.listLive()).toEqual([match]);
      await store.markEnded(match, 99);
      const again = await reopened();
      expect(await again.listLive()).toEqual([]);
      expect(await again.findByCode("AAAAAA")).toEqual({
        match,
        code: "AAAAAA",
        creator: "p1",
        class: null,
        computers: [{ personality: "hider" }],
        ended: true,
      });
    });

    it("finds a person by any of their tokens and by the rejoin code", async () => {
      await store.create(newMatch());
      await store.addPerson(person("p2", { at: 2 }));
      await store.addToken(personId("p2"), "second device", 3);
      const found = { id: "p2", match, name: "name of p2" };
      const again = await reopened();
      expect(await again.personByToken("token p2")).toEqual(found);
      expect(await again.personByToken("second device")).toEqual(found);
      expect(await again.personByRejoin("rejoin p2")).toEqual(found);
      expect(await again.personByToken("rejoin p2")).toBeNull();
      expect((await again.persons(match)).map(({ id }) => id)).toEqual(["p1", "p2"]);
    });

    it("keeps the last draft of each seat, and whose it was", async () => {
      await store.create(newMatch());
      const draft = { turn: 1, sheet, people: [personId("p1"), personId("p2")] };
      const last = { ...draft, turn: 2, sheet: { ...sheet, alignment: { kind: "balance", against: borun } } } as const;
      await store.saveDraft(match, aldany, draft);
      await store.saveDraft(match, aldany, last);
      await store.saveDraft(match, borun, draft);
      await store.saveDraft(match, borun, null);
      const other = { ...header, match: matchId("m2") };
      await store.create(newMatch({ header: other, code: "BBBBBB", creator: person("p9", { match: other.match }) }));
      await store.saveDraft(other.match, aldany, draft);
      const again = await reopened();
      expect([...(await again.drafts(match))]).toEqual([["aldany", last]]);
      expect([...(await again.drafts(other.match))]).toEqual([["aldany", draft]]);
    });

    it("finishes what was asked before it closes", async () => {
      await store.create(newMatch());
      const last = store.append(match, 0, [hash(1)]);
      await reopened();
      expect(await last).toBe("appended");
      expect((await store.load(match))?.commands).toEqual([hash(1)]);
    });
  });
}
