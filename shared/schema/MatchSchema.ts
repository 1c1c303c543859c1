import { schema, type SchemaType, t } from "@colyseus/schema";

/**
 * The small public state of a match, the same for everyone connected. A map of seats, not an array: arrays
 * that shift break clients that join late. Nothing secret is ever written here; each seat gets its own view
 * as messages, and with it the deadline and who is connected, ready and submitted: here these would travel twice.
 * Filled by `server/rooms/writeSchema.ts` alone.
 */
export const SeatSchema = schema(
  {
    occupant: t.string(),
    name: t.string(),
  },
  "SeatSchema",
);
export type SeatSchema = SchemaType<typeof SeatSchema>;

export const MatchSchema = schema(
  {
    phase: t.string(),
    turn: t.uint8(),
    /** By country id. */
    seats: t.map(SeatSchema),
  },
  "MatchSchema",
);
export type MatchSchema = SchemaType<typeof MatchSchema>;
