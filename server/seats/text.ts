/**
 * Control characters, line and paragraph separators, and the marks that turn the direction of text or
 * have no width: what could make a name or a message look like something it is not.
 */
// oxlint-disable-next-line no-control-regex, no-misleading-character-class -- these characters are what is removed
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E0FFF}]/gu;

/** Text of one line: unseen characters gone, white space run together and trimmed. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, " ").trim();

/** Text of several lines: tabs and line ends stay. */
export const cleanText = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(UNSEEN, "").trim();
