/** Raised on any change of the message tables, of what travels or of `PlayerView` that an old tab would misread. */
export const PROTOCOL_VERSION = 2;
