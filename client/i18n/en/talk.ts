import type { Catalogue } from "../catalogue.ts";

/** What people say to each other, and may not. `phrase` is what a phone offers to send without typing. */
export const talk = {
  phrases: "Quick phrases",
  phrase: {
    threatToAll: "{{threat}} is a danger to all of us. Who stands against it with me?",
    peaceToAll: "I want no war with anyone. Leave my land alone and I leave yours.",
    whoToAll: "Whom do you fear most, and why?",
    againstMe: "Those who balance against me: what have I done to you?",
    balanceWithMe: "Will you balance against {{threat}} with me this turn?",
    pact: "Let us sign a defence pact.",
    pactAgainst: "Let us sign a defence pact against {{threat}}.",
    peace: "I will not attack you. Will you leave me alone?",
    disarm: "Your arms worry me. Stop buying offence, and I will too.",
    why: "Why did you do that?",
    help: "I expect an attack by {{threat}}. Will you help?",
    follow: "I would rather stand beside you than against you.",
    yes: "Agreed.",
    no: "No.",
    thanks: "Thank you. I will remember it.",
    meetUs: "Shall we agree on one target for all of us?",
  },
  mute: "Mute {{who}}",
  unmute: "Hear {{who}} again",
  mutedNote_one: "One message of a muted country is hidden.",
  mutedNote_other: "{{count}} messages of muted countries are hidden.",
  mutedThread: "You have muted {{who}}: nothing from there is shown or counted.",
  mutedList: "Muted:",
  group: "Read by {{who}} and you; by nobody else.",
  forbidden: {
    none: "No messages in this phase: so it was agreed for this match.",
    public: "In this phase messages go to the whole table: so it was agreed for this match.",
  },
  open: "Here you can write in: {{phases}}.",
  never: "Here nothing can be written in any phase.",
  kept: "What you have typed is kept.",
} as const satisfies Catalogue;
