import express, { type Request, type Response, Router } from "express";
import type { Scenario } from "#shared/model/scenario.ts";
import { publicRecord } from "#server/match/publicRecord.ts";
import { publicScenario } from "#shared/projection/publicScenario.ts";
import { isJoinCode, normaliseCode } from "#shared/protocol/codes.ts";
import type { ScenarioSummary } from "#shared/protocol/messages.ts";
import { createMatchSchema, enterSchema, joinSchema, rejoinSchema } from "#shared/protocol/schemas.ts";
import { joinClassSchema } from "#shared/protocol/classMessages.ts";
import { PROTOCOL_VERSION } from "#shared/protocol/version.ts";
import { illegal, invalid } from "#server/lib/refusals.ts";
import { type Admission, classSummary } from "#server/classes/Admission.ts";
import type { ClassController } from "#server/classes/ClassController.ts";
import type { MatchController } from "#server/match/MatchController.ts";
import { type Reception, summaryOf, unknownCode } from "#server/seats/Reception.ts";
import { addClasses, type ClassRoutesDeps } from "./classes.ts";
import { reserve, reserveInClass } from "./entrance.ts";
import {
  addressOf,
  later,
  OLD_PAGE,
  parseBody,
  refuse,
  send,
  sendLong,
  TOO_MANY_ENTRANCES,
  TOO_MANY_GUESSES,
} from "./replies.ts";

export interface ApiDeps extends ClassRoutesDeps {
  readonly reception: Reception;
  readonly admission: Admission;
  readonly listScenarios: () => readonly ScenarioSummary[];
  readonly findScenario: (id: string) => Scenario | null;
}

/** Bytes of a request body; the largest is a match's settings. */
const BODY = "16kb";

const TOO_MANY_MATCHES = illegal(
  "create.tooMany",
  "Too many matches were made from your network. Wait a minute and try again.",
);
const CLASS_RECORD = illegal("record.class", "Records of a class are its instructor's: ask them for yours.");
const NOT_OVER = illegal("record.notYet", "The record can be read when the match is over.");

/** By a match's code or a class's: what the other takes no notice of may be there. */
const anyJoinSchema = joinSchema.extend({ pin: joinClassSchema.shape.pin });

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
  addClasses(routes, deps);
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
      const found = await lookUp({ request, response, deps }, request.params.code);
      if (found) response.json(found.kind === "class" ? classSummary(found.room) : summaryOf(found.controller));
    }),
  );
  routes.get(
    "/matches/:code/record",
    later<{ readonly code: string }>(async (request, response) => {
      const found = await lookUp({ request, response, deps }, request.params.code);
      if (!found) return;
      if (found.kind === "class") return refuse(response, CLASS_RECORD);
      const { controller } = found;
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
      const body = parseBody(anyJoinSchema, request, response);
      const found = body && (await lookUp({ request, response, deps }, body.code));
      if (!found) return;
      const { code, name, country, pin } = body;
      if (found.kind === "match") return send(response, await deps.reception.join(found.controller, { name, country }));
      if (pin !== undefined && !deps.guard.admitsPin(addressOf(request), found.room.code))
        return refuse(response, TOO_MANY_GUESSES);
      const entry = await deps.admission.join(found.room, { code, name, ...(pin === undefined ? {} : { pin }) });
      if (!entry.ok && entry.error.code === "pin.wrong") deps.guard.wrongPin(addressOf(request), found.room.code);
      send(response, entry);
    }),
  );
  // Rejoin codes and tokens are too long to be found by guessing: right ones always pass, wrong ones are counted.
  routes.post(
    "/rejoin",
    later(async (request, response) => {
      const body = parseBody(rejoinSchema, request, response);
      if (!body) return;
      const inClass = await deps.admission.rejoin(body.code);
      if (inClass) return void response.json(inClass);
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
      const student = await deps.admission.identify(body.token);
      if (student) {
        if (!deps.entrances.take(student.person)) return refuse(response, TOO_MANY_ENTRANCES);
        return void response.json(await reserveInClass(student.room.id, { kind: "student", person: student.person }));
      }
      const found = await deps.reception.identify(body.token);
      if (!found.ok) return refuse(response, deps.guard.wrong(addressOf(request)) ? found.error : TOO_MANY_GUESSES);
      const { person, controller } = found.value;
      if (!deps.entrances.take(person)) return refuse(response, TOO_MANY_ENTRANCES);
      response.json(await reserve(controller.match, person));
    }),
  );
}

type Found =
  | { readonly kind: "match"; readonly controller: MatchController }
  | { readonly kind: "class"; readonly room: ClassController };

/** The match or class of a typed code; null when a refusal has been sent. */
async function lookUp(
  {
    request,
    response,
    deps,
  }: { readonly request: Pick<Request, "ip">; readonly response: Response; readonly deps: ApiDeps },
  typed: string,
): Promise<Found | null> {
  const address = addressOf(request);
  const code = normaliseCode(typed);
  if (!deps.guard.admits(address, code)) {
    refuse(response, TOO_MANY_GUESSES);
    return null;
  }
  const found = await findAny(deps, code);
  if (found) {
    deps.guard.right(address, code);
    return found;
  }
  deps.guard.wrong(address);
  refuse(response, unknownCode(code));
  return null;
}

async function findAny({ reception, classes }: ApiDeps, code: string): Promise<Found | null> {
  if (!isJoinCode(code)) return null;
  const room = await classes.findByCode(code);
  if (room) return { kind: "class", room };
  const controller = await reception.find(code);
  return controller && { kind: "match", controller };
}
