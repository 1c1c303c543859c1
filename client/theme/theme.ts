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

/** Applies and remembers a theme. */
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

/** The theme on screen now, whoever chose it. */
export function currentTheme(): "light" | "dark" {
  const chosen = document.documentElement.getAttribute("data-theme");
  if (chosen === "light" || chosen === "dark") return chosen;
  return systemIsDark().matches ? "dark" : "light";
}

/** Tells of every change of the theme on screen, by choice or by the system; for what is painted rather than styled. The answer stops it. */
export function onThemeChange(action: (theme: "light" | "dark") => void): () => void {
  const tell = (): void => action(currentTheme());
  const system = systemIsDark();
  window.addEventListener("themechange", tell);
  system.addEventListener("change", tell);
  return () => {
    window.removeEventListener("themechange", tell);
    system.removeEventListener("change", tell);
  };
}

const systemIsDark = (): MediaQueryList => window.matchMedia("(prefers-color-scheme: dark)");

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
