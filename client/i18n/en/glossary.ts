import type { Catalogue } from "../catalogue.ts";

/**
 * The glossary: levels, one card per rule module, and the terms of the trade. Every statement about the literature has its
 * author and year; `rules` names lines of RULES.md, which the tests look up. `*Stars*` set a title in italics.
 */
export const glossary = {
  title: "Glossary and levels – Counterpoise",
  description:
    "How to play Counterpoise at Intro, Standard and Advanced; every rule module with its rule number and the theory behind it; terms from buck-passing to the wolf.",
  heading: "Levels and glossary",
  opening:
    "A level is a set of rules; a host may tick each of them by itself. Below: how to play at each level, what every rule adds and why it is there, and the words that scholars use for what you will see.",
  back: "The idea in two minutes",
  ruleOne: "Rule {{rules}}",
  rulesMany: "Rules {{rules}}",
  levels: {
    heading: "How to play, level by level",
    intro: "Intro",
    introTime: "20 to 30 minutes; for a first game.",
    introWhat:
      "Alignment, spending, and one move: attack, mobilise, threaten or reassure. Nothing is signed and nobody cheats in secret.",
    introHow:
      "Read the first row of the threat board and ask two questions. Would others stand with me against it? Then balance: who is attacked while balancing is helped by all who balance too. Can it be appeased? If not, following it is no shelter. Hide when the danger is someone else’s, and watch what they do next.",
    standard: "Standard",
    standardTime: "40 to 60 minutes; for a lesson with a debrief.",
    standardWhat:
      "Two moves, aid, treaties with calls and reliability, forecasts, congresses, ultimata and concessions, and crisis cards with the date of the day.",
    standardHow:
      "Talk before you write orders. A pact is called only by those who balance against their attacker, and a partner may stay away: look at how it kept its word before. Costly signs (cutting arms, going home, giving back) say more than words. An ultimatum is answered at the top of the next sheet; make none that you would not follow up.",
    advanced: "Advanced",
    advancedTime: "60 to 75 minutes; for those who have played before.",
    advancedWhat:
      "Also ideology, influence and subversion, intelligence, secret treaties that may leak, promises to consult and to stay neutral, and battles decided by a die.",
    advancedHow:
      "What you see is no longer all there is. Unrest may have an author, a friend may be bound to your enemy, and help may stay at home because somebody has a say there. Spend a move on looking before you stake your safety on a promise. Open societies are easily reached, and closed ones find you out more often.",
  },
  modulesHeading: "The rules a host can tick",
  modules: {
    treaties: {
      name: "Treaties",
      what: "Defence pacts, which may name one country they are against, and promises not to attack for three turns. Each changes what the partners think of each other; breaking one is felt by all.",
      rules: "4.1–4.8",
      theory:
        "Alliances are the commonest way to balance (Walt 1987). About three in four were honoured when it came to war (Leeds, Long & Mitchell 2000: 74.5 %).",
    },
    aid: {
      name: "Aid",
      what: "Whole points given to another country, which has them next turn and thinks a little better of you.",
      rules: "2.9",
      theory:
        "Aid follows alignment more than it makes it, and buys a say only where no one else gives (Walt 1987). Watch who is paid by whom, and who turns anyway.",
    },
    extraMove: {
      name: "A second move",
      what: "Two moves a turn, and with them what costs something: demobilise, cut offence, withdraw; an appeal to others; and sending most of your force to one place.",
      rules: "3.2–3.3, 6.4–6.6, 6.10, 7.12",
      theory:
        "Words are cheap. What a country would not do if it meant harm is believed (Fearon 1997 on tying hands and sinking costs; Kydd 2005 on reassurance).",
    },
    forecast: {
      name: "Forecast before the reveal",
      what: "In the dispatches you say whom you fear most and who will balance. Nobody sees it before the debrief.",
      rules: "1.7",
      theory:
        "Once people know what happened they think they knew it all along (Fischhoff 1975). A forecast on paper is the cure.",
    },
    calls: {
      name: "Calls to honour a pact",
      what: "A country that is attacked and balances against its attacker calls its partners. A partner’s sheet may refuse, or its own alignment may forbid it to come.",
      rules: "7.3–7.4, 4.7",
      theory:
        "Allies fear being left alone, and fear being dragged into a partner’s quarrel: abandonment and entrapment (Snyder 1984).",
    },
    reliability: {
      name: "Reliability",
      what: "Promises kept over promises tested, starting at three in four. What others expect from your help, and so their own safety, follows it.",
      rules: "4.9, 10.1",
      theory:
        "States that broke alliances find fewer partners later (Gibler 2008). How far reputation travels from one case to the next is disputed (Mercer 1996).",
    },
    congress: {
      name: "Congress",
      what: "After a conquest, or when one country comes to hold a third of all arms, every country may enter two new treaties in one turn.",
      rules: "8.7",
      theory:
        "After great wars powers have met to set limits to each other: the Concert of Europe (Jervis 1985). The alarm of one third is Levy & Thompson’s (2005).",
    },
    ultimatum: {
      name: "Ultimatum and concession",
      what: "Demand a province, the end of a treaty, or a side to take. The answer comes with next turn’s sheet. Who accepts is not attacked; who is refused and does nothing has bluffed and pays for it at home. Land can also be given away freely.",
      rules: "6.7–6.9",
      theory:
        "To make someone act is harder than to keep someone from acting: compellence and deterrence (Schelling 1966). Backing down in public costs leaders at home, more in open societies: audience costs (Fearon 1994).",
    },
    crises: {
      name: "Crisis cards",
      what: "Events of the time strike at the end of a turn, with their date. They move stability, money, arms or opinions, for everyone to see.",
      rules: "13.1–13.2",
      theory:
        "Crises lie between peace and war, and show what states will run risks for (Snyder & Diesing 1977). The cards change the board, never the rules of choice.",
    },
    ideology: {
      name: "Ideology",
      what: "Ideology may be given as a reason, and a government can be spoken against. Within one centralising movement the call reaches further, because each claims to lead it.",
      rules: "6.11, 9.1",
      theory:
        "Like-minded states find it easier to ally while they are safe; movements with one centre divide those who share them (Walt 1987). Players tend to overstate ideology as their reason: the debrief looks.",
    },
    influence: {
      name: "Influence and subversion",
      what: "Buy influence: a country in which you have a say sends less help against you. Or stir trouble: everyone sees the unrest, nobody the author. Either may come out.",
      rules: "12.1–12.5, 8.8–8.10",
      theory:
        "Penetration works on open societies and for limited aims, and backfires when it is found out (Walt 1987).",
    },
    intelligence: {
      name: "Intelligence",
      what: "An investigation may find a country’s secret treaties and covert moves, and guesses whether it wants more than it has. The report is yours alone, and can be wrong about the last.",
      rules: "12.6–12.7",
      theory:
        "States know their own aims and have reasons to misstate them (Fearon 1995), and what they see of others is bent by what they expect (Jervis 1976).",
    },
    secretTreaties: {
      name: "Secret treaties and leaks",
      what: "A treaty known to its parties alone moves no opinion and deters nobody, until it leaks, is found, is used or is broken.",
      rules: "4.13–4.14",
      theory:
        "Secret pacts keep a free hand and forgo deterrence (Snyder 1997). “Open covenants, openly arrived at” was the first of Wilson’s Fourteen Points (1918).",
    },
    softTreaties: {
      name: "Consultation and neutrality",
      what: "Who has promised to consult helps a little better when both stand against the same attacker. Who has promised neutrality neither attacks, nor joins an attack, nor helps those whom the partner attacks.",
      rules: "4.10–4.12",
      theory:
        "Treaties differ in what they oblige to: defence, offence, neutrality, non-aggression, consultation (Leeds, Ritter, Mitchell & Long 2002, the ATOP data).",
    },
    chance: {
      name: "Chance in battle",
      what: "A die decides, with odds set by the two sides’ strength. They are shown on your sheet before, and beside the result after.",
      rules: "7.13",
      theory:
        "No other human activity is so bound up with chance as war (Clausewitz 1832). The odds A² / (A² + D²) are a contest function (Hirshleifer 1989).",
    },
  },
  termsHeading: "Terms",
  terms: {
    buckPassing: {
      name: "Buck-passing",
      what: "Leaving it to someone else to stand up to the threat. Here: to hide and appeal to another, or to hide and pay another.",
      rules: "6.10",
      theory:
        "Tempting where another is more exposed and defence looks strong; its opposite is being chained to a reckless ally (Christensen & Snyder 1990).",
    },
    appeal: {
      name: "Appeal",
      what: "A move in words: you ask one country to deal with another, for all to hear. It binds nobody, you least of all.",
      rules: "6.10",
      theory: "The plainest trace that buck-passing leaves in the record (after Christensen & Snyder 1990).",
    },
    ultimatum: {
      name: "Ultimatum",
      what: "A demand with a threat of war behind it and a date: the next turn.",
      rules: "6.7–6.8",
      theory: "Schelling (1966) calls it compellence: the other side has to do something, and be seen doing it.",
    },
    covertInfluence: {
      name: "Covert influence",
      what: "A say in another country’s affairs that its public does not know of. It keeps part of that country’s help at home when it would help against you.",
      rules: "12.2–12.3",
      theory: "Called penetration in Walt (1987): it helps with limited aims and does not turn enemies into friends.",
    },
    intelligence: {
      name: "Intelligence",
      what: "What one country finds out about another in secret. Finding nothing does not prove that there is nothing.",
      rules: "12.6–12.7",
      theory: "Evidence is read in the light of what is expected: perception and misperception (Jervis 1976).",
    },
    crisis: {
      name: "Crisis",
      what: "An event that changes the board at once and asks everyone for an answer.",
      rules: "13.1",
      theory: "Bargaining under a high risk of war (Snyder & Diesing 1977).",
    },
    lion: {
      name: "Lion",
      what: "Satisfied and strong: would pay to defend the order.",
      rules: "1.4",
      theory: "Lions balance (Schweller 1994).",
    },
    lamb: {
      name: "Lamb",
      what: "Satisfied and weak: wants to be left alone.",
      rules: "1.4",
      theory: "Lambs hide or bandwagon, because they can do little else (Schweller 1994).",
    },
    jackal: {
      name: "Jackal",
      what: "Wants more than it has, and joins the winner for a share.",
      rules: "1.4",
      theory: "Jackals bandwagon for profit, not from fear (Schweller 1994).",
    },
    wolf: {
      name: "Wolf",
      what: "Would overturn the order and takes great risks for it.",
      rules: "1.4",
      theory: "Wolves expand; they are followed and opposed, and cannot be appeased (Schweller 1994).",
    },
  },
  reading: {
    heading: "Sources",
    christensen:
      "Thomas J. Christensen & Jack Snyder, “Chain Gangs and Passed Bucks”, *International Organization* 44:2 (1990).",
    clausewitz: "Carl von Clausewitz, *Vom Kriege* (1832).",
    fearon94:
      "James D. Fearon, “Domestic Political Audiences and the Escalation of International Disputes”, *American Political Science Review* 88:3 (1994).",
    fearon95: "James D. Fearon, “Rationalist Explanations for War”, *International Organization* 49:3 (1995).",
    fearon97: "James D. Fearon, “Signaling Foreign Policy Interests”, *Journal of Conflict Resolution* 41:1 (1997).",
    fischhoff:
      "Baruch Fischhoff, “Hindsight ≠ Foresight”, *Journal of Experimental Psychology: Human Perception and Performance* 1:3 (1975).",
    gibler: "Douglas M. Gibler, “The Costs of Reneging”, *Journal of Conflict Resolution* 52:3 (2008).",
    hirshleifer: "Jack Hirshleifer, “Conflict and Rent-Seeking Success Functions”, *Public Choice* 63:2 (1989).",
    jervis76:
      "Robert Jervis, *Perception and Misperception in International Politics* (Princeton University Press, 1976).",
    jervis85: "Robert Jervis, “From Balance to Concert”, *World Politics* 38:1 (1985).",
    kydd: "Andrew H. Kydd, *Trust and Mistrust in International Relations* (Princeton University Press, 2005).",
    leeds00:
      "Brett Ashley Leeds, Andrew G. Long & Sara McLaughlin Mitchell, “Reevaluating Alliance Reliability”, *Journal of Conflict Resolution* 44:5 (2000).",
    leeds02:
      "Brett Ashley Leeds, Jeffrey M. Ritter, Sara McLaughlin Mitchell & Andrew G. Long, “Alliance Treaty Obligations and Provisions, 1815–1944”, *International Interactions* 28:3 (2002).",
    levy: "Jack S. Levy & William R. Thompson, “Hegemonic Threats and Great-Power Balancing in Europe, 1495–1999”, *Security Studies* 14:1 (2005).",
    mercer: "Jonathan Mercer, *Reputation and International Politics* (Cornell University Press, 1996).",
    schelling: "Thomas C. Schelling, *Arms and Influence* (Yale University Press, 1966).",
    schweller: "Randall L. Schweller, “Bandwagoning for Profit”, *International Security* 19:1 (1994).",
    snyder84: "Glenn H. Snyder, “The Security Dilemma in Alliance Politics”, *World Politics* 36:4 (1984).",
    snyder97: "Glenn H. Snyder, *Alliance Politics* (Cornell University Press, 1997).",
    diesing: "Glenn H. Snyder & Paul Diesing, *Conflict among Nations* (Princeton University Press, 1977).",
    walt87: "Stephen M. Walt, *The Origins of Alliances* (Cornell University Press, 1987).",
  },
} as const satisfies Catalogue;
