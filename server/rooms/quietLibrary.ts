import type { Log } from "#server/lib/log.ts";

/** The room library's logger: one line per event, without stacks or payloads of bad frames. */
export function quietLibrary(
  log: Log,
): Record<"debug" | "info" | "trace" | "warn" | "error", (...parts: readonly unknown[]) => void> {
  const line = (parts: readonly unknown[]): string => String(parts[0]).split("\n")[0]?.slice(0, 200) ?? "";
  return {
    debug: (...parts) => log.debug({}, line(parts)),
    info: (...parts) => log.debug({}, line(parts)),
    trace: (...parts) => log.debug({}, line(parts)),
    warn: (...parts) => log.warn({}, line(parts)),
    error: (...parts) => log.warn({}, line(parts)),
  };
}
