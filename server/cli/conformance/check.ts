/** A value that differs from what a case expects. */
export interface Miss {
  readonly at: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Numbers agree to this many; anything else must be equal. */
export const EXACT = 1e-9;
/** Intent paths are given to four digits. */
export const FOUR_DIGITS = 5e-5;

/** Every place where `got` differs from `expected`. Members and elements that `expected` leaves out are not looked at; a list must have the same length. */
export function misses(expected: unknown, got: unknown, tolerance: number = EXACT, at = ""): Miss[] {
  if (expected === undefined) return [];
  if (typeof expected === "number")
    return typeof got === "number" && Math.abs(got - expected) <= tolerance ? [] : [{ at, expected, got }];
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return [{ at, expected, got }];
    return expected.flatMap((value: unknown, k) => misses(value, got[k], tolerance, `${at}[${k}]`));
  }
  if (isGroup(expected)) {
    if (!isGroup(got)) return [{ at, expected, got }];
    return Object.entries(expected).flatMap(([key, value]) =>
      misses(value, got[key], tolerance, at === "" ? key : `${at}.${key}`),
    );
  }
  return Object.is(expected, got) ? [] : [{ at, expected, got }];
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
