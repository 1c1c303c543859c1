import { createHash } from "node:crypto";
import { CODE_ALPHABET, JOIN_CODE_LENGTH, REJOIN_CODE_LENGTH } from "#shared/protocol/codes.ts";
import type { Chance } from "#server/lib/chance.ts";

/** Six letters that name a match: 32⁶ ≈ 10⁹, guessed against a limit per address. */
export const drawJoinCode = (chance: Chance): string => drawCode(chance, JOIN_CODE_LENGTH);
/** Ten letters that name a person: 50 bits. */
export const drawRejoinCode = (chance: Chance): string => drawCode(chance, REJOIN_CODE_LENGTH);

/** 192 random bits: whoever holds it holds the seat. */
export const drawToken = (chance: Chance): string => Buffer.from(chance.bytes(24)).toString("base64url");

/** Ids that also serve as names in addresses: letters and digits only. */
export const drawId = (chance: Chance, prefix: string): string =>
  `${prefix}${Buffer.from(chance.bytes(12)).toString("hex")}`;

/** What the store keeps of a token or rejoin code. They are random and long, so a plain hash cannot be reversed by guessing words. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** 256 is a multiple of the alphabet's 32, so each letter is equally likely. */
const drawCode = (chance: Chance, length: number): string =>
  [...chance.bytes(length)].map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join("");
