import type { PublicView } from "#shared/projection/playerView.ts";
import { type MatchSchema, SeatSchema } from "#shared/schema/MatchSchema.ts";

/** The one place that writes Schema fields. Takes the public view, so that nothing else can get in. */
export function writeSchema(schema: MatchSchema, view: PublicView): void {
  schema.phase = view.phase;
  schema.turn = view.turn;
  for (const { country, occupant, name } of view.seats) {
    const seat = schema.seats.get(country) ?? new SeatSchema();
    seat.occupant = occupant;
    seat.name = name;
    if (!schema.seats.has(country)) schema.seats.set(country, seat);
  }
}
