import { theme } from "../i18n/en/theme.ts";
import { mountThemeToggle } from "../theme/theme.ts";

const toggle = document.querySelector<HTMLButtonElement>("[data-theme-toggle]");
if (toggle) mountThemeToggle(toggle, theme);

const print = document.querySelector<HTMLButtonElement>("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
