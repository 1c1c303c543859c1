import type { Difficulty, Filler, IntentionMode, MessageMode } from "#shared/model/match.ts";
import type { Level, Module, Scenario } from "#shared/model/scenario.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { fail, ok, type Result } from "#shared/lib/result.ts";
import { api as words } from "../i18n/en/api.ts";
import type { ClassEntry, ClassSummary } from "#shared/protocol/classMessages.ts";
import type { Entry, MatchSummary, Reservation, ScenarioSummary } from "#shared/protocol/messages.ts";

/** Body of `POST /api/matches` as it leaves the browser (the server's schema brands the ids). */
export interface NewMatch {
  readonly scenario: string;
  readonly level: Level;
  /** Absent = the level's own. */
  readonly modules?: readonly Module[];
  readonly pace: string;
  readonly country?: string;
  readonly name: string;
  readonly computers?: readonly Filler[];
  /** Of computer players that are not named. */
  readonly difficulty?: Difficulty;
  readonly intentions?: IntentionMode;
  readonly messages?: Readonly<Record<"dispatches" | "diplomacy" | "orders" | "reveal", MessageMode>>;
  readonly solo: boolean;
}

export type Answer<T> = Promise<Result<T, Refusal>>;

export const listScenarios = (): Answer<readonly ScenarioSummary[]> => get("/api/scenarios");
export const readScenario = (id: string): Answer<Scenario> => get(`/api/scenarios/${encodeURIComponent(id)}`);
/** Of a match, or of a class: the code tells which. */
export const readMatch = (code: string): Answer<MatchSummary | ClassSummary> =>
  get(`/api/matches/${encodeURIComponent(code)}`);
export const createMatch = (body: NewMatch): Answer<Entry> => post("/api/matches", body);
export const join = (body: {
  readonly code: string;
  readonly name: string;
  readonly country?: string;
  /** Of a class that asks for it. */
  readonly pin?: string;
}): Answer<Entry | ClassEntry> => post("/api/join", body);
export const rejoin = (code: string): Answer<Entry | ClassEntry> => post("/api/rejoin", { code });
export const enter = (token: string, version: number): Answer<Reservation> => post("/api/enter", { token, version });

export const enterAsHost = (key: string, version: number): Answer<Reservation> =>
  post("/api/host/enter", { key, version });

const get = <T>(path: string): Answer<T> => request<T>(path, {});
export const post = <T>(path: string, body: unknown): Answer<T> =>
  request<T>(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

/** Long enough for a school's slowest network, short enough to be told. */
const PATIENCE = 15_000;

async function request<T>(path: string, init: RequestInit): Answer<T> {
  const response = await fetch(path, { ...init, signal: AbortSignal.timeout(PATIENCE) }).catch(() => null);
  if (!response) return fail(made("net.unreachable", words.unreachable));
  const body: unknown = await response.json().catch(() => null);
  // The server and this page come from one build; its answers are not parsed a second time.
  if (response.ok && body !== null) return ok(body as T);
  // Something answered that was not ours: a proxy's page, a crash.
  return fail(refusalIn(body) ?? made("net.unexpected", words.unexpected));
}

/** The refusal in an answer that is not a success; null when it is none of ours. */
export function refusalIn(body: unknown): Refusal | null {
  if (typeof body !== "object" || body === null || !("refusal" in body)) return null;
  const refusal: unknown = body.refusal;
  // Shape as sent by the server's one error path.
  return typeof refusal === "object" && refusal !== null && "text" in refusal && "code" in refusal
    ? (refusal as Refusal)
    : null;
}

const made = (code: string, text: string): Refusal => ({ kind: "illegal", code, text });
