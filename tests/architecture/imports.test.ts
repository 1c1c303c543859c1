import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const TREES = ["shared", "server", "client"];

describe("import directions", () => {
  const allowed = readAllowedEdges(readFileSync(join(root, "README.md"), "utf8"));
  const edges = TREES.flatMap(sourceFiles).flatMap(edgesOf);

  it("finds the code and the table", () => {
    expect(edges.length).toBeGreaterThan(100);
    expect(allowed.size).toBeGreaterThan(10);
  });

  it("allows only the edges of the README's table", () => {
    const refused = edges
      .filter(({ from, to }) => from !== to && !allowed.get(from)?.has(to))
      .map(({ from, to, file }) => `${file}: ${from} may not import ${to}`);
    expect(refused).toEqual([]);
  });

  it("names in the table only rooms that exist", () => {
    const rooms = new Set(edges.flatMap(({ from, to }) => [from, to]));
    const unknown = [...allowed].flatMap(([from, tos]) => [from, ...tos]).filter((room) => !rooms.has(room));
    expect(unknown).toEqual([]);
  });

  it("keeps npm packages out of theory/ and rules/ at run time", () => {
    const packages = sourceFiles("shared")
      .filter((file) => /^shared\/(theory|rules|model|lib)\//.test(file))
      .flatMap((file) =>
        specifiersOf(file)
          .filter((s) => !s.startsWith(".") && !s.startsWith("#"))
          .map((s) => `${file}: ${s}`),
      );
    expect(packages).toEqual([]);
  });

  it("keeps clock and chance out of shared/", () => {
    const found = sourceFiles("shared")
      .filter((file) =>
        /Math\.random|Date\.now|new Date\b|performance\.now/.test(readFileSync(join(root, file), "utf8")),
      )
      .map(String);
    expect(found).toEqual([]);
  });

  it("lets only MatchController's folder and the offline tools resolve turns on the server", () => {
    const callers = sourceFiles("server").filter((file) =>
      /\bresolveTurn\b/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(callers.filter((file) => !/^server\/(match|cli)\//.test(file))).toEqual([]);
  });
});

interface Edge {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The room of a file: `shared/rules`, `client/map`; a file directly in a tree belongs to the tree's own room. */
function roomOf(file: string): string {
  const [tree = "", folder = ""] = file.split("/");
  return file.split("/").length > 2 ? `${tree}/${folder}` : tree;
}

function edgesOf(file: string): Edge[] {
  return specifiersOf(file)
    .map((specifier) => targetOf(file, specifier))
    .filter((target): target is string => target !== null)
    .map((target) => ({ file, from: roomOf(file), to: roomOf(target) }));
}

function specifiersOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|^import\s+)["']([^"']+)["']/gm);
  return [...found].map((match) => match[1] ?? "");
}

function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (!specifier.startsWith(".")) return null;
  return posix.normalize(posix.join(dirname(file), specifier));
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(root, folder, name);
    if (name === "dist" || name === "node_modules") return [];
    if (statSync(path).isDirectory()) return sourceFiles(posix.join(folder, name));
    return /\.(ts|tsx|mjs)$/.test(name) ? [relative(root, path)] : [];
  });
}

/** Rows `| room | may import |` of the table under "Directions". */
function readAllowedEdges(readme: string): Map<string, Set<string>> {
  const section = readme.split(/^#+ Directions$/m)[1]?.split(/^#+ /m)[0] ?? "";
  const rows = section.split("\n").filter((line) => /^\|\s*`/.test(line));
  return new Map(
    rows.map((row) => {
      const [from = "", to = ""] = row
        .split("|")
        .slice(1, 3)
        .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? "").join(" "));
      return [from.trim(), new Set(to.split(" ").filter(Boolean))];
    }),
  );
}
