import { createHash, timingSafeEqual } from "node:crypto";
import { CODE_ALPHABET, normaliseCode } from "#shared/protocol/codes.ts";
import type { Chance } from "#server/lib/chance.ts";
import { drawToken, hashSecret } from "#server/seats/codes.ts";

/** Letters of a recovery code: 100 bits, written down once by hand. */
const RECOVERY = 20;
const GROUP = 5;

/** What an instructor keeps as a link: whoever holds it is the instructor. */
export const drawKey = (chance: Chance): string => drawToken(chance);

/** Four groups of five, as it is shown. */
export function drawRecovery(chance: Chance): string {
  // 256 is a multiple of the alphabet's 32, so each letter is equally likely.
  const letters = [...chance.bytes(RECOVERY)].map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]);
  return Array.from({ length: RECOVERY / GROUP }, (_, k) => letters.slice(k * GROUP, (k + 1) * GROUP).join("")).join(
    "-",
  );
}

/** However it was typed: case, spaces and dashes do not matter. */
export const hashRecovery = (typed: string): string => hashSecret(normaliseCode(typed));

/** Whether a password is the one wanted, in a time that tells nothing of it. Undefined = none is asked for. */
export function isPassword(wanted: string | undefined, given: string | undefined): boolean {
  if (wanted === undefined) return true;
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(wanted), digest(given ?? ""));
}
