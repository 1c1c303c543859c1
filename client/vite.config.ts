import { fileURLToPath } from "node:url";
import { defineConfig, type UserConfig } from "vite";
import { mapsPlugin } from "./build/mapsPlugin.ts";
import { pages } from "./build/pages.ts";
import { phaserFlags } from "./build/phaserFlags.ts";
import { precompress } from "./build/precompress.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
/** Where `vite` and `vite preview` find the server while developing. */
const server = process.env["SERVER_ORIGIN"] ?? "http://localhost:2567";
const proxy = { "/api": server, "^/[^/]+/[^/]+\\?sessionId=": { target: server, ws: true } };
/** What the plain pages share with the play page goes into one small file of a known name. */
const COMMON =
  /client\/(?:net\/(?:api|seats|storage)|theme\/theme|i18n\/en\/(?:api|theme))\.ts$|shared\/(?:protocol\/codes|lib\/result|model\/(?:match|scenario))\.ts$/;

export default defineConfig((): UserConfig => ({
  root,
  publicDir: "public",
  cacheDir: path("../.cache/vite"),
  plugins: [pages(root), mapsPlugin(), phaserFlags(), precompress()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  server: { proxy },
  preview: { proxy },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    // Styles and fonts stay files: the security policy allows no inline ones.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Phaser alone is larger; it comes lazily, while the lobby waits.
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      input: {
        home: path("index.html"),
        play: path("play/index.html"),
        host: path("host/index.html"),
        screen: path("screen/index.html"),
        learn: path("learn/index.html"),
        learnGlossary: path("learn/glossary/index.html"),
        learnCases: path("learn/cases/index.html"),
        missing: path("404.html"),
      },
      output: { codeSplitting: { groups: [{ name: "common", test: COMMON, minShareCount: 2 }] } },
    },
  },
}));
