import { CLASS_MESSAGES, type ClassMessageName } from "#shared/protocol/classMessages.ts";
import { planFor } from "./classSuite.ts";

export const CLASS_NAMES = Object.keys(CLASS_MESSAGES) as ClassMessageName[];

/** A body that parses, for every message; `member` is a student of the class. */
export function classBody(name: ClassMessageName, member: string): object {
  const bodies: { readonly [N in ClassMessageName]: object } = {
    rename: { name: "IR 102" },
    settings: { settings: { filter: false } },
    admit: { members: [member] },
    remove: { member, reason: "A test." },
    nameMember: { member, name: "Another" },
    muteMember: { member, minutes: 5 },
    handled: { report: 1 },
    tell: { to: null, text: "Hello, class." },
    concepts: { questions: [] },
    invite: { role: "screen", label: "Front" },
    uninvite: { label: "Front" },
    openSession: { plan: planFor(3), rehearsal: false },
    replan: { plan: planFor(3) },
    deal: {},
    place: { member, place: null },
    begin: {},
    finish: {},
    pause: { tables: "all" },
    resume: { tables: "all" },
    freeze: { tables: "all", text: "Look here, please." },
    extend: { tables: "all", seconds: 60 },
    advance: { tables: "all" },
    stepBack: { tables: "all" },
    inject: { tables: "all", crisis: { title: "A storm", text: "Ships stay in port." } },
    news: { tables: "all", text: "News from your instructor." },
    handSeat: { table: 1, country: "borun", kept: true },
    lastTurn: { tables: "all" },
    end: { tables: "all" },
    nudge: { tables: "all" },
    watch: { table: 1 },
    spotlight: { table: 1, country: "borun" },
    poll: { question: "yesNo", text: "Ready?", options: [], tallyShown: true },
    closePoll: { tallyShown: true },
    release: {},
    show: { table: null, sound: false },
    temperament: { answers: [0, 1, 2, 3, 4] },
    choose: { country: "borun" },
    help: { text: "Help, please." },
    report: { message: 1, why: "rude" },
    vote: { poll: "q1", option: 0 },
    answerConcepts: { stage: "before", pair: "abcdefgh", answers: [] },
    classResync: {},
    classPing: {},
  };
  return bodies[name];
}
