import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Router } from "express";
import sirv from "sirv";

/** Names of built files that carry a hash of their content may be kept for ever. */
const HASHED = /^\/assets\//;

/**
 * The built client: pages, assets and maps, with the `.br` files the build has laid beside them. `/play/CODE`
 * is one page for every code. What is not there answers 404 with a page that helps.
 */
export function pageRoutes(folder: string): Router {
  const routes = Router();
  routes.use((request, _response, next) => {
    if (/^\/play\/[^/.]+\/?$/.test(request.path)) request.url = "/play/index.html";
    next();
  });
  if (existsSync(folder)) {
    routes.use(
      sirv(folder, {
        brotli: true,
        etag: true,
        setHeaders: (response, path) => {
          response.setHeader("cache-control", HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache");
        },
      }),
    );
  }
  const missing = existsSync(join(folder, "404.html")) ? readFileSync(join(folder, "404.html"), "utf8") : NOT_FOUND;
  routes.use((_request, response) => void response.status(404).type("html").send(missing));
  return routes;
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
