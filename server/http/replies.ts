import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Request, RequestHandler, Response } from "express";
import type { z } from "zod";
import type { Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { illegal, malformed } from "#server/lib/refusals.ts";
import { sayIssues } from "#server/lib/sayIssues.ts";

export const TOO_MANY_GUESSES = illegal(
  "guess.tooMany",
  "Too many wrong codes came from your network. Wait a few seconds and try again.",
);
export const TOO_MANY_ENTRANCES = illegal(
  "enter.tooMany",
  "This seat is being opened again and again. Close other tabs and wait a few seconds.",
);
export const OLD_PAGE = illegal(
  "version.old",
  "This page is from another version. Reload it: your seat and your draft are kept.",
);

export const addressOf = (request: Pick<Request, "ip">): string => request.ip ?? "unknown";

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

/** A long answer, packed for whoever can unpack it: a record or a scenario shrinks to a tenth. */
export async function sendLong(request: Pick<Request, "headers">, response: Response, value: unknown): Promise<void> {
  const text = Buffer.from(JSON.stringify(value));
  response.type("json").vary("accept-encoding");
  if (!/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
    response.send(text);
    return;
  }
  const packed = await pack(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  response.setHeader("content-encoding", "br").send(packed);
}
const pack = promisify(brotliCompress);

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
