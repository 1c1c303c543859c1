/**
 * `make`, asked once for each key: the answer is kept as long as the key lives. For what follows from something that never
 * changes, such as a board. The last one is at hand without a look-up: in a match all questions are about one board.
 */
export function keptFor<K extends object, V extends object>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  let lastKey: K | null = null;
  let last: V | null = null;
  return (key) => {
    if (last !== null && lastKey === key) return last;
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    lastKey = key;
    last = value;
    return value;
  };
}
