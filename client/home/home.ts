import { theme } from "../i18n/en/theme.ts";
import { createSeats } from "../net/seats.ts";
import { browserShelf } from "../net/storage.ts";
import { mountThemeToggle } from "../theme/theme.ts";
import { mountCodeInput } from "./codeInput.ts";
import { need } from "./dom.ts";
import { mountJoinForm, mountRejoinForm, type Door } from "./joinForm.ts";
import { showResume } from "./resume.ts";
import { mountSetup } from "./setupRow.ts";

const shelf = browserShelf();
const seats = createSeats(shelf);
const door: Door = {
  keep: (entry) => seats.keep(entry, Date.now()),
  go: (code) => location.assign(`/play/${code}`),
  nameTo: (name) => shelf.write("name", name),
};

const name = need("#name", HTMLInputElement);
const known = shelf.read("name");
if (typeof known === "string" && name.value === "") name.value = known;

mountThemeToggle(need("[data-theme-toggle]", HTMLButtonElement), theme);
mountCodeInput(need("#code", HTMLInputElement), [...document.querySelectorAll(".boxes i")]);
mountJoinForm(door);
mountRejoinForm(door);
mountSetup("alone", door);
mountSetup("friends", door);
void showResume(need("#resume", HTMLElement), seats);
