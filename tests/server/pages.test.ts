import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startServer, temporaryFolder, type TestServer } from "#tests/helpers/server.ts";

const PAGE = "<!doctype html><title>Play</title>";
const SCRIPT = `console.log("${"a".repeat(2000)}");`;

let folder: ReturnType<typeof temporaryFolder>;
let pages: string;
let server: TestServer;

beforeEach(async () => {
  folder = temporaryFolder();
  pages = join(folder.path, "dist");
  build({ page: PAGE, script: SCRIPT, hash: "one" });
  server = await startServer(folder.path, { pages });
});
afterEach(async () => {
  await server.close();
  folder.remove();
});

/** Lays out a built client as Vite does: the old files go, the new ones come. */
function build({
  page,
  script,
  hash,
}: {
  readonly page: string;
  readonly script: string;
  readonly hash: string;
}): void {
  rmSync(pages, { recursive: true, force: true });
  for (const path of ["assets", "play", "learn"]) mkdirSync(join(pages, path), { recursive: true });
  writeFileSync(join(pages, "play/index.html"), page);
  writeFileSync(join(pages, "learn/index.html"), "learn");
  writeFileSync(join(pages, `assets/play-${hash}.js`), script);
  writeFileSync(join(pages, `assets/play-${hash}.js.br`), brotliCompressSync(script));
}

const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(server.origin + path, { headers });

describe("the built pages", () => {
  it("answer at their addresses, with one page for every match", async () => {
    for (const path of ["/play/ABCDEF", "/play/ABCDEF/", "/play/", "/play"]) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
      expect(await answer.text()).toBe(PAGE);
    }
    expect(await (await get("/learn")).text()).toBe("learn");
  });

  it("go packed to whoever can unpack, plain to others, and not again to whoever has them", async () => {
    const packed = await get("/assets/play-one.js", { "accept-encoding": "gzip, br" });
    expect(packed.headers.get("content-encoding")).toBe("br");
    expect(packed.headers.get("cache-control")).toContain("immutable");
    expect(packed.headers.get("vary")?.toLowerCase()).toContain("accept-encoding");
    expect(await packed.text()).toBe(SCRIPT);
    const plain = await get("/assets/play-one.js", { "accept-encoding": "identity" });
    expect([plain.headers.get("content-encoding"), await plain.text()]).toEqual([null, SCRIPT]);
    const etag = (await get("/play/ABCDEF")).headers.get("etag") ?? "";
    // Without a word on caching, fetch asks for a fresh copy.
    const again = await get("/play/ABCDEF", { "if-none-match": etag, "cache-control": "max-age=0" });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it.each(["/nothing", "/assets/", "/..%2f..%2fpackage.json", "/%", "/%00", "/assets/play-one.js.br", "/__proto__"])(
    "and nothing else does: %s",
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain("There is no page at this address");
    },
  );

  it("stay those of the start while they are built anew: the server neither fails nor mixes old and new", async () => {
    const before = await (await get("/play/ABCDEF")).text();
    rmSync(pages, { recursive: true });
    const during = await Promise.all(
      ["/play/ABCDEF", "/assets/play-one.js"].flatMap((path) => [get(path), get(path, { "accept-encoding": "br" })]),
    );
    expect(during.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    build({ page: `${PAGE} and a good deal longer than before`, script: "short", hash: "two" });
    expect(await (await get("/play/ABCDEF")).text()).toBe(before);
    const script = await get("/assets/play-one.js", { "accept-encoding": "identity" });
    expect([script.headers.get("content-length"), await script.text()]).toEqual([String(SCRIPT.length), SCRIPT]);
  });
});
