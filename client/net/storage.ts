/** What a browser keeps between visits. Where storage is closed (private windows, policies) it lives as long as the page. */
export interface Shelf {
  readonly read: (key: string) => unknown;
  readonly write: (key: string, value: unknown) => void;
  readonly remove: (key: string) => void;
}

/** Names are prefixed, values JSON. Unreadable content counts as absent. */
export function createShelf(storage: Storage | null): Shelf {
  const memory = new Map<string, string>();
  const name = (key: string): string => `counterpoise.${key}`;
  const text = (key: string): string | null =>
    memory.get(key) ?? attempt(() => storage?.getItem(name(key)) ?? null) ?? null;
  return {
    read: (key) => {
      const stored = text(key);
      return stored === null ? null : attempt((): unknown => JSON.parse(stored));
    },
    write: (key, value) => {
      const json = JSON.stringify(value);
      memory.set(key, json);
      attempt(() => {
        storage?.setItem(name(key), json);
        // Kept in storage, where other tabs see and change it: the copy here would only grow stale.
        if (storage) memory.delete(key);
      });
    },
    remove: (key) => {
      memory.delete(key);
      attempt(() => storage?.removeItem(name(key)));
    },
  };
}

/** The browser's own storage, or null where the very mention of it throws. */
export const browserShelf = (): Shelf => createShelf(attempt(() => globalThis.localStorage) ?? null);

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
