import { describe, expect, it } from "vitest";
import { CodeGuard } from "#server/http/CodeGuard.ts";
import { isOwnOrigin } from "#server/http/origin.ts";
import { TokenBuckets } from "#server/lib/tokenBuckets.ts";

describe("guessing codes", () => {
  const school = "192.0.2.1";
  const guesser = (): { guard: CodeGuard; pass: (seconds: number) => void } => {
    let now = 0;
    return { guard: new CodeGuard({ now: () => now }), pass: (seconds) => void (now += seconds * 1000) };
  };
  const exhaust = (guard: CodeGuard): void => {
    for (let i = 0; i < 60; i += 1) guard.wrong(school);
  };

  it("allows sixty wrong codes at once, then one a second", () => {
    const { guard, pass } = guesser();
    for (let i = 0; i < 60; i += 1) expect(guard.wrong(school)).toBe(true);
    expect(guard.wrong(school)).toBe(false);
    expect(guard.admits(school, "ABCDEF")).toBe(false);
    pass(1);
    expect(guard.admits(school, "ABCDEF")).toBe(true);
    expect(guard.wrong(school)).toBe(true);
    expect(guard.wrong(school)).toBe(false);
  });

  it("never shuts out a class whose code the address has used rightly", () => {
    const { guard } = guesser();
    guard.right(school, "GOODAA");
    exhaust(guard);
    expect(guard.admits(school, "GOODAA")).toBe(true);
    expect(guard.admits(school, "OTHERA")).toBe(false);
  });

  it("counts each address for itself", () => {
    const { guard } = guesser();
    exhaust(guard);
    expect(guard.admits("198.51.100.9", "ABCDEF")).toBe(true);
  });
});

it("refills a bucket at its rate and never above its size", () => {
  let now = 0;
  const buckets = new TokenBuckets({ now: () => now }, { burst: 2, perSecond: 10 });
  expect([buckets.take("a"), buckets.take("a"), buckets.take("a")]).toEqual([true, true, false]);
  now = 50;
  expect(buckets.take("a")).toBe(false);
  now = 100;
  expect([buckets.take("a"), buckets.take("a")]).toEqual([true, false]);
  now = 60_000;
  expect([buckets.take("a"), buckets.take("a"), buckets.take("a")]).toEqual([true, true, false]);
});

it.each([
  ["http://localhost:2567", "localhost:2567", undefined, true],
  ["https://play.example.org", "play.example.org", undefined, true],
  ["https://play.example.org", "10.0.0.5:2567", "https://play.example.org", true],
  ["https://evil.example", "localhost:2567", undefined, false],
  ["https://evil.example", "10.0.0.5:2567", "https://play.example.org", false],
  ["http://localhost:9999", "localhost:2567", undefined, false],
  ["null", "localhost:2567", undefined, false],
  [null, "localhost:2567", undefined, true],
])("a socket from %s at %s (public %s): %s", (origin, host, publicOrigin, own) =>
  expect(isOwnOrigin(origin, host, publicOrigin)).toBe(own),
);
