/**
 * Control characters, line and paragraph separators, and marks that turn the direction of text or have no width: what
 * could make a message look like something it is not. Tabs and line ends stay.
 */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- these characters are what is removed
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E0FFF}]/gu;
/** Half a surrogate pair: no character at all, and no text file or socket carries it. */
const HALVES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Marks heaped on one letter until they cover the lines above; no language in use needs more than three. */
const HEAPS = /(\p{M}{3})\p{M}+/gu;

/** Text of several lines as it goes into a record. Cleaning twice changes nothing. */
export const cleanText = (text: string): string =>
  text.replace(HALVES, "").replace(/\r\n?/g, "\n").replace(UNSEEN, "").normalize("NFC").replace(HEAPS, "$1").trim();

/** Text of one line: white space run together as well. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, " ").trim();

/** Length as a person counts it: characters, not the units they are stored in. */
export const lengthOf = (text: string): number => [...text].length;
