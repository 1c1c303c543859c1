import { describe, expect, it } from "vitest";
import { readCode } from "#client/home/readCode.ts";
import { codeInPath } from "#client/play/codeInPath.ts";

describe("a typed game code", () => {
  it.each([
    ["k7m4qx", "K7M4QX"],
    ["  K7M-4QX ", "K7M4QX"],
    ["K 7 M 4 Q X", "K7M4QX"],
    ["https://counterpoise.example/play/k7m4qx?from=mail", "K7M4QX"],
    ["see /play/K7M4QX, please", "K7M4QX"],
    ["K7M4QXZZZ", "K7M4QX"],
    ["K7", "K7"],
    ["", ""],
  ])("%j is %s", (typed, code) => {
    expect(readCode(typed)).toEqual({ code, dropped: false });
  });

  it("leaves out what no code holds, and says so", () => {
    expect(readCode("K0M1QX")).toEqual({ code: "KMQX", dropped: true });
    expect(readCode("Löwe")).toEqual({ code: "LWE", dropped: false });
  });
});

describe("the code in an address", () => {
  it.each([
    ["/play/K7M4QX", { ok: true, code: "K7M4QX" }],
    ["/play/k7m4qx/", { ok: true, code: "K7M4QX" }],
    ["/play/", { ok: false, found: "" }],
    ["/play/K7M4Q", { ok: false, found: "K7M4Q" }],
    ["/play/%E0%A4%A", { ok: false, found: "%E0%A4%A" }],
  ])("%s", (path, found) => {
    expect(codeInPath(path)).toEqual(found);
  });
});
