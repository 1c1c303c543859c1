import type { Catalogue } from "../catalogue.ts";

/** `/host` before a class is open, and when it cannot be. */
export const hostFront = {
  pageTitle: "Host a class – Counterpoise",
  title: "Host a class",
  lead: "No account. One code for the whole term; up to three hundred students at as many tables as you need.",
  subject: "World Politics",
  kept: "Your classes in this browser",
  keptNote: "On a computer that others use, forget them: a key opens the class.",
  forget: "Forget",
  forgetNamed: "Forget {{name}} in this browser",
  open: {
    title: "Open a class",
    name: "Name",
    password: "Password for opening classes on this server",
    doIt: "Open the class",
    opening: "Opening…",
    note: "Students see this name. You can change it later.",
  },
  recover: {
    title: "Recover a class with its code",
    code: "Recovery code",
    doIt: "Recover",
    looking: "Looking…",
    note: "The class goes on as it is; you get a new link, and your old one stops working.",
  },
  key: {
    title: "{{name}} is open",
    code: "Students come in with the code {{code}}. First, keep the way back for yourself.",
    recovery: "Recovery code",
    recoveryWhat: "Shown now and never again. With it you take the class up on any computer, also when this one dies.",
    copy: "Copy the code",
    print: "Print this page",
    link: "Your link",
    linkWhat:
      "Opens your class anywhere. Whoever has it is the instructor: keep it to yourself. Colleagues get links of their own.",
    done: "I have written it down",
  },
  refused: {
    title: "This class cannot be opened",
    text: "The link does not open a class here.",
    recover: "All classes, and recover one",
  },
  lost: "This link is not complete: the part after # is missing or broken.",
} as const satisfies Catalogue;
