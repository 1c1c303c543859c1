import { type RequestHandler, Router } from "express";
import { type PageFile, readPages } from "./pageFiles.ts";

/** Names of built files that carry a hash of their content may be kept for ever. */
const HASHED = /^\/assets\//;

/**
 * The built client as it was when the server started: pages, assets and maps, packed where the build has packed them.
 * `/play/CODE` is one page for every code. What is not there answers 404 with a page that helps.
 */
export function pageRoutes(folder: string): Router {
  const files = readPages(folder);
  const missing = files.get("/404.html")?.plain ?? NOT_FOUND;
  const routes = Router();
  routes.use(answerFrom(files));
  routes.use((_request, response) => void response.status(404).type("html").send(missing));
  return routes;
}

function answerFrom(files: ReadonlyMap<string, PageFile>): RequestHandler {
  return (request, response, next) => {
    const address = /^\/play\/[^/.]+\/?$/.test(request.path) ? "/play/index.html" : addressOf(request.path);
    const file = address === null ? undefined : files.get(address);
    if (!file || address === null || (request.method !== "GET" && request.method !== "HEAD")) return next();
    const packed = file.packed && /\bbr\b/.test(request.headers["accept-encoding"] ?? "") ? file.packed : null;
    response.setHeader("content-type", file.type);
    response.setHeader("cache-control", HASHED.test(address) ? "public, max-age=31536000, immutable" : "no-cache");
    response.setHeader("etag", file.etag);
    if (file.packed) response.vary("accept-encoding");
    if (packed) response.setHeader("content-encoding", "br");
    // Knows HEAD, and answers 304 to whoever has this etag.
    return void response.send(packed ?? file.plain);
  };
}

/** The path with its escapes read; null when they make no text. */
function addressOf(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** Plain on purpose: it needs no file, no script and no style. */
const NOT_FOUND = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Page not found – Counterpoise</title>
<main>
<h1>There is no page at this address</h1>
<p>To join a match, go to <a href="/">the start page</a> and type its six-character code.</p>
<p>If you were at a table already, your seat is kept: open the start page in the same browser, or use your rejoin code there.</p>
<p>To read about the game and the theory, see <a href="/learn">Learn</a>.</p>
</main>
</html>
`;
