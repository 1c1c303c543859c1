/**
 * `make`, asked once for each key: the answer is kept as long as the key lives. For what follows from something that never
 * changes, such as a board, a world or a view; equal questions get the identical answer, so that the difference of two views
 * skips what has not changed. The last one is at hand without a look-up: in a match all questions are about one board.
 */
export function keptFor<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, Kept<K, V>>();
  let last: Kept<K, V> | null = null;
  return (key) => {
    if (last?.key === key) return last.value;
    last = known.get(key) ?? { key, value: make(key) };
    known.set(key, last);
    return last.value;
  };
}

interface Kept<K, V> {
  readonly key: K;
  readonly value: V;
}
