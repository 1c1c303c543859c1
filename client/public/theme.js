/* Sets the chosen theme before the first paint; without a choice the system's stands. */
try {
  var theme = localStorage.getItem("counterpoise.theme");
  if (theme === "light" || theme === "dark") document.documentElement.setAttribute("data-theme", theme);
} catch {
  /* Storage is closed to us: the system's theme stands. */
}
