import { describe, expect, it } from "vitest";
import {
  EVERYONE,
  markRead,
  NOTHING_READ,
  phasesToTalk,
  threadsOf,
  channelOf,
  threadOf,
} from "#client/viewmodel/threads.ts";
import { countryId, treatyId } from "#shared/model/ids.ts";
import { messageRules } from "#shared/rules/index.ts";
import type { Message } from "#shared/model/match.ts";
import type { Proposal } from "#shared/model/treaty.ts";

const [aster, borun, cask] = (["aster", "borun", "cask"] as const).map(countryId) as [
  ReturnType<typeof countryId>,
  ReturnType<typeof countryId>,
  ReturnType<typeof countryId>,
];
const said = (seq: number, from: typeof aster, to: readonly (typeof aster)[]): Message => ({
  seq,
  turn: 1,
  phase: "diplomacy",
  from,
  to: to.length === 0 ? { kind: "all" } : { kind: "some", countries: to },
  text: `number ${seq}`,
});
const messages = [said(1, borun, []), said(2, borun, [aster]), said(3, aster, [borun]), said(4, cask, [aster, borun])];
const offered: Proposal = {
  id: treatyId("t9"),
  kind: "defence",
  parties: [aster, cask],
  by: cask,
  turn: 1,
  signed: [cask],
  declined: [],
};
const threads = (read = NOTHING_READ, proposals: readonly Proposal[] = []) =>
  threadsOf({ me: aster, messages, proposals, read, open: EVERYONE });

describe("threads", () => {
  it("put a reply beside what it answers, and groups apart", () => {
    expect(threads().map(({ id, entries }) => [id, entries.length])).toEqual([
      ["all", 1],
      ["borun+cask", 1],
      ["borun", 2],
    ]);
  });

  it("count as unread what others said, until the thread has been looked at", () => {
    expect(threads().map(({ unread }) => unread)).toEqual([1, 1, 1]);
    const group = threads()[1];
    const read = group ? markRead(NOTHING_READ, group) : NOTHING_READ;
    expect(threads(read).map(({ unread }) => unread)).toEqual([1, 0, 1]);
  });

  it("show a proposal where its parties talk, unread while it waits for my answer", () => {
    const withOffer = threads(NOTHING_READ, [offered]).find(({ id }) => id === "cask");
    expect(withOffer).toMatchObject({ unread: 1, entries: [{ kind: "proposal" }] });
    const signed = threads(NOTHING_READ, [{ ...offered, signed: [aster, cask] }]).find(({ id }) => id === "cask");
    expect(signed?.unread).toBe(0);
  });

  it("open for a country nothing was said to yet", () => {
    const open = threadsOf({ me: aster, messages, proposals: [], read: NOTHING_READ, open: threadOf([cask]) });
    expect(open.find(({ id }) => id === "cask")?.entries).toEqual([]);
    expect(channelOf("borun+cask")).toEqual({ kind: "some", countries: ["borun", "cask"] });
    expect(channelOf(EVERYONE)).toEqual({ kind: "all" });
  });
});

describe("a muted country", () => {
  const heard = threadsOf({
    me: aster,
    messages,
    proposals: [offered],
    read: NOTHING_READ,
    open: EVERYONE,
    muted: [cask],
  });

  it("is neither shown nor counted, and what is hidden is told", () => {
    const group = heard.find(({ id }) => id === "borun+cask");
    expect(group).toBeUndefined();
    const talking = threadsOf({
      me: aster,
      messages,
      proposals: [],
      read: NOTHING_READ,
      open: "borun+cask",
      muted: [cask],
    });
    expect(talking.find(({ id }) => id === "borun+cask")).toMatchObject({ entries: [], unread: 0, hidden: 1 });
    expect(heard.find(({ id }) => id === EVERYONE)).toMatchObject({ unread: 1, hidden: 0 });
  });

  it("can still lay a treaty on the table: that is play, not talk", () => {
    expect(heard.find(({ id }) => id === "cask")).toMatchObject({ unread: 1 });
  });
});

describe("where one may write", () => {
  const rules = messageRules({ dispatches: "public", diplomacy: "all", orders: "none", reveal: "public" });
  it("follows from what was agreed, phase by phase", () => {
    expect(phasesToTalk(rules, "all")).toEqual(["dispatches", "diplomacy", "reveal"]);
    expect(phasesToTalk(rules, "some")).toEqual(["diplomacy"]);
  });
});
