import type { CountryIndex } from "../model/ids.ts";
import type { Treaty } from "../model/treaty.ts";
import type { Board, PublicWorld, World } from "../model/world.ts";
import { keptFor } from "../lib/keptFor.ts";

/** Who reads: a seat, someone who watches, or anyone once the match is over. */
export type Reader = CountryIndex | "observer" | "afterwards";

/**
 * A world as a reader may see it: without chance and covert deeds; of secret treaties those that the reader is a party to or
 * has found; influence as far as it came out, and the reader's own. Where there is nothing secret all readers get the
 * identical object.
 */
export function publicWorld(board: Board, world: World, reader: Reader): PublicWorld {
  if (!hasSecrets(world)) return open(world);
  const views = viewsOf(board)(world);
  const view = views.get(reader) ?? seenBy(board, world, reader);
  views.set(reader, view);
  return view;
}

const open = keptFor(({ prng: _prng, secrets: _secrets, ...world }: World): PublicWorld => world);
const viewsOf = keptFor((_board: Board) => keptFor((_world: World) => new Map<Reader, PublicWorld>()));

const hasSecrets = keptFor(
  ({ treaties, secrets }: World): boolean =>
    treaties.some(({ secret }) => secret === true) || secrets.influence.some((row) => row.some((value) => value > 0)),
);

function seenBy(board: Board, world: World, reader: Reader): PublicWorld {
  const { prng: _prng, secrets, ...rest } = world;
  return {
    ...rest,
    treaties: world.treaties.flatMap((treaty) => (knows(board, reader, treaty) ? [withoutFinders(treaty)] : [])),
    influence:
      reader === "afterwards"
        ? secrets.influence
        : world.influence.map((row, k) => (k === reader ? (secrets.influence[k] ?? row) : row)),
  };
}

/** Whether a reader knows of a treaty: everyone unless it is secret, else its parties and who found it. */
export function knows(board: Board, reader: Reader, { secret, parties, foundBy }: Treaty): boolean {
  if (secret !== true || reader === "afterwards") return true;
  const id = reader === "observer" ? undefined : board.ids[reader];
  return id !== undefined && (parties.includes(id) || (foundBy ?? []).includes(id));
}

/** Who else found it is nobody's business. */
export const withoutFinders = ({ foundBy: _foundBy, ...treaty }: Treaty): Treaty => treaty;
