/**
 * Whether a socket may be opened from a page at `origin`: from the public address, or from the host the
 * request itself was sent to. Programs other than browsers send no origin and hold no browser's secrets.
 */
export function isOwnOrigin(origin: string | null, host: string | null, publicOrigin: string | undefined): boolean {
  if (origin === null) return true;
  if (publicOrigin !== undefined && origin === publicOrigin) return true;
  return host !== null && URL.canParse(origin) && new URL(origin).host === host;
}
