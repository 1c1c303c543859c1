import type { Request, Response } from "express";
import type { z } from "zod";
import type { Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { malformed } from "#server/lib/refusals.ts";
import { sayIssues } from "#server/lib/sayIssues.ts";

/** The parsed body, or null when the refusal has been sent. */
export function parseBody<S extends z.ZodType>(schema: S, request: Request, response: Response): z.output<S> | null {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  refuse(response, malformed("body.malformed", sayIssues(parsed.error)));
  return null;
}

export function send<T>(response: Response, result: Result<T, Refusal>): void {
  if (result.ok) response.json(result.value);
  else refuse(response, result.error);
}

/** A refusal with HTTP's word for it. */
export function refuse(response: Response, refusal: Refusal): void {
  response.status(statusOf(refusal)).json({ refusal });
}

function statusOf({ kind, code }: Refusal): number {
  if (code.endsWith(".tooMany")) return 429;
  if (code.endsWith(".unknown")) return 404;
  if (code.startsWith("server.")) return 503;
  return kind === "malformed" ? 400 : 409;
}
