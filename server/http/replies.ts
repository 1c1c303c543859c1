import type { Request, RequestHandler, Response } from "express";
import type { z } from "zod";
import type { Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { malformed } from "#server/lib/refusals.ts";
import { sayIssues } from "#server/lib/sayIssues.ts";

/** A handler that takes its time; what it throws goes to the error handler. */
export function later<P>(work: (request: Request<P>, response: Response) => Promise<void>): RequestHandler<P> {
  return (request, response, next) => {
    work(request, response).catch(next);
  };
}

/** The parsed body, or null when the refusal has been sent. */
export function parseBody<S extends z.ZodType>(
  schema: S,
  request: Pick<Request, "body">,
  response: Response,
): z.output<S> | null {
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
