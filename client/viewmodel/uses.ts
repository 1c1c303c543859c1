import type { CountryId, CountryIndex } from "#shared/model/ids.ts";
import type { Focus } from "#shared/model/order.ts";
import type { Board, PublicWorld } from "#shared/model/world.ts";
import type { Draft } from "./orderDraft.ts";

/**
 * What this sheet may send force to, as far as can be foreseen: the attack, the leader's attack, allies who may call, those who
 * stood against the same country last turn, and one's own followers. In country order, the attack first.
 */
export function usesOf(board: Board, world: PublicWorld, me: CountryIndex, draft: Draft): readonly Focus[] {
  const own = board.ids[me];
  const enemy = draft.alignment?.kind === "balance" ? draft.alignment.target : null;
  const leader = draft.alignment?.kind === "bandwagon" ? draft.alignment.target : null;
  const allies = world.treaties
    .filter(({ id, kind, parties }) => kind === "defence" && own && parties.includes(own) && !draft.refuse.includes(id))
    .flatMap(({ parties }) => parties);
  const friends = board.ids.filter((_, index) => {
    const alignment = world.alignments[index];
    if (alignment?.kind === "bandwagon") return alignment.with === own;
    return enemy !== null && alignment?.kind === "balance" && alignment.against === enemy;
  });
  const helped = new Set<CountryId>([...allies, ...friends]);
  // Nobody helps whom it attacks.
  const victims = draft.moves.flatMap((move) =>
    move.kind === "attack" ? (world.holders[board.provinceIndexOf.get(move.province) ?? -1] ?? []) : [],
  );
  const attacks = leader !== null || draft.moves.some(({ kind }) => kind === "attack");
  return [
    ...(attacks ? [{ kind: "attack" } as const] : []),
    ...board.ids
      .filter((id, index) => helped.has(id) && id !== own && id !== enemy && !victims.includes(index))
      .map((country): Focus => ({ kind: "help", country })),
  ];
}

export const sameFocus = (a: Focus | null, b: Focus | null): boolean =>
  a?.kind === b?.kind && (a?.kind !== "help" || b?.kind !== "help" || a.country === b.country);
