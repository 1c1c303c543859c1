/** Rounds to 1e-6, so that every engine stores, compares and hashes the same number (theory.md 2). Never gives −0. */
export const quantise = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;
