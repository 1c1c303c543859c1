import type { PersonId } from "#shared/model/ids.ts";
import type { HostDeed } from "#shared/model/match.ts";
import type { HostedView, PlayerView } from "#shared/model/view.ts";

type Hosted = Pick<PlayerView, "hosted">;
type Mate = HostedView["crew"][number];

/** When the phase ends if the clock runs on from now: while it stands still, what is left moves along. Epoch ms; null = no clock. */
export function deadlineSeen({ hosted, deadline }: Hosted & Pick<PlayerView, "deadline">, now: number): number | null {
  const pause = hosted?.pause ?? null;
  if (pause === null) return deadline;
  return pause.left === null ? null : now + pause.left;
}

/** Those who share the reader's country; empty where nobody does. */
export const crewOf = ({ hosted }: Hosted): readonly Mate[] =>
  (hosted?.crew.length ?? 0) > 1 ? (hosted?.crew ?? []) : [];

/** Null = the reader may hand in; else who may: the first of the team who is here, or the first. */
export function whoHandsIn(view: Hosted): Mate | null {
  const crew = crewOf(view);
  if (crew.length === 0 || view.hosted?.maySubmit !== false) return null;
  return crew.find(({ present }) => present) ?? crew[0] ?? null;
}

/** Who of the team is writing on the sheet now, unless it is the reader. */
export const writerOf = (view: Hosted, me: PersonId | null): Mate | null =>
  crewOf(view).find(({ person }) => person === view.hosted?.editing && person !== me) ?? null;

/** Milliseconds for which the reader may not speak yet, by the table's rule or the class's; 0 = may. */
export function silenceLeft(view: Hosted, mutedUntil: number | null, now: number): number {
  return Math.max(0, (view.hosted?.mutedUntil ?? 0) - now, (mutedUntil ?? 0) - now);
}

/** News from the instructor that belong to the present turn or to what was told last. */
export function newsIn({ hosted, turn }: Hosted & Pick<PlayerView, "turn">): readonly (HostDeed & {
  readonly act: Extract<HostDeed["act"], { readonly kind: "news" }>;
})[] {
  return (hosted?.deeds ?? []).flatMap((deed) =>
    deed.act.kind === "news" && deed.turn >= turn - 1 ? [{ ...deed, act: deed.act }] : [],
  );
}

/** The last step back, while its turn is being played again. */
export function steppedBack({ hosted, turn, phase }: Hosted & Pick<PlayerView, "turn" | "phase">): number | null {
  const last = (hosted?.deeds ?? []).findLast(({ act }) => act.kind === "stepBack");
  return last?.act.kind === "stepBack" && last.act.turn === turn && phase === "dispatches" ? turn : null;
}
