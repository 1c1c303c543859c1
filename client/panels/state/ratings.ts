import { signal, type Signal } from "@preact/signals";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { Connection } from "../../net/connection.ts";
import type { Play } from "./playState.ts";

type Levels = Readonly<Record<CountryIndex, number>>;
const given = new WeakMap<Connection, Signal<Levels>>();

/** What was pressed on this page: in sight at once, and kept when the next press comes before the server's view does. */
function pressed({ connection }: Play): Signal<Levels> {
  const known = given.get(connection);
  if (known) return known;
  const fresh = signal<Levels>({});
  given.set(connection, fresh);
  return fresh;
}

/** How hostile a country seems to this seat, 0–4; null before it is rated. */
export const ratingOf = (play: Play, country: CountryIndex): number | null =>
  pressed(play).value[country] ?? play.view.value.ratings?.[country] ?? null;

export async function rate(play: Play, country: CountryIndex, level: number): Promise<Refusal | null> {
  const levels = pressed(play);
  levels.value = { ...levels.peek(), [country]: level };
  const ratings = play.board.ids.flatMap((id, at) => {
    const rated = ratingOf(play, at);
    return rated === null ? [] : [{ country: id, level: rated }];
  });
  const reply = await play.connection.send("rate", { ratings });
  if (reply.ok) return null;
  levels.value = {};
  return reply.refusal;
}
