import { defineConfig } from "vitest/config";

/** Everything but the browser flows, which Playwright runs (tests/e2e). */
export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  cacheDir: ".cache/vitest",
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    testTimeout: 30_000,
  },
});
