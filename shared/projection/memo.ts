/**
 * A function of one immutable value, computed once for as long as the value lives. Equal inputs give the identical object,
 * so that the difference of two views skips what has not changed.
 */
export function memo<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}
