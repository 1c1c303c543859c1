import { z } from "zod";
import { fail, ok, type Result } from "#shared/lib/result.ts";

const wholeNumber = (least: number, most: number) =>
  z.string().regex(/^\d+$/, "must be a whole number").transform(Number).pipe(z.number().min(least).max(most));

/** Every variable the server reads, with its default. The README lists the same. */
const schema = z.object({
  /** 0 lets the system choose a free port. */
  PORT: wholeNumber(0, 65_535).default(2567),
  /** Address to listen on; the default is every interface, so that a class on the same network can join. */
  HOST: z.string().min(1).default("0.0.0.0"),
  /** Folder of the SQLite file. */
  DATA_DIR: z.string().min(1).default("./data"),
  /** The address people type, when a proxy stands before the server, e.g. https://play.example.org. */
  PUBLIC_ORIGIN: z
    .url({ protocol: /^https?$/, error: "must be an address like https://play.example.org" })
    .transform((text) => new URL(text).origin)
    .optional(),
  /** What must be typed to open a class; not set = anyone may. Joining one never needs it. */
  HOST_PASSWORD: z.string().min(1).max(200).optional(),
  /** Number of proxies in front whose X-Forwarded-For may be believed. */
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  /** `1`: whoever makes a match may fix its chance, and so foresee it. For tests and demonstrations. */
  ALLOW_SEED: z
    .enum(["0", "1"])
    .default("0")
    .transform((text) => text === "1"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});
export type Env = z.output<typeof schema>;

/** Parses the environment; an error is one line per bad variable, saying which and why. Empty = not set. */
export function parseEnv(raw: Readonly<Record<string, string | undefined>>): Result<Env, readonly string[]> {
  const given = Object.fromEntries(Object.keys(schema.shape).flatMap((name) => (raw[name] ? [[name, raw[name]]] : [])));
  const parsed = schema.safeParse(given);
  if (parsed.success) return ok(parsed.data);
  return fail(
    parsed.error.issues.map((issue) => `${issue.path.join(".")}=${raw[String(issue.path[0])] ?? ""}: ${issue.message}`),
  );
}
