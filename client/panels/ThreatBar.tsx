import { SOURCES, type BySource } from "#shared/model/parameters.ts";

const PATTERNS = { P: "part1", X: "part2", O: "part3", I: "part4" } as const;

/** T on a fixed 0–100 width: a 5-point stub, then the four parts, told apart by pattern. Said in words beside it. */
export function ThreatBar({ parts, strong = false }: { readonly parts: BySource; readonly strong?: boolean }) {
  return (
    <div class={strong ? "threat-bar threat-bar-strong" : "threat-bar"} aria-hidden="true">
      <span class="stub" style={{ width: "5%" }} />
      {SOURCES.map((source) => (
        <span key={source} class={PATTERNS[source]} style={{ width: `${Math.max(0, parts[source])}%` }} />
      ))}
    </div>
  );
}
