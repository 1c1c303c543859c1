import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

/** A built file as it is answered. */
export interface PageFile {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  /** The same packed by brotli, where the build has laid it beside the file. */
  readonly packed: Buffer | null;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/**
 * The files of a built client by the address they are asked for at, read once: some two megabytes. A build that
 * runs meanwhile replaces and removes files on the disk; whoever is playing goes on with the pages that fit together.
 */
export function readPages(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(name.parentPath, name.name);
    if (!name.isFile() || path.endsWith(".br")) continue;
    const address = path.slice(folder.length).replaceAll("\\", "/");
    const file = readPage(path);
    for (const one of addressesOf(address.startsWith("/") ? address : `/${address}`)) files.set(one, file);
  }
  return files;
}

/** `/learn/index.html` answers at `/learn` and `/learn/` as well. */
function addressesOf(address: string): readonly string[] {
  const folder = /^(.*\/)index\.html$/.exec(address)?.[1];
  if (folder === undefined) return [address];
  return folder === "/" ? [address, folder] : [address, folder, folder.slice(0, -1)];
}

function readPage(path: string): PageFile {
  const plain = readFileSync(path);
  const packed = existsSync(`${path}.br`) ? readFileSync(`${path}.br`) : null;
  const etag = `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
  return { type: TYPES[extname(path).toLowerCase()] ?? "application/octet-stream", etag, plain, packed };
}
