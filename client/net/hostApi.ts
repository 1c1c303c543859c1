import type { Result } from "#shared/lib/result.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { OpenedClass } from "#shared/protocol/classMessages.ts";
import { api as words } from "../i18n/en/api.ts";
import { post, refusalIn, type Answer } from "./api.ts";

/** The instructor's routes. Keys travel in bodies only. */
export const openClass = (body: { readonly name: string; readonly password?: string }): Answer<OpenedClass> =>
  post("/api/classes", body);
/** A new owner key; older ones end. */
export const recoverClass = (recovery: string): Answer<Omit<OpenedClass, "recovery">> =>
  post("/api/classes/recover", { recovery });
export const deleteClass = (body: { readonly key: string; readonly name: string }): Answer<unknown> =>
  post("/api/host/delete", body);

/** Records of a term are large and packed while one waits. */
const PATIENCE = 120_000;

/** The class as a zip file. */
export async function exportClass(key: string): Promise<Result<Blob, Refusal>> {
  const response = await fetch("/api/host/export", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ key }),
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => null);
  if (!response) return fail({ kind: "illegal", code: "net.unreachable", text: words.unreachable });
  if (!response.ok) {
    const refusal = refusalIn(await response.json().catch(() => null));
    return fail(refusal ?? { kind: "illegal", code: "net.unexpected", text: words.unexpected });
  }
  return ok(await response.blob());
}
