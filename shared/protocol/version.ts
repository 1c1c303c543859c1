/** Raised on any change of the message tables or of `PlayerView` that an old tab would misread. */
export const PROTOCOL_VERSION = 1;
