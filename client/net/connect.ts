import type { ClassEntry } from "#shared/protocol/classMessages.ts";
import type { Entry } from "#shared/protocol/messages.ts";
import { browserTools, wakingWithPage } from "./browserTools.ts";
import type { StudentConnection } from "./classConnection.ts";
import { createDrafts } from "./drafts.ts";
import { openColyseusLink } from "./openColyseusLink.ts";
import { SeatConnection } from "./SeatConnection.ts";
import { browserShelf } from "./storage.ts";

/** A seat's connection in a real browser, at a table of friends or in a class: it wakes with the page and with the network. */
export const connect = (entry: Entry | ClassEntry): StudentConnection =>
  wakingWithPage<StudentConnection>(
    new SeatConnection(entry, { ...browserTools(), open: openColyseusLink, drafts: createDrafts(browserShelf()) }),
  );
