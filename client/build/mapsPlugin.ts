import type { Connect, Plugin } from "vite";
import { buildMap } from "./buildMap.ts";
import { homeTile } from "./homeTile.ts";
import { textOf } from "./pages.ts";
import { readScenario, scenarioIds } from "./scenarioFiles.ts";

/** Where an HTML page wants the tile. */
const PLACE = "<!--home-map-->";

/**
 * Draws the map of every scenario folder: `/maps/<id>.json`, written on build and answered while developing. Puts the
 * tile of Europe 1914 into the home page, as part of it, so that it takes the page's colours in either theme.
 */
export function mapsPlugin(): Plugin {
  return {
    name: "counterpoise:maps",
    configureServer: (server) => void server.middlewares.use(answerMaps),
    generateBundle() {
      for (const id of scenarioIds())
        this.emitFile({ type: "asset", fileName: `maps/${id}.json`, source: mapText(id) });
    },
    transformIndexHtml: (html) => (html.includes(PLACE) ? html.replace(PLACE, () => homeFigure()) : html),
  };
}

const mapText = (id: string): string => JSON.stringify(buildMap(readScenario(id)));

/** Drawn anew for every request, so that an edited scenario shows on reload. */
const answerMaps: Connect.NextHandleFunction = (request, response, next) => {
  const id = /^\/maps\/([a-z0-9-]+)\.json(?:\?|$)/.exec(request.url ?? "")?.[1];
  if (id === undefined || !scenarioIds().includes(id)) return next();
  response.setHeader("content-type", "application/json");
  response.end(mapText(id));
};

function homeFigure(): string {
  const label = textOf("home.map.label").replace(/&/g, "&amp;").replace(/"/g, "&quot;");
  const key = `<span class="map-key">${balanceKey} ${textOf("home.map.against")} ${bandwagonKey} ${textOf("home.map.with")}</span>`;
  return `<figure class="map-tile">${homeTile(readScenario("europe-1914"), label)}<figcaption><span>${textOf("home.map.caption")}</span>${key}</figcaption></figure>`;
}

const ink = `stroke="var(--ink)" fill="none"`;
const balanceKey = `<svg viewBox="0 0 22 12" width="22" height="12" aria-hidden="true"><circle cx="3" cy="6" r="2.6" fill="var(--ink)"/><path d="M3 6H17.5M17.5 1V11" ${ink} stroke-width="2"/></svg>`;
const bandwagonKey = `<svg viewBox="0 0 22 12" width="22" height="12" aria-hidden="true"><circle cx="3" cy="6" r="2.6" fill="var(--ink)"/><path d="M3 4.6H14M3 7.4H14" ${ink} stroke-width="1.2"/><path d="M13 1 21 6 13 11Z" fill="var(--ink)"/></svg>`;
