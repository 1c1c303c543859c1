import type { ClassHeader, ClassSettings, ClassState } from "../model/classroom.ts";
import { CONCEPT_QUESTIONS } from "./concepts.ts";

/** How a class begins: with the names students give themselves, refused words kept out, and no instructor reading along. */
export const DEFAULT_SETTINGS: ClassSettings = {
  naming: "real",
  roster: [],
  locked: false,
  approve: false,
  pin: null,
  filter: true,
  hostReads: false,
  hostSeesOrders: false,
  retentionDays: 30,
};

/** The class before its first command. */
export const startClass = (header: ClassHeader): ClassState => ({
  header,
  name: header.name,
  settings: DEFAULT_SETTINGS,
  members: [],
  sessions: [],
  lead: null,
  polls: [],
  votes: [],
  concepts: CONCEPT_QUESTIONS,
  conceptAnswers: [],
  reports: [],
  notices: [],
  lastSeq: 0,
});
