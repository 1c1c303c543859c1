/** Decimals at most. */
const MOST = 2;

/**
 * A chance and the die that decided, of 100, with as many decimals as it takes to tell them apart and neither to look certain:
 * "43" and "70", "99.6" and "99.8". Both from 0 to 1.
 */
export function oddsText(win: number, thrown: number): { readonly win: string; readonly thrown: string } {
  for (let decimals = 0; decimals < MOST; decimals += 1) {
    const [a, b] = [win, thrown].map((share) => (share * 100).toFixed(decimals));
    const certain = Number(a) === 0 || Number(a) === 100;
    if (a !== undefined && b !== undefined && a !== b && !certain) return { win: a, thrown: b };
  }
  return { win: (win * 100).toFixed(MOST), thrown: (thrown * 100).toFixed(MOST) };
}
