import { parseArgs } from "node:util";

/** Options of a measuring command: `--name value`, or `--name` alone where the default is a boolean. Exits 2 on anything else. */
export function readArguments<T extends Readonly<Record<string, string | number | boolean>>>(defaults: T): T {
  try {
    const { values } = parseArgs({
      options: Object.fromEntries(
        Object.entries(defaults).map(([name, value]) => [
          name,
          typeof value === "boolean" ? { type: "boolean" as const } : { type: "string" as const },
        ]),
      ),
    });
    const read = Object.entries(defaults).map(([name, fallback]) => [name, convert(name, values[name], fallback)]);
    // Every key of `defaults` is there, with a value of its default's type.
    return Object.fromEntries(read) as T;
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : String(error)}\nOptions: ${Object.keys(defaults)
        .map((name) => `--${name}`)
        .join(" ")}`,
    );
    process.exit(2);
  }
}

function convert(name: string, given: unknown, fallback: string | number | boolean): string | number | boolean {
  if (given === undefined) return fallback;
  if (typeof fallback === "boolean") return given === true;
  // parseArgs gives text for everything but booleans.
  const text = typeof given === "string" ? given : "";
  if (typeof fallback === "string") return text;
  const number = Number(text);
  if (text === "" || !Number.isFinite(number)) throw new Error(`--${name} takes a number, not “${text}”`);
  return number;
}
