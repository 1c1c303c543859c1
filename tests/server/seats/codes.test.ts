import { expect, it } from "vitest";
import { isJoinCode, isRejoinCode } from "#shared/protocol/codes.ts";
import { systemChance } from "#server/lib/chance.ts";
import { drawJoinCode, drawRejoinCode, drawToken, hashSecret } from "#server/seats/codes.ts";

it("draws codes of the agreed shape, each letter as likely as any", () => {
  const codes = Array.from({ length: 3200 }, () => drawJoinCode(systemChance));
  expect(codes.every(isJoinCode)).toBe(true);
  expect(isRejoinCode(drawRejoinCode(systemChance))).toBe(true);
  const counts = new Map<string, number>();
  for (const letter of codes.join("")) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  // 19 200 letters, 600 of each expected, σ ≈ 24: eight σ on either side.
  expect(counts.size).toBe(32);
  expect(Math.min(...counts.values())).toBeGreaterThan(400);
  expect(Math.max(...counts.values())).toBeLessThan(800);
});

it("draws tokens of 192 bits that fit the schema, and never the same twice", () => {
  const tokens = new Set(Array.from({ length: 1000 }, () => drawToken(systemChance)));
  expect(tokens.size).toBe(1000);
  expect([...tokens].every((token) => /^[\w-]{32}$/.test(token))).toBe(true);
});

it("keeps secrets as SHA-256", () => {
  expect(hashSecret("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
