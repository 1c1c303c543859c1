import type { Request, Response, Router } from "express";
import {
  deleteClassSchema,
  hostEnterSchema,
  hostKeySchema,
  openClassSchema,
  recoverClassSchema,
} from "#shared/protocol/classMessages.ts";
import { PROTOCOL_VERSION } from "#shared/protocol/version.ts";
import { classArchive } from "#server/classes/archive.ts";
import type { Classes } from "#server/classes/Classes.ts";
import type { ClassController } from "#server/classes/ClassController.ts";
import { isPassword } from "#server/classes/keys.ts";
import { illegal, invalid } from "#server/lib/refusals.ts";
import type { TokenBuckets } from "#server/lib/tokenBuckets.ts";
import { hashSecret } from "#server/seats/codes.ts";
import type { ClassKey } from "#server/store/ClassStore.ts";
import type { Store } from "#server/store/Store.ts";
import type { CodeGuard } from "./CodeGuard.ts";
import { reserveInClass } from "./entrance.ts";
import {
  addressOf,
  later,
  OLD_PAGE,
  parseBody,
  refuse,
  send,
  TOO_MANY_ENTRANCES,
  TOO_MANY_GUESSES,
} from "./replies.ts";

export interface ClassRoutesDeps {
  readonly classes: Classes;
  readonly store: Store;
  readonly guard: CodeGuard;
  /** Classes and matches made, by address. */
  readonly creations: TokenBuckets;
  readonly entrances: TokenBuckets;
  /** Who may open classes here: whoever knows it. Undefined = anyone. */
  readonly password: string | undefined;
}

const WRONG_PASSWORD = illegal(
  "password.wrong",
  "On this server a password is needed to open a class. Ask whoever runs the server.",
);
const TOO_MANY_CLASSES = illegal(
  "create.tooMany",
  "Too many classes were opened from your network. Wait a minute and try again.",
);
const NO_KEY = invalid(
  "key.unknown",
  "This link opens no class any more. Use the recovery code, or ask for a new link.",
);
const NOT_YOURS = illegal("key.owner", "Only the owner of the class can delete it.");
const WRONG_NAME = illegal("delete.name", "Type the name of the class as it is, to delete it.");
const PROJECTOR = illegal("role.screen", "A projector only shows the class.");

/** Routes of instructors. Keys are too long to be found by guessing: right ones always pass, wrong ones are counted. */
export function addClasses(routes: Router, deps: ClassRoutesDeps): void {
  const { classes } = deps;
  routes.post(
    "/classes",
    later(async (request, response) => {
      const body = parseBody(openClassSchema, request, response);
      if (!body) return;
      if (!isPassword(deps.password, body.password)) {
        const { password } = body;
        const asked = password === undefined || password === "";
        return refuse(response, asked || deps.guard.wrong(addressOf(request)) ? WRONG_PASSWORD : TOO_MANY_GUESSES);
      }
      if (!deps.creations.take(addressOf(request))) return refuse(response, TOO_MANY_CLASSES);
      const opened = await classes.open(body.name);
      if (opened.ok) deps.guard.right(addressOf(request), opened.value.code);
      send(response, opened);
    }),
  );
  routes.post(
    "/classes/recover",
    later(async (request, response) => {
      const body = parseBody(recoverClassSchema, request, response);
      if (!body) return;
      const opened = await classes.recover(body.recovery);
      if (opened.ok || deps.guard.wrong(addressOf(request))) send(response, opened);
      else refuse(response, TOO_MANY_GUESSES);
    }),
  );
  addHost(routes, deps);
}

function addHost(routes: Router, deps: ClassRoutesDeps): void {
  routes.post(
    "/host/enter",
    later(async (request, response) => {
      const body = parseBody(hostEnterSchema, request, response);
      if (!body) return;
      if (body.version !== PROTOCOL_VERSION) return refuse(response, OLD_PAGE);
      const found = await roomOf(deps, body.key, { request, response });
      if (!found) return;
      const { key, room } = found;
      if (!deps.entrances.take(`${room.id} ${key.label}`)) return refuse(response, TOO_MANY_ENTRANCES);
      response.json(await reserveInClass(room.id, { kind: "staff", role: key.role, label: key.label }));
    }),
  );
  routes.post(
    "/host/export",
    later(async (request, response) => {
      const body = parseBody(hostKeySchema, request, response);
      const found = body && (await roomOf(deps, body.key, { request, response }));
      if (!found) return;
      if (found.key.role === "screen") return refuse(response, PROJECTOR);
      const zip = await classArchive(found.room, deps.store);
      response.type("application/zip");
      response.setHeader("content-disposition", `attachment; filename="counterpoise-${found.room.code}.zip"`);
      response.send(zip);
    }),
  );
  routes.post(
    "/host/delete",
    later(async (request, response) => {
      const body = parseBody(deleteClassSchema, request, response);
      const found = body && (await roomOf(deps, body.key, { request, response }));
      if (!found) return;
      if (found.key.role !== "owner") return refuse(response, NOT_YOURS);
      if (body.name.trim() !== found.room.state.name) return refuse(response, WRONG_NAME);
      await deps.classes.purge(found.room.id);
      response.json({ ok: true });
    }),
  );
}

/** The class of a key; null when a refusal has been sent. */
async function roomOf(
  { classes, store, guard }: ClassRoutesDeps,
  secret: string,
  { request, response }: { readonly request: Pick<Request, "ip">; readonly response: Response },
): Promise<{ readonly key: ClassKey; readonly room: ClassController } | null> {
  const key = await store.classes.keyOf(hashSecret(secret));
  const room = key && (await classes.get(key.class));
  if (key && room) return { key, room };
  refuse(response, guard.wrong(addressOf(request)) ? NO_KEY : TOO_MANY_GUESSES);
  return null;
}
