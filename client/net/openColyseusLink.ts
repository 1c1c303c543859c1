import { Client, type Room } from "@colyseus/sdk";
import { fail, ok, type Result } from "#shared/lib/result.ts";
import type { ClassReply } from "#shared/protocol/classMessages.ts";
import type { Reservation } from "#shared/protocol/messages.ts";
import { PROTOCOL_VERSION } from "#shared/protocol/version.ts";
import { type Answer, enter, enterAsHost } from "./api.ts";
import type { Link, LinkEvents, OpenFailure, OpenLink, ReceivedName } from "./link.ts";

/** Milliseconds until a socket that will not open is given up. */
const OPENING = 12_000;

/** Refusals that pass by themselves – no answer, a restart, a limit – and are met by trying again. */
const PASSING = /^(net|server)\.|\.tooMany$/;

type Reserved = Parameters<Client["consumeSeatReservation"]>[0];

/**
 * A link over Colyseus: a reserved place by HTTP, then its socket. The SDK's own reconnection stays off: it rests for the first five
 * seconds and after a server's restart, just when it is needed; the owner opens a new link with the seat token instead.
 */
export const openColyseusLink: OpenLink = (token, events) => openReserved(enter(token, PROTOCOL_VERSION), events);

/** The same for an instructor or a projector, by their key. */
export const openHostLink: OpenLink = (key, events) => openReserved(enterAsHost(key, PROTOCOL_VERSION), events);

async function openReserved(asked: Answer<Reservation>, events: LinkEvents): Promise<Result<Link, OpenFailure>> {
  const place = await asked;
  if (!place.ok) {
    return fail(PASSING.test(place.error.code) ? { kind: "unreachable" } : { kind: "refused", refusal: place.error });
  }
  const client = new Client(location.origin.replace(/^http/, "ws"));
  // The reservation is the server library's own object, passed through untouched.
  return openRoom(client.consumeSeatReservation(place.value.reservation as Reserved), events);
}

/** Listened to by name: the library complains of what nobody listens to. */
const NAMES = [
  "view",
  "whole",
  "p",
  "superseded",
  "class",
  "classPatch",
  "table",
  "detail",
  "away",
] as const satisfies readonly ReceivedName[];

async function openRoom(opening: Promise<Room>, events: LinkEvents): Promise<Result<Link, OpenFailure>> {
  const room = await Promise.race([opening.catch(() => null), pause(OPENING)]);
  if (room) return ok(linkOver(room, events));
  // A socket that opens after all must not hold the seat behind our back.
  void opening.then((late) => late.leave()).catch(() => undefined);
  return fail({ kind: "unreachable" });
}

function linkOver(room: Room, events: LinkEvents): Link {
  let open = true;
  room.reconnection.enabled = false;
  for (const name of NAMES) room.onMessage(name, (body) => events.onMessage(name, body));
  room.onLeave(() => {
    if (!open) return;
    open = false;
    events.onClose();
  });
  // Errors on an open room are followed by its closing, which is what counts.
  room.onError(() => undefined);
  return {
    request: (name, body, patience) => room.request<object, ClassReply>(name, body, { timeout: patience }),
    close: () => {
      // A socket that is gone already cannot be told goodbye: the browser would report the attempt as an error.
      if (!open) return;
      open = false;
      void room.leave().catch(() => undefined);
    },
  };
}

const pause = (milliseconds: number): Promise<null> =>
  new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
