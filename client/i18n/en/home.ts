import type { Catalogue } from "../catalogue.ts";

/**
 * The home page. `headings` are set in the serif, of which the page loads just these glyphs:
 * after a change run `node client/build/cutFonts.ts`.
 */
export const home = {
  title: "Counterpoise – balance, bandwagon or hide?",
  description:
    "A diplomacy game for a class on why states balance or bandwagon. No account: type a code and a name, and play.",
  headings: {
    brand: "Counterpoise",
    question: "Balance, bandwagon or hide?",
    alone: "Play alone",
    friends: "Play with friends",
    host: "Host a class",
    what: "What is this?",
    missing: "There is no page here",
  },
  lead: "A diplomacy game for a class.",
  leadMore: "Everyone decides at once, in secret, then finds out what the theory got right.",
  learn: "Learn",
  noScript: "Counterpoise needs JavaScript, which is switched off in this browser.",
  code: {
    label: "Game code",
    help: "Six letters and digits, from whoever opened the game. A pasted link works too.",
    alphabet: "Codes never hold 0, O, 1 or I.",
    short: "A game code has six characters; this one has {{count}}.",
    empty: "Type the game code first: six letters and digits.",
  },
  name: {
    label: "Your name",
    empty: "Type a name. A nickname will do.",
  },
  join: "Join",
  joining: "Joining…",
  full: "Every seat at this table is taken. You can watch what everyone may see, from the lobby to the end.",
  watch: "Watch this game",
  noAccount: "No account. Been here before?",
  rejoin: {
    open: "Use your rejoin code",
    label: "Rejoin code",
    help: "Ten characters. It was shown in the lobby and brings your seat back on any device.",
    short: "A rejoin code has ten characters; this one has {{count}}.",
    button: "Take my seat back",
  },
  resume: {
    as: "You are {{country}}.",
    watching: "You are watching.",
    lobby: "Waiting to start",
    turn: "Turn {{turn}}",
    go: "Go back in",
    inClass: "You are {{name}} in this class.",
    between: "No session is open",
    goClass: "Back to the class",
  },
  aloneNote: "ten scenarios, the first takes ten minutes",
  friendsNote: "one link, computer players fill the table",
  hostNote: "up to 300 students, every table on one page",
  whatNote: "the idea in two minutes",
  map: {
    label:
      "Map of Europe in 1914: Britain, France and Russia balance against Germany; Austria-Hungary bandwagons with it.",
    caption: "Europe 1914, turn 4. Borders composed of present-day shapes, approximate.",
    against: "against",
    with: "with",
  },
  missing: {
    title: "No page here – Counterpoise",
    join: "To join a game, go to the start page and type its six-character code.",
    seat: "If you were at a table already, your seat is kept: open the start page in the same browser, or use your rejoin code there.",
    home: "To the start page",
  },
} as const satisfies Catalogue;
