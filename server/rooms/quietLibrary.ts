import type { Log } from "#server/lib/log.ts";

type Line = (...parts: readonly unknown[]) => void;

/**
 * The room library's logger. What it says of a frame it cannot read quotes the frame, which may hold a
 * message or orders: of an error only its name and the first place in the code are kept.
 */
export function quietLibrary(log: Log): Record<"debug" | "info" | "trace" | "warn" | "error", Line> {
  const quiet: Line = (...parts) => log.debug({}, `library: ${withoutQuotes(parts[0])}`);
  const loud: Line = (...parts) => log.warn({}, `library: ${withoutQuotes(parts[0])}`);
  return { debug: quiet, info: quiet, trace: quiet, warn: loud, error: loud };
}

function withoutQuotes(part: unknown): string {
  const text = part instanceof Error ? (part.stack ?? part.name) : String(part);
  const name = /^\w+/.exec(text)?.[0] ?? "";
  const place = /^\s*at .*$/m.exec(text)?.[0].trim() ?? "";
  return `${name} ${place}`.trim().slice(0, 200);
}
