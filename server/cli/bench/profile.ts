import { Session, type Profiler } from "node:inspector/promises";
import { basename } from "node:path";

/** A function and its own share of the time, 0–1, without what it calls. */
export interface Share {
  readonly name: string;
  readonly share: number;
}

/** Where the time of some work goes: the functions with the greatest shares of their own, after running it for `ms`. */
export async function topFunctions(work: () => unknown, ms: number, most = 5): Promise<readonly Share[]> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.setSamplingInterval", { interval: 200 });
    await session.post("Profiler.start");
    const until = performance.now() + ms;
    while (performance.now() < until) work();
    const { profile } = await session.post("Profiler.stop");
    return sharesOf(profile).slice(0, most);
  } finally {
    session.disconnect();
  }
}

function sharesOf({ nodes, samples = [] }: Profiler.Profile): Share[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const counts = new Map<string, number>();
  for (const id of samples) {
    const name = names.get(id) ?? "?";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, share: count / samples.length }))
    .sort((a, b) => b.share - a.share);
}

const nameOf = ({ functionName, url, lineNumber }: Profiler.Profile["nodes"][number]["callFrame"]): string =>
  url === ""
    ? functionName
    : `${functionName === "" ? "a closure" : functionName} (${basename(url)}:${lineNumber + 1})`;
