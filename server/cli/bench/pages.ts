import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync } from "node:zlib";

export interface PageWeight {
  readonly home: number;
  readonly play: number;
  readonly playMap: number;
}

/**
 * Brotli bytes of what a page makes the browser fetch at once: the page, and everything its built files
 * name as a static import, stylesheet or preload, fonts in Latin included. Null when the pages are not built.
 */
export function pageWeights(dist: string): PageWeight | null {
  if (!existsSync(join(dist, "index.html"))) return null;
  const lazy = readdirSync(join(dist, "assets"))
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => `assets/${name}`);
  const first = staticFiles(dist, "play/index.html");
  const play = new Set([...first, ...lazy.filter((name) => !/gallery|harness|home|learn/.test(name))]);
  const maps = existsSync(join(dist, "maps"))
    ? readdirSync(join(dist, "maps")).filter((name) => name.endsWith(".json"))
    : [];
  return {
    home: weigh(dist, staticFiles(dist, "index.html")),
    play: weigh(dist, play),
    playMap: Math.max(0, ...maps.map((name) => weigh(dist, new Set([`maps/${name}`])))),
  };
}

function staticFiles(dist: string, page: string): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const path = join(dist, name);
    if (found.has(name) || !existsSync(path) || !statSync(path).isFile()) return;
    found.add(name);
    if (!/\.(html|js|css)$/.test(name)) return;
    const text = readFileSync(path, "utf8");
    for (const reference of references(name, text)) visit(relative(dist, join(dist, reference)));
  };
  visit(page);
  return found;
}

function references(name: string, text: string): string[] {
  const absolute = (path: string): string => (path.startsWith("/") ? path.slice(1) : join(name, "..", path));
  if (name.endsWith(".html"))
    return [...text.matchAll(/(?:src|href)="([^"#]+\.(?:js|css|svg|woff2|json))"/g)].map((m) => absolute(m[1] ?? ""));
  if (name.endsWith(".css")) {
    // Of a face cut into ranges, the browser takes only what the text needs: Latin.
    const faces = [...text.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map((m) => m[1] ?? "");
    return faces.filter((url) => !/latin-ext|cyrillic|greek|vietnamese|^data:/.test(url)).map(absolute);
  }
  return [...text.matchAll(/(?:^|[;}\s])import\s*(?:[^"'()]*?from\s*)?["']([^"']+)["']/g)].map((m) =>
    absolute(m[1] ?? ""),
  );
}

function weigh(dist: string, files: ReadonlySet<string>): number {
  return [...files].reduce((sum, name) => {
    const content = readFileSync(join(dist, name));
    return sum + (/\.(woff2|png|jpg)$/.test(name) ? content.length : brotliCompressSync(content).length);
  }, 0);
}
