/** auto follows the system. */
export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Also read by public/theme.js, before the first paint. */
const KEY = "counterpoise.theme";

export function chosenTheme(): Theme {
  try {
    const stored = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === stored) ?? "auto";
  } catch {
    return "auto";
  }
}

/** Applies and remembers a theme. Tells the page by a `themechange` event, for what is painted rather than styled (the map). */
export function chooseTheme(theme: Theme): void {
  if (theme === "auto") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.setAttribute("data-theme", theme);
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is closed to us: the choice lasts as long as the page.
  }
  window.dispatchEvent(new Event("themechange"));
}

export const nextTheme = (theme: Theme): Theme => THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "auto";

/** Makes a button into the switch. `words` say the present choice, e.g. "Theme: dark". */
export function mountThemeToggle(button: HTMLButtonElement, words: Readonly<Record<Theme, string>>): void {
  const disc = document.createElement("span");
  disc.className = "theme-disc";
  disc.setAttribute("aria-hidden", "true");
  const text = document.createElement("span");
  text.className = "theme-words";
  const show = (theme: Theme): void => {
    button.dataset["choice"] = theme;
    button.title = words[theme];
    text.textContent = words[theme];
  };
  let theme = chosenTheme();
  button.replaceChildren(disc, text);
  button.hidden = false;
  button.addEventListener("click", () => {
    theme = nextTheme(theme);
    chooseTheme(theme);
    show(theme);
  });
  show(theme);
}
