import type { CountryId } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { ClassReply } from "#shared/protocol/classMessages.ts";
import { ownersOf } from "#shared/record/occupants.ts";
import { illegal, invalid } from "#server/lib/refusals.ts";
import type { HostRequest } from "#server/match/hostActs.ts";
import type { MatchController } from "#server/match/MatchController.ts";
import { done, no } from "./answers.ts";
import type { ClassController } from "./ClassController.ts";
import type { Actor } from "./ClassLedger.ts";

/** An instructor who asks. */
export interface HostAsker {
  readonly room: ClassController;
  readonly by: Extract<Actor, { readonly kind: "host" }>;
}

type Chosen = "all" | readonly number[];
type RequestAt = (controller: MatchController, table: number) => HostRequest | null;

/**
 * The same act at several tables. Where some refuse, it is done at the others, and one sentence says where not and why. A
 * table for which there is nothing to ask (null) is passed over.
 */
export async function actAt(
  { room, by }: HostAsker,
  chosen: Chosen,
  act: string,
  request: RequestAt,
): Promise<ClassReply> {
  const tables = room.tables.all.filter(({ number }) => chosen === "all" || chosen.includes(number));
  if (room.tables.all.length === 0) return no(illegal("tables.none", "Play has not begun: there are no tables yet."));
  const unknown = chosen === "all" ? [] : chosen.filter((one) => !tables.some(({ number }) => number === one));
  if (unknown.length > 0) return no(invalid("tables.unknown", `There is no table ${unknown.join(", ")}.`));
  const asked = await Promise.all(
    tables.map(async ({ number, controller }) => {
      const wanted = request(controller, number);
      const result = wanted && (await controller.hosted(by.label, wanted));
      return { number, refusal: result && !result.ok ? result.error : null };
    }),
  );
  const granted = asked.flatMap(({ number, refusal }) => (refusal ? [] : [number]));
  // The act is done and in the matches' records; the class's log of it may lag behind.
  if (granted.length > 0) await room.record(by, { kind: "tableAct", tables: granted, act });
  const refused = asked.flatMap(({ number, refusal }) => (refusal ? [{ number, refusal }] : []));
  return refused.length === 0 ? done : no(gathered(refused, tables.length));
}

interface RefusedAt {
  readonly number: number;
  readonly refusal: Refusal;
}

/** What all say is said once; else by table. */
function gathered(refused: readonly RefusedAt[], asked: number): Refusal {
  const [first] = refused;
  const reasons = new Map<string, number[]>();
  for (const { number, refusal } of refused) reasons.set(refusal.text, [...(reasons.get(refusal.text) ?? []), number]);
  const told = [...reasons].map(
    ([text, numbers]) => `${numbers.length === 1 ? "Table" : "Tables"} ${numbers.join(", ")}: ${text}`,
  );
  const elsewhere = refused.length < asked ? [" It is done at the other tables."] : [];
  const text = asked === 1 && first ? first.refusal.text : told.join(" ") + elsewhere.join("");
  return { kind: first?.refusal.kind ?? "illegal", code: first?.refusal.code ?? "tables.refused", text };
}

/** Countries whose people are not done with the phase. */
export function laggards(controller: MatchController): readonly CountryId[] {
  const { board, occupants, submitted, phase } = controller.state;
  return board.ids.filter((_, at) => {
    if (occupants[at]?.kind !== "person") return false;
    if (phase === "orders") return submitted[at] === null;
    return !ownersOf(occupants[at]).some((person) => controller.people.isReady(person));
  });
}
