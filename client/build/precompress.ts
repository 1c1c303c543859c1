import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(?:html|css|js|svg|json|txt)$/;
/** Below this many bytes a second file gains nothing over the wire. */
const LEAST = 300;

/** Writes a `.br` beside every text file of the build, so that the server never compresses while a class waits. */
export function precompress(): Plugin {
  let folder = "";
  return {
    name: "counterpoise:precompress",
    apply: "build",
    configResolved: (config) => {
      folder = config.build.outDir.startsWith("/") ? config.build.outDir : join(config.root, config.build.outDir);
    },
    writeBundle: {
      order: "post",
      sequential: true,
      handler: async () => {
        await Promise.all(
          filesUnder(folder)
            .filter((file) => TEXT.test(file))
            .map(compress),
        );
      },
    },
  };
}

const brotli = promisify(brotliCompress);

async function compress(file: string): Promise<void> {
  const text = readFileSync(file);
  if (text.length < LEAST) return;
  const packed = await brotli(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  });
  writeFileSync(`${file}.br`, packed);
}

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
