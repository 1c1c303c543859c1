import type { RequestHandler } from "express";
import helmet from "helmet";

/** Addresses a browser may open sockets to: this one. Older Safari does not count it under 'self'. */
const HOST = /^[\w.-]+(?::\d+)?$|^\[[\da-f:]+\](?::\d+)?$/i;

/**
 * Security headers for every answer. No inline script, nothing from elsewhere. What only makes sense over
 * HTTPS (HSTS, upgrades) is sent when the public address is HTTPS: a school's plain-HTTP server must work.
 */
export function securityHeaders(publicOrigin: string | undefined): RequestHandler {
  const secure = publicOrigin?.startsWith("https:") ?? false;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // Positions and sizes set by the drawing library as style attributes.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", (request) => socketAddresses(request.headers.host)],
        workerSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: secure ? { policy: "same-origin" } : false,
    originAgentCluster: secure,
    referrerPolicy: { policy: "no-referrer" },
    xFrameOptions: { action: "deny" },
  });
}

const socketAddresses = (host: string | undefined): string =>
  host && HOST.test(host) ? `ws://${host} wss://${host}` : "'self'";
