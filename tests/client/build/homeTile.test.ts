import { brotliCompressSync } from "node:zlib";
import { expect, it } from "vitest";
import { homeTile } from "#client/build/homeTile.ts";
import { readScenario } from "#client/build/scenarioFiles.ts";

const tile = homeTile(readScenario("europe-1914"), "Europe");

it("weighs at most 6 kB over the wire, of the home page's 50", () => {
  expect(brotliCompressSync(tile).length).toBeLessThanOrEqual(6 * 1024);
});

it("has no colour of its own, so that it follows the page's theme", () => {
  const paints = [...tile.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, paint]) => paint ?? "");
  expect(paints.filter((paint) => !/^(none|var\(--\w+\)|url\(#[\w-]+\))$/.test(paint))).toEqual([]);
});

it("needs no inline style, which the security policy forbids", () => {
  expect(tile).not.toMatch(/style=|<style/);
});
