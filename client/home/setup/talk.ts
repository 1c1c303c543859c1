import { INTENTION_MODES, MESSAGE_MODES, type MessageMode } from "#shared/model/match.ts";
import type { NewMatch } from "../../net/api.ts";
import { fill } from "../../i18n/fill.ts";
import { setup } from "../../i18n/en/setup.ts";
import { el } from "../dom.ts";
import { chips, choice, chosenWords, drawer, optionsOf, say } from "./fields.ts";

const PHASES = ["dispatches", "diplomacy", "orders", "reveal"] as const;
type Modes = NonNullable<NewMatch["messages"]>;

const every = (mode: MessageMode): Modes => ({ dispatches: mode, diplomacy: mode, orders: mode, reveal: mode });
const PRESETS: Readonly<Record<"all" | "diplomacy" | "public" | "none", Modes>> = {
  all: every("all"),
  diplomacy: { ...every("none"), diplomacy: "all" },
  public: every("public"),
  none: every("none"),
};

/** What may be said when, and where the threat board's intentions come from. */
export function talkFields(id: string): HTMLElement {
  const own = PHASES.map((phase) =>
    choice({
      name: `messages-${phase}`,
      id: `${id}-messages-${phase}`,
      label: setup.phase[phase],
      options: optionsOf(setup.messageMode, MESSAGE_MODES),
    }),
  );
  return drawer(
    setup.more,
    "talk",
    choice({
      name: "messages",
      id: `${id}-messages`,
      label: setup.messages,
      options: optionsOf(setup.messagePreset, ["all", "diplomacy", "public", "none", "own"]),
    }),
    el("div", { class: "phases", "data-own-messages": true, hidden: true }, ...own),
    chips({
      name: "intentions",
      label: setup.intentions,
      options: optionsOf(setup.intentionMode, INTENTION_MODES),
      first: "computed",
    }),
  );
}

export function followTalk(form: HTMLFormElement): void {
  const data = new FormData(form);
  const own = form.querySelector<HTMLElement>("[data-own-messages]");
  if (own) own.hidden = data.get("messages") !== "own";
  say(form, "intentions", setup.intentionNote[intentionsIn(data)]);
  say(
    form,
    "talk",
    fill(setup.moreNow, { messages: chosenWords(form, "messages"), intentions: chosenWords(form, "intentions") }),
  );
}

export const intentionsIn = (data: FormData): NonNullable<NewMatch["intentions"]> =>
  INTENTION_MODES.find((mode) => mode === data.get("intentions")) ?? "computed";

export function messagesIn(data: FormData): Modes {
  const preset = data.get("messages");
  if (preset === "diplomacy" || preset === "public" || preset === "none") return PRESETS[preset];
  if (preset !== "own") return PRESETS.all;
  const modeOf = (phase: string): MessageMode =>
    MESSAGE_MODES.find((mode) => mode === data.get(`messages-${phase}`)) ?? "all";
  return {
    dispatches: modeOf("dispatches"),
    diplomacy: modeOf("diplomacy"),
    orders: modeOf("orders"),
    reveal: modeOf("reveal"),
  };
}
