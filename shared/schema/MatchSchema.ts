import { schema, type SchemaType, t } from "@colyseus/schema";

/**
 * The small public state of a match, the same for everyone connected. A map of seats, not an array: arrays
 * that shift break clients that join late. Nothing secret is ever written here; each seat gets its own view
 * as messages. Filled by `server/rooms/writeSchema.ts` alone.
 */
export const SeatSchema = schema(
  {
    occupant: t.string(),
    name: t.string(),
    connected: t.boolean(),
    ready: t.boolean(),
    submitted: t.boolean(),
  },
  "SeatSchema",
);
export type SeatSchema = SchemaType<typeof SeatSchema>;

export const MatchSchema = schema(
  {
    phase: t.string(),
    turn: t.uint8(),
    /** Epoch milliseconds on the server's clock; 0 = no clock. */
    deadline: t.number(),
    /** By country id. */
    seats: t.map(SeatSchema),
  },
  "MatchSchema",
);
export type MatchSchema = SchemaType<typeof MatchSchema>;
