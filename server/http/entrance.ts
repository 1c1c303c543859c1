import { matchMaker } from "@colyseus/core";
import type { ClassId, MatchId, PersonId } from "#shared/model/ids.ts";
import type { Reservation } from "#shared/protocol/messages.ts";
import type { ClassTicket } from "#server/rooms/ClassRoom.ts";
import type { RoomTicket } from "#server/rooms/MatchRoom.ts";

export const ROOM = "match";
export const CLASS_ROOM = "class";

type Listing = Awaited<ReturnType<typeof matchMaker.createRoom>>;

/** Rooms being created, so that a class arriving together gets one. */
const creating = new Map<string, Promise<Listing>>();

/** Reserves a place in the match's room, which is created on demand. The place must be taken within seconds. */
export async function reserve(match: MatchId, person: PersonId): Promise<Reservation> {
  const ticket: RoomTicket = { person };
  return { reservation: await matchMaker.reserveSeatFor(await roomOf(match, ROOM, { match }), {}, ticket) };
}

/** The same on a class's line. */
export async function reserveInClass(id: ClassId, ticket: ClassTicket): Promise<Reservation> {
  return { reservation: await matchMaker.reserveSeatFor(await roomOf(id, CLASS_ROOM, { class: id }), {}, ticket) };
}

async function roomOf(id: string, kind: string, options: object): Promise<Listing> {
  return (await matchMaker.getRoomById(id)) ?? (await created(id, () => matchMaker.createRoom(kind, options)));
}

async function created(id: string, create: () => Promise<Listing>): Promise<Listing> {
  const underWay = creating.get(id) ?? create();
  creating.set(id, underWay);
  try {
    return await underWay;
  } finally {
    creating.delete(id);
  }
}
