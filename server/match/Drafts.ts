import type { CountryId, CountryIndex, MatchId } from "#shared/model/ids.ts";
import type { MatchState } from "#shared/model/match.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import { haveInCommon, ownersOf } from "#shared/record/occupants.ts";
import type { Log } from "#server/lib/log.ts";
import type { Draft, MatchStore } from "#server/store/MatchStore.ts";

interface DraftsDeps {
  readonly match: MatchId;
  readonly store: Pick<MatchStore, "saveDraft">;
  readonly log: Log;
}

/** The order sheets of one match that are begun and not handed in: one to a seat. They lie beside the record: durable, but no part of it. */
export class Drafts {
  readonly #deps: DraftsDeps;
  readonly #drafts: Map<CountryId, Draft>;

  constructor(stored: ReadonlyMap<CountryId, Draft>, deps: DraftsDeps) {
    this.#drafts = new Map(stored);
    this.#deps = deps;
  }

  /** A draft is for one turn, and for those whose seat it was when it was written, as far as they are still of it. */
  at({ board, occupants, turn }: MatchState, seat: CountryIndex): OrderSheet | null {
    const country = board.ids[seat];
    const draft = country === undefined ? undefined : this.#drafts.get(country);
    return draft?.turn === turn && haveInCommon(draft.people, ownersOf(occupants[seat])) ? draft.sheet : null;
  }

  /** Resolves when it is on the disk. Of several who write on one sheet the last is kept. */
  async save({ board, occupants, turn }: MatchState, seat: CountryIndex, sheet: OrderSheet): Promise<void> {
    const country = board.ids[seat];
    if (country === undefined) return;
    const draft = { turn, sheet, people: ownersOf(occupants[seat]) };
    await this.#deps.store.saveDraft(this.#deps.match, country, draft);
    this.#drafts.set(country, draft);
  }

  /** What was written for a turn that a step back has undone would come up again when it is reached anew. */
  dropAfter(turn: number): void {
    const { match, store, log } = this.#deps;
    for (const [country, draft] of this.#drafts) {
      if (draft.turn <= turn) continue;
      this.#drafts.delete(country);
      store
        .saveDraft(match, country, null)
        .catch((error: unknown) => log.error({ match, error: String(error) }, "could not drop a draft"));
    }
  }
}
