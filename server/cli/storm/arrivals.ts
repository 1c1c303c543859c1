import { setTimeout as pause } from "node:timers/promises";
import { seedPrng, shuffled, stream } from "#shared/lib/prng.ts";
import type { HostView, StudentView } from "#shared/model/classView.ts";
import type { ClassEntry } from "#shared/protocol/classMessages.ts";
import { ClassLine, post, tryPost } from "./ClassLine.ts";

/** Milliseconds in which everybody comes. */
const WINDOW = 10_000;
/** Milliseconds after which someone without a place counts as turned away. */
const PATIENCE = 30_000;

export type Manner = "plain" | "abandons" | "doubleClicks";

export interface Arrival {
  readonly line: ClassLine<StudentView>;
  readonly manner: Manner;
  readonly seated: boolean;
  /** Milliseconds from pressing "join" to having a place, and from there to the dashboard showing it; null = never. */
  readonly wait: number;
  readonly shown: number | null;
}

interface Storm {
  readonly origin: string;
  readonly code: string;
  readonly host: ClassLine<HostView>;
  readonly clients: number;
  readonly seed: number;
}

/** Everybody joins within ten seconds: a tenth give up half-way and come back, a tenth press twice. */
export async function arrive(storm: Storm): Promise<readonly Arrival[]> {
  const { draw } = stream(seedPrng(storm.seed, "storm"));
  const tenth = Math.round(storm.clients / 10);
  const manners = shuffled(
    Array.from({ length: storm.clients }, (_, at): Manner =>
      at < tenth ? "abandons" : at < 2 * tenth ? "doubleClicks" : "plain",
    ),
    draw,
  );
  const times = manners.map(() => draw() * WINDOW);
  return Promise.all(
    manners.map(async (manner, at) => {
      await pause(times[at]);
      return join(storm, `Student ${at + 1}`, manner);
    }),
  );
}

async function join(storm: Storm, name: string, manner: Manner): Promise<Arrival> {
  const began = performance.now();
  const entry = await enter(storm, name, manner);
  const line = await ClassLine.open<StudentView>(storm.origin, { token: entry.token });
  const seated = await line.until(() => hasPlace(line.view), PATIENCE);
  const placed = performance.now();
  const member = line.view?.you.member;
  const onBoard = (): boolean =>
    storm.host.view?.members.some(({ id, present }) => id === member && present) === true &&
    storm.host.view.sessions.at(-1)?.places.some((place) => place.member === member) === true;
  const shown = await storm.host.until(onBoard, PATIENCE);
  return { line, manner, seated, wait: placed - began, shown: shown ? performance.now() - placed : null };
}

/** How each gets a token. Who gives up has a token and a line, and comes back with the rejoin code, as on another phone. */
async function enter({ origin, code }: Storm, name: string, manner: Manner): Promise<ClassEntry> {
  const join = (): Promise<ClassEntry | null> => tryPost<ClassEntry>(`${origin}/api/join`, { code, name });
  if (manner === "doubleClicks") {
    const answers = await Promise.all([join(), join()]);
    const granted = answers.find((answer) => answer !== null);
    if (!granted) throw new Error(`${name}: both clicks were refused`);
    return granted;
  }
  const entry = await post<ClassEntry>(`${origin}/api/join`, { code, name });
  if (manner === "plain") return entry;
  const line = await ClassLine.open<StudentView>(origin, { token: entry.token });
  await line.drop();
  await pause(500);
  return post<ClassEntry>(`${origin}/api/rejoin`, { code: entry.rejoin });
}

export function hasPlace(view: StudentView | null): boolean {
  const session = view?.session ?? null;
  return session !== null && session.table !== null && session.country !== null;
}
