import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { matchMaker, Server } from "@colyseus/core";
import { WebSocketTransport } from "@colyseus/ws-transport";
import express, { type ErrorRequestHandler, type Express } from "express";
import { matchId } from "#shared/model/ids.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { ScenarioSummary } from "#shared/protocol/messages.ts";
import { Admission } from "./classes/Admission.ts";
import { Classes } from "./classes/Classes.ts";
import type { Env } from "./env.ts";
import { type ApiDeps, apiRoutes } from "./http/api.ts";
import { CodeGuard } from "./http/CodeGuard.ts";
import { CLASS_ROOM, ROOM } from "./http/entrance.ts";
import { isOwnOrigin } from "./http/origin.ts";
import { pageRoutes } from "./http/pages.ts";
import { refuse } from "./http/replies.ts";
import { securityHeaders } from "./http/security.ts";
import type { Chance } from "./lib/chance.ts";
import type { Log } from "./lib/log.ts";
import { FAULT, malformed } from "./lib/refusals.ts";
import type { Clock, Timers } from "./lib/time.ts";
import { TokenBuckets } from "./lib/tokenBuckets.ts";
import type { Autopilot } from "./match/Autopilot.ts";
import { Matches } from "./match/Matches.ts";
import { classRoomOf } from "./rooms/ClassRoom.ts";
import { matchRoomOf } from "./rooms/MatchRoom.ts";
import { quietLibrary } from "./rooms/quietLibrary.ts";
import { Reception } from "./seats/Reception.ts";
import type { Store } from "./store/Store.ts";

/**
 * A turn with secrets or dice in it does not follow from its sheets and travels in full: packed, it is a quarter of that.
 * Small frames go as they are. Each frame is packed by itself: connections hold no memory for it, and the size of a frame
 * says nothing of others.
 */
const PACKING = { threshold: 1024, serverNoContextTakeover: true, clientNoContextTakeover: true } as const;

export interface AppDeps {
  readonly env: Pick<Env, "PORT" | "HOST" | "PUBLIC_ORIGIN" | "TRUSTED_PROXIES" | "HOST_PASSWORD" | "ALLOW_SEED">;
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly chance: Chance;
  readonly autopilot: Autopilot;
  readonly log: Log;
  /** Scales every phase; 1 but in tests and rehearsals. */
  readonly paceFactor: number;
  readonly listScenarios: () => readonly ScenarioSummary[];
  readonly findScenario: (id: string) => Scenario | null;
  /** Folder of the built client. */
  readonly pages: string;
}

export interface App {
  /** What runs here: for what is done to matches from within, not from a socket. */
  readonly matches: Pick<Matches, "findByCode">;
  /** Restores live matches and open classes, then listens; resolves with the port and the number of matches taken up. */
  readonly listen: () => Promise<{ readonly port: number; readonly restored: number }>;
  /** Closes connections, and resolves when every accepted command is durable and the store is let go. */
  readonly close: () => Promise<void>;
}

/** Bytes of a frame from a client: the longest message allowed in by its schema, in any script. */
const FRAME = 64 * 1024;
/** Milliseconds between the server's pings; a connection is dropped after three unanswered. */
const PING = 22_000;
const CREATIONS = { burst: 60, perSecond: 0.5 };
const ENTRANCES = { burst: 40, perSecond: 1 };

/** One server. The matchmaker is the process's own, so a process runs one at a time. */
export function createApp(deps: AppDeps): App {
  const { env, store, clock, chance, log, findScenario } = deps;
  const matches = new Matches(deps);
  const reception = new Reception({ store, matches, clock, chance, findScenario, allowSeed: env.ALLOW_SEED });
  const classes = new Classes({ ...deps, matches });
  const admission = new Admission({ store, clock, chance, classes });
  const http = createServer(routes(deps, { reception, admission, classes }));
  const colyseus = liveServer(deps, { http, matches, classes });

  return {
    matches,
    listen: async () => {
      await store.open();
      const restored = await matches.restore();
      await classes.restore();
      // The library waits for ever when the port cannot be had.
      const unavailable = new Promise<never>((_resolve, reject) => http.once("error", reject));
      await Promise.race([colyseus.listen(env.PORT, env.HOST), unavailable]);
      return { port: portOf(http), restored };
    },
    close: async () => {
      await classes.close();
      await matches.close();
      await colyseus.gracefullyShutdown(false);
      http.closeAllConnections();
      await store.close();
      log.info({}, "closed");
    },
  };
}

function routes(deps: AppDeps, doors: Pick<ApiDeps, "reception" | "admission" | "classes">): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", deps.env.TRUSTED_PROXIES);
  app.use(securityHeaders(deps.env.PUBLIC_ORIGIN));
  const { store, listScenarios, findScenario, clock } = deps;
  const limits = {
    guard: new CodeGuard(clock),
    creations: new TokenBuckets(clock, CREATIONS),
    entrances: new TokenBuckets(clock, ENTRANCES),
  };
  app.use(
    "/api",
    apiRoutes({ ...doors, store, listScenarios, findScenario, password: deps.env.HOST_PASSWORD, ...limits }),
  );
  app.use(pageRoutes(deps.pages));
  app.use(faults(deps.log));
  return app;
}

/** What threw: a body that is no JSON or too long is the sender's fault, anything else ours. */
const faults = (log: Log): ErrorRequestHandler => {
  // Express knows error handlers by their four parameters.
  return (error: unknown, request, response, _next) => {
    const status = typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
    if (status >= 400 && status < 500)
      return refuse(response, malformed("body.malformed", "The request could not be read."));
    log.error({ path: request.path, error: error instanceof Error ? error.stack : String(error) }, "a request failed");
    return refuse(response, FAULT);
  };
};

interface Live {
  readonly http: HttpServer;
  readonly matches: Matches;
  readonly classes: Classes;
}

function liveServer(deps: AppDeps, { http, matches, classes }: Live): Server {
  const { env, clock, timers, log, chance, store } = deps;
  // Seats are reserved by our own route; none of the library's matchmaking may be called from outside.
  matchMaker.controller.exposedMethods = [];
  matchMaker.controller.getCorsHeaders = () => ({});
  matchMaker.controller.DEFAULT_CORS_HEADERS = NO_CORS;
  const transport = new WebSocketTransport({
    server: http,
    maxPayload: FRAME,
    perMessageDeflate: PACKING,
    pingInterval: PING,
    pingMaxRetries: 3,
    beforeUpgrade: (request) =>
      isOwnOrigin(request.headers.get("origin"), request.headers.get("host"), env.PUBLIC_ORIGIN)
        ? undefined
        : new Response("This page may not open a connection here.", { status: 403 }),
  });
  const server = new Server({ transport, greet: false, gracefullyShutdown: false, logger: quietLibrary(log) });
  server.define(
    ROOM,
    matchRoomOf({
      controller: (match) => matches.get(matchId(match)),
      release: (controller) => matches.release(controller),
      clock,
      timers,
      log,
    }),
  );
  const tools = { chance, keys: store.classes };
  server.define(CLASS_ROOM, classRoomOf({ classes, tools, clock, timers, log }));
  return server;
}

/** No header at all lets a page elsewhere read our answers. */
const NO_CORS = {} as typeof matchMaker.controller.DEFAULT_CORS_HEADERS;

const portOf = (http: HttpServer): number => (http.address() as AddressInfo).port; // listening on TCP
