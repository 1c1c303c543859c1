import type { Catalogue } from "../catalogue.ts";

/** What modules add to the order sheet and to the news: demands and answers, covert moves, focus, crises. */
export const statecraft = {
  choose: "Choose…",
  add: "Put it on the sheet",
  notAllowed: "{{name}} – {{why}}",

  demand: {
    whom: "To whom",
    what: "What you demand",
    cede: "Cede a province",
    leaveTreaty: "Leave a treaty",
    align: "Take a side",
    cedeWhat: "Which province",
    leaveTreatyWhat: "Which treaty",
    alignWhat: "Which side",
    cedeText: "cede {{province}} to {{by}}",
    giveBackText: "give {{province}} back to {{home}}",
    leaveTreatyText: "leave its {{treaty}} with {{others}}",
    leaveUnknown: "leave a treaty that has ended meanwhile",
    balanceText: "balance against {{country}}",
    bandwagonText: "bandwagon with {{country}}",
    followMe: "Bandwagon with you",
    balanceAgainst: "Balance against {{country}}",
    means:
      "All see it, and it counts as hostile. The answer comes with next turn’s orders; no answer is a refusal. If you do not attack in that turn it was a bluff: it costs you {{bluff}} stability.",
  },
  answer: {
    title_one: "An ultimatum to you",
    title_other: "{{count}} ultimata to you",
    from: "{{by}} demands: {{demand}}.",
    accept: "Accept",
    refuse: "Refuse",
    acceptedCede:
      "You give {{province}} away after this turn’s battles. {{by}} will not attack you this turn and thinks better of you.",
    acceptedLeaveTreaty:
      "You leave the treaty, which counts as no breach. {{by}} will not attack you this turn and thinks better of you.",
    acceptedAlign:
      "Your alignment this turn has to be: {{alignment}}. {{by}} will not attack you this turn and thinks better of you.",
    refused:
      "Nothing is given. If {{by}} does not attack this turn, everyone sees that it bluffed, and it loses {{bluff}} stability.",
    none: "No answer is a refusal.",
    ifAccepted: "If you accept",
    ifRefused: "If you refuse",
    theAlignment: "Choose it for me",
    onSheet: "Answer it on your order sheet.",
    othersTitle: "Ultimata between others",
    other: "{{by}} demands of {{target}}: {{demand}}.",
    mine: "You demand of {{target}}: {{demand}}. The answer comes with this turn’s orders.",
  },
  concede: {
    to: "To whom",
    province: "Which province",
    means:
      "It passes after this turn’s battles, and is occupied land for whoever has it. Who receives it thinks better of you. No armistice follows.",
  },
  appeal: {
    to: "Whom you ask",
    against: "Against whom",
    means:
      "Words that all can hear and that move no opinion. Who hides and asks another to carry the burden passes the buck.",
  },
  covert: {
    influenceOpen: "Open societies: +{{gain}} % influence, found out with a chance of {{found}} %",
    influenceClosed: "Closed societies: +{{gain}} % influence, found out with a chance of {{found}} %",
    subvertOpen: "Open societies: −{{gain}} stability, found out with a chance of {{found}} %",
    subvertClosed: "Closed societies: −{{gain}} stability, found out with a chance of {{found}} %",
    investigate:
      "Each secret treaty and covert deed is found with a chance of {{found}} %. Its ambition is read rightly in {{right}} of 100 cases.",
    unseen: "Nobody sees this unless you are found out.",
    unseenInvestigate: "Nobody sees this.",
    propaganda: "Costs the target {{stability}} stability, {{kin}} within one movement. All hear it.",
  },
  focus: {
    title: "Where most of your force goes",
    means: "What you send out is divided equally, or two thirds to one use. Your own defence is never divided.",
    equal: "Equally",
    attack: "To the attack",
    help: "To help {{country}}",
  },
  secret: {
    refusal: "Nobody sees your answer before the call.",
  },

  news: {
    crisis: "Crisis",
    effects: "What it does",
    noEffects: "Nothing at once. What follows is up to the table.",
    intelligence: "Intelligence report",
    onlyYou: "Only you know this",
    known: "Known only to {{who}}",
    foundTreaty: "{{treaty}} of {{parties}}",
    nothingFound: "Nothing was found. That does not mean there is nothing.",
    treatiesFound: "Secret treaties found",
    deedsFound_one: "{{count}} covert deed found",
    deedsFound_other: "{{count}} covert deeds found",
    ambitionMore: "It seems to want more than it has",
    ambitionContent: "It seems content with what it has",
    sure: "right in {{percent}} of 100 cases",
    lapsing: "Treaties that lapse after this turn",
    lapses: "{{treaty}} with {{parties}}",
    odds: "Chance of winning {{win}} %; the die fell at {{thrown}}.",
    oddsLabel: "A bar of 100: up to {{win}} the attack wins. The die fell at {{thrown}}.",
  },
  decline: {
    distrust: "We do not trust you.",
    noThreat: "We see no threat that calls for it.",
    friendOfTarget: "It is against a friend of ours.",
    ownPlans: "We have plans of our own.",
    bound: "We are bound elsewhere.",
    tooWeak: "You are too weak to be of help.",
    wantsMore: "We want more for it.",
  },
  country: {
    society: "Society",
    open: "open",
    closed: "closed",
    influence: "Influence of others",
    influenceOf: "{{country}} {{percent}} %",
    yours: "you {{percent}} %",
    nobody: "none known",
    centralising: "{{ideology}} (one movement, one leader)",
    unrest: "{{value}}: it may rise",
    low: "{{value}}: income is a quarter less",
  },
} as const satisfies Catalogue;
