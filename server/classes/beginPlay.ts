import type { Result } from "#shared/lib/result.ts";
import { matchId } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { settled } from "#shared/classroom/seating.ts";
import { tablesOf } from "#shared/classroom/tables.ts";
import type { Chance } from "#server/lib/chance.ts";
import { illegal } from "#server/lib/refusals.ts";
import { drawId } from "#server/seats/codes.ts";
import type { ClassController } from "./ClassController.ts";
import type { Actor } from "./ClassLedger.ts";

/** Play begins: everyone here has a place, and every table its match. Resolves when all are at their tables. */
export async function beginPlay(room: ClassController, by: Actor, chance: Chance): Promise<Result<void, Refusal>> {
  const result = await room.write((entry) => {
    const session = entry.state.sessions.at(-1);
    const { scenario } = room;
    if (!session || !scenario) return illegal("session.none", "No session is open: open one with the planner first.");
    if (session.state === "gathering") {
      const places = settled(session, entry.state.members, { scenario, seed: room.seed() });
      const refusal = entry.add({ by, body: { kind: "deal", places } });
      if (refusal) return refusal;
    }
    const tables = tablesOf(session.plan, room.seed(), () => matchId(drawId(chance, "m")));
    return entry.add({ by, body: { kind: "begin", tables } });
  });
  if (result.ok) await room.tables.settle();
  return result;
}
