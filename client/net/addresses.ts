/** The key in an address's fragment, which no browser sends to a server; null = none. */
export function keyInHash(hash: string): string | null {
  const key = hash.replace(/^#/, "");
  return /^[\w-]{10,100}$/.test(key) ? key : null;
}

export const hostLink = (origin: string, key: string): string => `${origin}/host/#${key}`;
export const screenLink = (origin: string, key: string): string => `${origin}/screen/#${key}`;
export const playLink = (origin: string, code: string): string => `${origin}/play/${code}`;
