import { expect, it } from "vitest";
import { parseEnv } from "#server/env.ts";

it("needs no variable at all", () => {
  expect(parseEnv({})).toEqual({
    ok: true,
    value: {
      PORT: 2567,
      HOST: "0.0.0.0",
      DATA_DIR: "./data",
      TRUSTED_PROXIES: 0,
      ALLOW_SEED: false,
      LOG_LEVEL: "info",
    },
  });
});

it("reads what is set, and takes the origin of the public address", () => {
  const env = parseEnv({
    PORT: "80",
    PUBLIC_ORIGIN: "https://play.example.org/start",
    TRUSTED_PROXIES: "1",
    HOST: "",
    OTHER: "x",
  });
  expect(env).toMatchObject({
    ok: true,
    value: { PORT: 80, PUBLIC_ORIGIN: "https://play.example.org", TRUSTED_PROXIES: 1, HOST: "0.0.0.0" },
  });
});

it.each([
  [{ PORT: "eighty" }, /^PORT=eighty: must be a whole number/],
  [{ PORT: "70000" }, /^PORT=70000: .*65535/],
  [{ PUBLIC_ORIGIN: "play.example.org" }, /^PUBLIC_ORIGIN=play.example.org: must be an address like https/],
  [{ PUBLIC_ORIGIN: "ftp://example.org" }, /^PUBLIC_ORIGIN=ftp/],
  [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL=loud: .*"warn"/],
])("says which variable is wrong and why: %j", (raw, said) => {
  const env = parseEnv(raw);
  expect(env.ok ? [] : env.error).toEqual([expect.stringMatching(said)]);
});

it("names every wrong variable at once", () => {
  const env = parseEnv({ PORT: "-1", LOG_LEVEL: "loud" });
  expect(env.ok ? [] : env.error.map((line) => line.split("=")[0])).toEqual(["PORT", "LOG_LEVEL"]);
});

it("takes a password for opening classes as it is, and lets chance be fixed only where it says so", () => {
  expect(parseEnv({ HOST_PASSWORD: " open sesame ", ALLOW_SEED: "1" })).toMatchObject({
    ok: true,
    value: { HOST_PASSWORD: " open sesame ", ALLOW_SEED: true },
  });
  expect(parseEnv({ ALLOW_SEED: "yes" })).toMatchObject({ ok: false });
});
