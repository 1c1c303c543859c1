import { expect } from "vitest";
import { CLIENT_MESSAGES, type ClientMessageName, type Reply } from "#shared/protocol/messages.ts";
import type { ServerPlayer } from "./serverPlayer.ts";

/** A quiet sheet as it travels: hide, because too weak. */
const HIDE = [0, 8];

/** A body that parses, for every message. */
export const BODIES: { readonly [N in ClientMessageName]: object } = {
  start: {},
  claim: { country: "cask" },
  computer: { country: "cask", personality: "hider" },
  handOver: { personality: "hider" },
  takeBack: {},
  rate: { ratings: [{ country: "aldany", level: 3 }] },
  empty: { country: "cask" },
  draft: { turn: 1, sheet: HIDE },
  submit: { turn: 1, sheet: HIDE },
  withdraw: { turn: 1 },
  ready: { turn: 1, phase: "dispatches", ready: true },
  forecast: { turn: 1, forecast: { fears: "aldany", balancers: [] } },
  say: { to: { kind: "all" }, text: "hello" },
  propose: { terms: { kind: "defence", parties: ["borun", "cask"] } },
  sign: { proposal: "t1" },
  decline: { proposal: "t1" },
  retract: { proposal: "t1" },
  resync: {},
  ping: {},
};
export const NAMES = Object.keys(CLIENT_MESSAGES) as ClientMessageName[];

/** Refused with a code and a sentence; still connected; and the view did not change. */
export async function expectRefused(player: ServerPlayer, name: string, body: unknown): Promise<string> {
  // An answer brings what has gathered until then: what comes after it is of the refusal.
  await player.ask("ping");
  const before = JSON.stringify(player.view);
  const reply: Reply = await player.ask(name, body);
  if (reply.ok) throw new Error(`${name} was granted: ${JSON.stringify(body)}`);
  expect(reply.refusal.code).toMatch(/^[a-zA-Z]+\.[a-zA-Z]+$/);
  expect(reply.refusal.text).toMatch(/^[A-Z"].*[.?]$/s);
  expect(await player.ask("ping")).toEqual({ ok: true });
  expect(JSON.stringify(player.view)).toBe(before);
  return reply.refusal.code;
}
