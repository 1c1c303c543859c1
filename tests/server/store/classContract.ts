import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ClassCommand, ClassHeader } from "#shared/model/classroom.ts";
import { classId, countryId, matchId, personId } from "#shared/model/ids.ts";
import type { RecordHeader } from "#shared/record/header.ts";
import type { NewClass } from "#server/store/ClassStore.ts";
import type { NewMatch } from "#server/store/MatchStore.ts";
import type { Store } from "#server/store/Store.ts";

const ours = classId("c1");
const theirs = classId("c2");
const header = (id = ours, code = "AAAAAA"): ClassHeader => ({
  version: 1,
  class: id,
  code,
  createdAt: 5,
  name: "IR 101",
});
const newClass = (id = ours, code = "AAAAAA"): NewClass => ({
  header: header(id, code),
  owner: { hash: `owner of ${id}`, class: id, role: "owner", label: "Instructor", at: 5 },
  recoveryHash: `recovery of ${id}`,
});
const command = (seq: number): ClassCommand => ({
  seq,
  at: seq * 10,
  by: { kind: "host", label: "Instructor" },
  kind: "rename",
  name: `IR ${seq} – ünïcode ✓`,
});
// Only the store's own behaviour is tested: it never looks into a match's header.
const table = (id: string): NewMatch => ({
  header: { version: 4, match: matchId(id), createdAt: 7 } as unknown as RecordHeader,
  code: id,
  creator: null,
  class: ours,
  computers: [],
  commands: [],
});

/** What every store promises of classes. `open` gives a store on the same data each time until `clear`. */
export function classStoreContract(
  name: string,
  under: { readonly open: () => Promise<Store>; readonly clear: () => Promise<void> },
): void {
  describe(`${name}, classes`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await under.open();
    });
    afterEach(async () => {
      await store.close();
      await under.clear();
    });
    const reopened = async (): Promise<Store> => {
      await store.close();
      store = await under.open();
      return store;
    };

    it("gives back a record as it was appended, after reopening too", async () => {
      await store.classes.create(newClass());
      expect(await store.classes.append(ours, 0, [command(1), command(2)])).toBe("appended");
      expect(await store.classes.append(ours, 2, [command(3)])).toBe("appended");
      const { classes } = await reopened();
      expect(await classes.load(ours)).toEqual({ ...header(), commands: [command(1), command(2), command(3)] });
      expect(await classes.findByCode("AAAAAA")).toBe(ours);
      expect(await classes.list()).toEqual([ours]);
    });

    it("refuses an append to a record that has moved on, and keeps nothing of it", async () => {
      await store.classes.create(newClass());
      await store.classes.append(ours, 0, [command(1)]);
      expect(await store.classes.append(ours, 0, [command(1), command(2)])).toBe("stale");
      expect(await store.classes.append(theirs, 0, [command(1)])).toBe("stale");
      expect((await store.classes.load(ours))?.commands).toEqual([command(1)]);
    });

    it("gives a code to one match or one class", async () => {
      const match: NewMatch = {
        ...table("m9"),
        code: "BBBBBB",
        creator: { id: personId("p1"), match: matchId("m9"), name: "Ada", tokenHash: "t", rejoinHash: "r", at: 1 },
      };
      const { class: _none, ...alone } = match;
      await store.create(alone);
      expect(await store.classes.create(newClass(ours, "BBBBBB"))).toBe("codeTaken");
      expect(await store.classes.create(newClass())).toBe("created");
      expect(await store.classes.create(newClass(theirs))).toBe("codeTaken");
      expect(await store.create({ ...table("m8"), code: "AAAAAA" })).toBe("codeTaken");
    });

    it("knows keys by their hash, and ends invited ones by their label", async () => {
      await store.classes.create(newClass());
      const cohost = { class: ours, role: "cohost", label: "Ada", at: 6 } as const;
      await store.classes.addKey({ ...cohost, hash: "h1" });
      await store.classes.addKey({ ...cohost, role: "screen", hash: "h2" });
      expect(await store.classes.keyOf("h1")).toEqual({ class: ours, role: "cohost", label: "Ada" });
      expect((await store.classes.keys(ours)).map(({ role }) => role)).toEqual(["owner", "cohost", "screen"]);
      await store.classes.endKeys(ours, "Ada");
      await store.classes.endKeys(ours, "Instructor");
      expect(await store.classes.keyOf("h1")).toBeNull();
      expect(await store.classes.keyOf("h2")).toBeNull();
      expect((await store.classes.keyOf("owner of c1"))?.role).toBe("owner");
    });

    it("takes a class up again by its recovery code: the old owner's key ends", async () => {
      await store.classes.create(newClass());
      await store.classes.create(newClass(theirs, "CCCCCC"));
      const anew = { hash: "new", label: "Instructor", at: 9 };
      expect(await store.classes.recover("no such code", anew)).toBeNull();
      expect(await store.classes.recover("recovery of c1", anew)).toBe(ours);
      expect(await store.classes.keyOf("owner of c1")).toBeNull();
      expect(await store.classes.keyOf("new")).toEqual({ class: ours, role: "owner", label: "Instructor" });
      expect((await store.classes.keyOf("owner of c2"))?.class).toBe(theirs);
    });

    it("finds a person by any of their tokens and by the rejoin code", async () => {
      await store.classes.create(newClass());
      await store.classes.addPerson({ id: personId("p2"), class: ours, tokenHash: "t2", rejoinHash: "r2", at: 2 });
      await store.classes.addToken(personId("p2"), "second device", 3);
      const { classes } = await reopened();
      const found = { id: "p2", class: ours };
      expect(await classes.personByToken("t2")).toEqual(found);
      expect(await classes.personByToken("second device")).toEqual(found);
      expect(await classes.personByRejoin("r2")).toEqual(found);
      expect(await classes.personByToken("r2")).toBeNull();
    });

    it("knows whose table a match is: its people join by the class's code", async () => {
      await store.classes.create(newClass());
      await store.create(table("m1"));
      expect(await (await reopened()).find(matchId("m1"))).toMatchObject({ class: ours, code: "AAAAAA", creator: "" });
      expect(await store.findByCode("AAAAAA")).toBeNull();
      expect(await store.classes.matches(ours)).toEqual(["m1"]);
    });

    it("purges a class with everything of it, and nothing else", async () => {
      await store.classes.create(newClass());
      await store.classes.create(newClass(theirs, "CCCCCC"));
      await store.classes.append(ours, 0, [command(1)]);
      await store.classes.addPerson({ id: personId("p2"), class: ours, tokenHash: "t2", rejoinHash: "r2", at: 2 });
      await store.create(table("m1"));
      const sheet = {
        alignment: { kind: "hide" },
        reason: null,
        note: "",
        spending: { offence: 0, defence: 0, industry: 0, aid: [] },
        moves: [],
        refuse: [],
      } as const;
      await store.saveDraft(matchId("m1"), countryId("borun"), { turn: 1, sheet, people: [personId("p2")] });
      await store.classes.purge(ours);
      const { classes, ...rest } = { classes: store.classes, drafts: await store.drafts(matchId("m1")) };
      expect(await classes.load(ours)).toBeNull();
      expect(await classes.keyOf("owner of c1")).toBeNull();
      expect(await classes.personByToken("t2")).toBeNull();
      expect(await store.load(matchId("m1"))).toBeNull();
      expect(rest.drafts.size).toBe(0);
      expect(await classes.list()).toEqual([theirs]);
    });
  });
}
