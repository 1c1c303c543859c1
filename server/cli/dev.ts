/** `npm run dev`: the server, restarted on change, and Vite in front of it with live reload. Ctrl-C stops both. */
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const port = process.env["PORT"] ?? "2567";
const env = { ...process.env, PORT: port, SERVER_ORIGIN: `http://localhost:${port}` };

const children = [
  run(["--watch-path=server", "--watch-path=shared", "--watch-preserve-output", "server/main.ts"]),
  run([join(root, "node_modules/vite/bin/vite.js"), "--config", "client/vite.config.ts"]),
];
console.log("Open the address that Vite prints below; changes to the pages show at once.");
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
for (const child of children) child.once("exit", stop);

function run(args: readonly string[]): ReturnType<typeof spawn> {
  return spawn(process.execPath, args, { cwd: root, env, stdio: "inherit" });
}

function stop(): void {
  for (const child of children) child.kill("SIGTERM");
}
