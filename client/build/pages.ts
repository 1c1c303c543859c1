import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Connect, Plugin } from "vite";
import { cases } from "../i18n/en/cases.ts";
import { glossary } from "../i18n/en/glossary.ts";
import { home } from "../i18n/en/home.ts";
import { learn } from "../i18n/en/learn.ts";
import type { Catalogue } from "../i18n/catalogue.ts";
import { cards } from "./cards.ts";
import { casesPart } from "./cases/chapters.ts";
import { learnBar, learnHead } from "./learnPage.ts";

/** Catalogues whose texts stand in HTML files. */
const texts: Catalogue = { home, learn, glossary, cases };

/**
 * Fills the HTML pages at build time, so that they are whole before any script runs:
 * `{{t home.join}}` becomes a text of the catalogue, `{{svg home/wordmark.svg}}` the drawing itself, `{{cards terms}}` the
 * cards of the glossary, `{{cases chapters}}` the worked cases of the theory, `{{list glossary.reading}}` a group of texts line by line.
 * `{{head glossary}}` and `{{bar /learn glossary.back}}` are what the pages under /learn share.
 * While developing, `/play/CODE`, `/host`, `/screen` and `/learn` answer with their pages, as the server does.
 */
export function pages(root: string): Plugin {
  return {
    name: "counterpoise:pages",
    transformIndexHtml: {
      order: "pre",
      handler: (html) =>
        html
          .replace(/\{\{head (\w+)\}\}/g, (_, catalogue: string) => learnHead(catalogue))
          .replace(/\{\{bar ([\w/]+) ([\w.]+)\}\}/g, (_, address: string, text: string) => learnBar(address, text))
          .replace(/\{\{svg ([\w/.-]+)\}\}/g, (_, file: string) => readFileSync(join(root, file), "utf8").trim())
          .replace(/\{\{cards (modules|terms)\}\}/g, (_, group: "modules" | "terms") => cards(group, textHtml))
          .replace(/\{\{cases (contents|chapters)\}\}/g, (_, part: "contents" | "chapters") =>
            casesPart(part, escapeHtml),
          )
          .replace(/\{\{list ([\w.]+)\}\}/g, (_, key: string) => listOf(key))
          .replace(/\{\{t ([\w.]+)\}\}/g, (_, key: string) => textHtml(textOf(key))),
    },
    configureServer: (server) => void server.middlewares.use(toPages),
    configurePreviewServer: (server) => void server.middlewares.use(toPages),
  };
}

/** The text of a key; a missing one stops the build. */
export function textOf(key: string): string {
  const found = find(key);
  if (typeof found !== "string") throw new Error(`no text for ${key} in client/i18n/en`);
  return found;
}

const find = (key: string): string | Catalogue | undefined =>
  key
    .split(".")
    .reduce<string | Catalogue | undefined>((at, part) => (typeof at === "object" ? at[part] : undefined), texts);

/** Every text of a group but its heading, as a list. */
function listOf(key: string): string {
  const found = find(key);
  if (typeof found !== "object") throw new Error(`no group ${key} in client/i18n/en`);
  const lines = Object.entries(found).flatMap(([name, text]) =>
    name !== "heading" && typeof text === "string" ? [`<li>${textHtml(text)}</li>`] : [],
  );
  return `<ul>${lines.join("\n")}</ul>`;
}

const toPages: Connect.NextHandleFunction = (request, _response, next) => {
  const path = request.url?.split("?")[0] ?? "";
  if (/^\/play\/[\w-]+\/?$/.test(path)) request.url = "/play/index.html";
  else if (path === "/host" || path === "/host/") request.url = "/host/index.html";
  else if (path === "/screen" || path === "/screen/") request.url = "/screen/index.html";
  else if (path === "/learn" || path === "/learn/") request.url = "/learn/index.html";
  else if (path === "/learn/glossary" || path === "/learn/glossary/") request.url = "/learn/glossary/index.html";
  else if (path === "/learn/cases" || path === "/learn/cases/") request.url = "/learn/cases/index.html";
  next();
};

const textHtml = (text: string): string => italics(escapeHtml(text));

/** `*The Origins of Alliances*` is a title. */
const italics = (text: string): string => text.replace(/\*([^*]+)\*/g, "<em>$1</em>");

const escapeHtml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
