import express, { type Request, type Response, Router } from "express";
import type { Scenario } from "#shared/model/scenario.ts";
import { publicRecord } from "./publicRecord.ts";
import { publicScenario } from "#shared/projection/publicScenario.ts";
import { normaliseCode } from "#shared/protocol/codes.ts";
import type { ScenarioSummary } from "#shared/protocol/messages.ts";
import { createMatchSchema, enterSchema, joinSchema, rejoinSchema } from "#shared/protocol/schemas.ts";
import { PROTOCOL_VERSION } from "#shared/protocol/version.ts";
import { illegal, invalid } from "#server/lib/refusals.ts";
import type { TokenBuckets } from "#server/lib/tokenBuckets.ts";
import type { MatchController } from "#server/match/MatchController.ts";
import { type Reception, summaryOf, unknownCode } from "#server/seats/Reception.ts";
import type { MatchStore } from "#server/store/MatchStore.ts";
import type { CodeGuard } from "./CodeGuard.ts";
import { reserve } from "./entrance.ts";
import { later, parseBody, refuse, send, sendLong } from "./replies.ts";

export interface ApiDeps {
  readonly reception: Reception;
  readonly store: Pick<MatchStore, "load">;
  readonly listScenarios: () => readonly ScenarioSummary[];
  readonly findScenario: (id: string) => Scenario | null;
  readonly guard: CodeGuard;
  /** Matches made, by address. */
  readonly creations: TokenBuckets;
  /** Places asked for, by person: a page that keeps reopening its connection must slow down. */
  readonly entrances: TokenBuckets;
}

/** Bytes of a request body; the largest is a match's settings. */
const BODY = "16kb";

const TOO_MANY_GUESSES = illegal(
  "guess.tooMany",
  "Too many wrong codes came from your network. Wait a few seconds and try again.",
);
const TOO_MANY_MATCHES = illegal(
  "create.tooMany",
  "Too many matches were made from your network. Wait a minute and try again.",
);
const TOO_MANY_ENTRANCES = illegal(
  "enter.tooMany",
  "This seat is being opened again and again. Close other tabs and wait a few seconds.",
);
const OLD_PAGE = illegal(
  "version.old",
  "This page is from another version. Reload it: your seat and your draft are kept.",
);
const NOT_OVER = illegal("record.notYet", "The record can be read when the match is over.");

/** The routes under `/api`: JSON in, JSON out, `{ refusal }` with a 4xx when the answer is no. */
export function apiRoutes(deps: ApiDeps): Router {
  const routes = Router();
  // Whatever the content type says: a body is JSON or it is malformed.
  routes.use(express.json({ limit: BODY, type: () => true }));
  routes.use((_request, response, next) => {
    response.setHeader("cache-control", "no-store");
    next();
  });
  routes.get("/health", (_request, response) => void response.json({ ok: true, version: PROTOCOL_VERSION }));
  addScenarios(routes, deps);
  addMatches(routes, deps);
  addDoor(routes, deps);
  routes.use((_request, response) => refuse(response, invalid("route.unknown", "There is nothing at this address.")));
  return routes;
}

function addScenarios(routes: Router, { listScenarios, findScenario }: ApiDeps): void {
  routes.get("/scenarios", (_request, response) => void response.json(listScenarios()));
  routes.get(
    "/scenarios/:id",
    later<{ readonly id: string }>(async (request, response) => {
      const scenario = findScenario(request.params.id);
      if (scenario) await sendLong(request, response, publicScenario(scenario));
      else refuse(response, invalid("scenario.unknown", "There is no such scenario."));
    }),
  );
}

function addMatches(routes: Router, deps: ApiDeps): void {
  routes.post(
    "/matches",
    later(async (request, response) => {
      const body = parseBody(createMatchSchema, request, response);
      if (!body) return;
      if (!deps.creations.take(addressOf(request))) return refuse(response, TOO_MANY_MATCHES);
      const entry = await deps.reception.create(body);
      if (entry.ok) deps.guard.right(addressOf(request), entry.value.code);
      send(response, entry);
    }),
  );
  routes.get(
    "/matches/:code",
    later<{ readonly code: string }>(async (request, response) => {
      const controller = await lookUp({ request, response, deps }, request.params.code);
      if (controller) response.json(summaryOf(controller));
    }),
  );
  routes.get(
    "/matches/:code/record",
    later<{ readonly code: string }>(async (request, response) => {
      const controller = await lookUp({ request, response, deps }, request.params.code);
      if (!controller) return;
      if (!controller.isOver) return refuse(response, NOT_OVER);
      const record = await deps.store.load(controller.match);
      await sendLong(request, response, record && publicRecord(record));
    }),
  );
}

function addDoor(routes: Router, deps: ApiDeps): void {
  routes.post(
    "/join",
    later(async (request, response) => {
      const body = parseBody(joinSchema, request, response);
      const controller = body && (await lookUp({ request, response, deps }, body.code));
      if (controller) send(response, await deps.reception.join(controller, body));
    }),
  );
  // Rejoin codes and tokens are too long to be found by guessing: right ones always pass, wrong ones are counted.
  routes.post(
    "/rejoin",
    later(async (request, response) => {
      const body = parseBody(rejoinSchema, request, response);
      if (!body) return;
      const entry = await deps.reception.rejoin(body.code);
      if (entry.ok || deps.guard.wrong(addressOf(request))) send(response, entry);
      else refuse(response, TOO_MANY_GUESSES);
    }),
  );
  routes.post(
    "/enter",
    later(async (request, response) => {
      const body = parseBody(enterSchema, request, response);
      if (!body) return;
      if (body.version !== PROTOCOL_VERSION) return refuse(response, OLD_PAGE);
      const found = await deps.reception.identify(body.token);
      if (!found.ok) return refuse(response, deps.guard.wrong(addressOf(request)) ? found.error : TOO_MANY_GUESSES);
      const { person, controller } = found.value;
      if (!deps.entrances.take(person)) return refuse(response, TOO_MANY_ENTRANCES);
      response.json(await reserve(controller.match, person));
    }),
  );
}

/** The match of a typed code; null when a refusal has been sent. */
async function lookUp(
  {
    request,
    response,
    deps,
  }: { readonly request: Pick<Request, "ip">; readonly response: Response; readonly deps: ApiDeps },
  typed: string,
): Promise<MatchController | null> {
  const address = addressOf(request);
  const code = normaliseCode(typed);
  if (!deps.guard.admits(address, code)) {
    refuse(response, TOO_MANY_GUESSES);
    return null;
  }
  const controller = await deps.reception.find(code);
  if (controller) {
    deps.guard.right(address, code);
    return controller;
  }
  deps.guard.wrong(address);
  refuse(response, unknownCode(code));
  return null;
}

const addressOf = (request: Pick<Request, "ip">): string => request.ip ?? "unknown";
