import type { Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { ClassReply } from "#shared/protocol/classMessages.ts";

export const done: ClassReply = { ok: true };
export const no = (refusal: Refusal): ClassReply => ({ ok: false, refusal });
export const answerOf = (result: Result<void, Refusal>): ClassReply => (result.ok ? done : no(result.error));
