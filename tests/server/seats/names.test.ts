import { describe, expect, it } from "vitest";
import { checkName } from "#server/seats/names.ts";
import { cleanLine, cleanText } from "#shared/record/cleanText.ts";

const codeOf = (typed: string, taken: readonly string[] = []): string => {
  const checked = checkName(typed, taken);
  return checked.ok ? `ok: ${checked.value}` : checked.error.code;
};

describe("a name", () => {
  it.each([
    ["  Ada   Lovelace ", "ok: Ada Lovelace"],
    ["Zoë", "ok: Zoë"],
    ["李小龙", "ok: 李小龙"],
    ["٣عمر", "ok: ٣عمر"],
    ["O'Brien-Smith 2", "ok: O'Brien-Smith 2"],
    ["A\u202Eadb\u200B", "ok: Aadb"],
    [`Zo${"\u0301\u0335".repeat(11)}`, "ok: Z\u00F3\u0335\u0335\u0335"],
    ["Nguyễn", "ok: Nguyễn"],
    ["กี่", "ok: กี่"],
    ["A\u0000\u0007\u{E0041}B", "ok: AB"],
    ["\u200B\u202E", "name.empty"],
    ["   ", "name.empty"],
    ["—!—", "name.empty"],
    ["x".repeat(24), `ok: ${"x".repeat(24)}`],
    ["x".repeat(25), "name.tooLong"],
    ["sh1t", "name.refused"],
    ["Scunthorpe", "ok: Scunthorpe"],
  ])("typed %j is %s", (typed, result) => expect(codeOf(typed)).toBe(result));

  it.each([["ada"], ["ÁDA"], [" Ada\u200B"]])("is taken whatever case, accents or unseen marks: %j", (typed) =>
    expect(codeOf(typed, ["Bob", "Ada"])).toBe("name.taken"),
  );

  it("is refused with a sentence", () => {
    const checked = checkName("x".repeat(30), []);
    expect(checked.ok ? "" : checked.error.text).toBe("This name has 30 characters; at most 24 fit.");
  });
});

it("keeps lines in a message and puts a name on one", () => {
  expect(cleanText(" one\r\ntwo\ttabs \u202Ethree ")).toBe("one\ntwo\ttabs three");
  expect(cleanLine("one\ntwo")).toBe("one two");
});
