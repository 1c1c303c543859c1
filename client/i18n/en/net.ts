import type { Catalogue } from "../catalogue.ts";

/** What goes wrong between browser and server, and what to do about it. */
export const net = {
  pageTitle: "{{title}} – Counterpoise",
  offline: "No connection just now. Nothing was sent; your draft is kept on this device.",
  timedOut: "The server did not answer in time. Your draft is kept on this device; we are trying again.",
  connecting: "Going to your seat…",
  connectingLong: "The server does not answer. We keep trying; there is no need to reload.",
  retrying: "Connection lost. We keep trying; your draft is kept on this device.",
  retryNow: "Try now",
  home: "To the start page",
  again: "Try again",
  superseded: {
    title: "Open somewhere else",
    text: "This seat was opened in another tab or on another device. Only one at a time can play it.",
    button: "Continue here",
  },
  version: {
    title: "A newer version is running",
    text: "The game has been updated since this page was opened. Reload to go on; your seat and your draft are kept.",
    button: "Reload",
  },
  refused: { title: "This seat cannot be opened", rejoin: "Join again with the code {{code}}" },
  noCode: {
    title: "No game at this address",
    text: "A game's address ends in its code: six letters and digits, such as /play/K7M4QX. “{{code}}” is not one.",
  },
  unknown: { title: "No such game" },
  failed: { title: "The game cannot be loaded" },
  over: {
    title: "This game is over",
    text: "Nobody new can sit down any more. If you played in it, your rejoin code opens its ending.",
  },
  crashed: {
    title: "Something broke on this page",
    text: "Your seat is safe: everything you submitted is with the server. Reload to go on.",
    button: "Reload",
  },
} as const satisfies Catalogue;
