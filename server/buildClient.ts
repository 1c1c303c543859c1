import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Folders whose files go into the client, and single files that decide how it is built. */
const SOURCES = ["client", "shared"];
const SETTINGS = ["package.json", "package-lock.json"];

/** Builds the client when it has never been built or a source is newer. Resolves false when the build failed. */
export async function ensureClient(root: string): Promise<boolean> {
  if (!isStale(root)) return true;
  console.log("Building the pages (once; about half a minute) …");
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const build = spawn(process.execPath, [vite, "build", "--config", "client/vite.config.ts", "--logLevel", "error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const status = await new Promise((resolve) => build.on("error", () => resolve(-1)).on("close", resolve));
  return status === 0;
}

function isStale(root: string): boolean {
  const page = join(root, "client/dist/index.html");
  if (!existsSync(page)) return true;
  const built = statSync(page).mtimeMs;
  const files = [
    ...SETTINGS.map((file) => join(root, file)),
    ...SOURCES.flatMap((folder) => filesUnder(join(root, folder))),
  ];
  return files.some((file) => statSync(file).mtimeMs > built);
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "dist" || entry.name === "node_modules" || entry.name.endsWith(".md")) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
