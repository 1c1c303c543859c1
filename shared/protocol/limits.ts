/** Lengths in characters. Apart from the schemas, so that a page can show them without loading zod. */
export const NOTE_LENGTH = 280;
/** Longer messages are refused with the count, not cut. */
export const MESSAGE_LENGTH = 2000;
export const NAME_LENGTH = 24;
/** What an instructor says at a table, and the text of a crisis: as long as a scenario's may be. */
export const HOST_TEXT_LENGTH = 600;
export const CRISIS_TITLE_LENGTH = 80;
