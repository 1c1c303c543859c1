import { matchMaker } from "@colyseus/core";
import type { MatchId, PersonId } from "#shared/model/ids.ts";
import type { Reservation } from "#shared/protocol/messages.ts";
import type { RoomTicket } from "#server/rooms/MatchRoom.ts";

export const ROOM = "match";

type Listing = Awaited<ReturnType<typeof matchMaker.createRoom>>;

/** Rooms being created, so that a class arriving together gets one. */
const creating = new Map<MatchId, Promise<Listing>>();

/** Reserves a place in the match's room, which is created on demand. The place must be taken within seconds. */
export async function reserve(match: MatchId, person: PersonId): Promise<Reservation> {
  const ticket: RoomTicket = { person };
  const room = (await matchMaker.getRoomById(match)) ?? (await created(match));
  return { reservation: await matchMaker.reserveSeatFor(room, {}, ticket) };
}

async function created(match: MatchId): Promise<Listing> {
  const underWay = creating.get(match) ?? matchMaker.createRoom(ROOM, { match });
  creating.set(match, underWay);
  try {
    return await underWay;
  } finally {
    creating.delete(match);
  }
}
