import { JOIN_CODE_LENGTH, normaliseCode, REJOIN_CODE_LENGTH } from "#shared/protocol/codes.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { fill } from "../i18n/fill.ts";
import { home } from "../i18n/en/home.ts";
import { join, rejoin } from "../net/api.ts";
import type { AnyEntry } from "../net/seats.ts";
import { el, need, showError, whileBusy } from "./dom.ts";

/** What the home page does once the browser holds a seat: keep it, and go there. */
export interface Door {
  readonly keep: (entry: AnyEntry) => void;
  readonly go: (code: string) => void;
  /** The name used last, so that it need not be typed again. */
  readonly nameTo: (name: string) => void;
}

export function mountJoinForm(door: Door): void {
  const form = need("#join", HTMLFormElement);
  const code = need("#code", HTMLInputElement);
  const name = need("#name", HTMLInputElement);
  const answer = need("#join-answer", HTMLElement);
  name.addEventListener("input", () => showError(name, ""));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer.replaceChildren();
    if (!readyToJoin(code, name)) return;
    void whileBusy(need("#join button", HTMLButtonElement), home.joining, async () => {
      const joined = await join({ code: code.value, name: name.value });
      if (!joined.ok && ASKED_THERE.test(joined.error.code)) {
        door.nameTo(name.value);
        return door.go(code.value);
      }
      if (!joined.ok) return tell(joined.error, code, name);
      door.keep(joined.value);
      door.nameTo(name.value);
      // A class has a place for everyone, now or when its instructor deals them.
      if (joined.value.kind === "class" || joined.value.country !== null) return door.go(joined.value.code);
      answer.append(...offerToWatch(() => door.go(joined.value.code)));
    });
  });
}

/** What a class asks for besides – four digits, a name from its list – is asked on its own page. */
const ASKED_THERE = /^(pin|name\.roster)/;

function readyToJoin(code: HTMLInputElement, name: HTMLInputElement): boolean {
  const count = code.value.length;
  const short = count === 0 ? home.code.empty : fill(home.code.short, { count });
  showError(code, count === JOIN_CODE_LENGTH ? "" : short);
  showError(name, name.value.trim() === "" ? home.name.empty : "");
  const wrong = [code, name].find((input) => input.getAttribute("aria-invalid") === "true");
  wrong?.focus();
  return !wrong;
}

/** A refusal stands beside the field it is about; what is about neither stands under the button. */
function tell(refusal: Refusal, code: HTMLInputElement, name: HTMLInputElement): void {
  const about = /^(code|match|join)\./.test(refusal.code) ? code : name;
  showError(about, refusal.text);
  if (!refusal.code.startsWith("net.")) about.focus();
}

function offerToWatch(watch: () => void): readonly Node[] {
  const button = el("button", { type: "button", class: "button button-strong" }, home.watch);
  button.addEventListener("click", watch);
  return [el("p", {}, home.full), button];
}

export function mountRejoinForm(door: Door): void {
  const form = need("#rejoin", HTMLFormElement);
  const input = need("#rejoin-code", HTMLInputElement);
  const opener = need("[data-rejoin]", HTMLButtonElement);
  opener.addEventListener("click", () => {
    form.hidden = !form.hidden;
    opener.setAttribute("aria-expanded", String(!form.hidden));
    if (!form.hidden) input.focus();
  });
  input.addEventListener("input", () => showError(input, ""));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const code = normaliseCode(input.value);
    if (code.length !== REJOIN_CODE_LENGTH) {
      showError(input, fill(home.rejoin.short, { count: code.length }));
      input.focus();
      return;
    }
    void whileBusy(need("#rejoin button", HTMLButtonElement), home.joining, async () => {
      const back = await rejoin(code);
      if (!back.ok) return showError(input, back.error.text);
      door.keep(back.value);
      door.go(back.value.code);
    });
  });
}
