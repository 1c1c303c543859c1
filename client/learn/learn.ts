import { home } from "../i18n/en/home.ts";
import { mountThemeToggle } from "../theme/theme.ts";

const toggle = document.querySelector<HTMLButtonElement>("[data-theme-toggle]");
if (toggle) mountThemeToggle(toggle, home.theme);

const print = document.querySelector<HTMLButtonElement>("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
