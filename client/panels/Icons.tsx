/** The downward arrow of a select. */
export const Chevron = () => (
  <svg
    class="chevron"
    width="12"
    height="8"
    viewBox="0 0 12 8"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M1 1.5L6 6.5L11 1.5" />
  </svg>
);

/** The mark of the game: a beam with a full and an empty pan. */
export const Mark = () => (
  <svg
    class="mark"
    width="26"
    height="20"
    viewBox="0 0 26 20"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M12 5V17.5M7 18H17M3 8L20 3.6" stroke-linecap="round" />
    <path d="M.4 10.2H8A3.8 3.8 0 0 1 .4 10.2Z" fill="currentColor" stroke="none" />
    <circle cx="20.4" cy="7.6" r="3.4" />
    <circle cx="12" cy="4.4" r="2" fill="currentColor" stroke="none" />
  </svg>
);
