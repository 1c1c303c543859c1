/**
 * `npm run dev`: the server, restarted when its code changes, and Vite beside it with hot reload. Open the
 * address Vite prints; it hands `/api` and sockets on to the server.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const port = process.env["PORT"] ?? "2567";
const env = { ...process.env, PORT: port, SERVER_ORIGIN: `http://localhost:${port}` };

const run = (args: readonly string[]): ChildProcess => spawn(process.execPath, args, { cwd: root, env, stdio: "inherit" });
const children = [
  run(["--watch", "--watch-preserve-output", "server/main.ts"]),
  run([join(root, "node_modules/vite/bin/vite.js"), "--config", "client/vite.config.ts"]),
];

for (const child of children) child.on("exit", (code) => endAll(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => endAll(0));

function endAll(code: number): void {
  for (const child of children) child.kill("SIGTERM");
  process.exitCode = code;
}
