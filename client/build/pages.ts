import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Connect, Plugin } from "vite";
import { home } from "../i18n/en/home.ts";
import { learn } from "../i18n/en/learn.ts";
import type { Catalogue } from "../i18n/catalogue.ts";

/** Catalogues whose texts stand in HTML files. */
const texts: Catalogue = { home, learn };

/**
 * Fills the HTML pages at build time, so that they are whole before any script runs:
 * `{{t home.join}}` becomes a text of the catalogue, `{{svg home/wordmark.svg}}` the drawing itself.
 * While developing, `/play/CODE` and `/learn` answer with their pages, as the server does.
 */
export function pages(root: string): Plugin {
  return {
    name: "counterpoise:pages",
    transformIndexHtml: {
      order: "pre",
      handler: (html) =>
        html
          .replace(/\{\{svg ([\w/.-]+)\}\}/g, (_, file: string) => readFileSync(join(root, file), "utf8").trim())
          .replace(/\{\{t ([\w.]+)\}\}/g, (_, key: string) => italics(escapeHtml(textOf(key)))),
    },
    configureServer: (server) => void server.middlewares.use(toPages),
    configurePreviewServer: (server) => void server.middlewares.use(toPages),
  };
}

/** The text of a key; a missing one stops the build. */
export function textOf(key: string): string {
  const found = key
    .split(".")
    .reduce<string | Catalogue | undefined>((at, part) => (typeof at === "object" ? at[part] : undefined), texts);
  if (typeof found !== "string") throw new Error(`no text for ${key} in client/i18n/en`);
  return found;
}

const toPages: Connect.NextHandleFunction = (request, _response, next) => {
  const path = request.url?.split("?")[0] ?? "";
  if (/^\/play\/[\w-]+\/?$/.test(path)) request.url = "/play/index.html";
  else if (path === "/learn" || path === "/learn/") request.url = "/learn/index.html";
  next();
};

/** `*The Origins of Alliances*` is a title. */
const italics = (text: string): string => text.replace(/\*([^*]+)\*/g, "<em>$1</em>");

const escapeHtml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
