import { z } from "zod";
import { ACT_KINDS, EXPOSURES } from "#shared/model/acts.ts";
import { caseKinds } from "./cases.ts";
import { component, name, number, share, weightsBySource } from "./words.ts";

/**
 * The format of a file of worked cases. Parameters, `threat`, `intent` and `prediction` are as in data/theory-vectors.json;
 * chapters, numbers and the other kinds of case are our own. Every object is strict: an unknown key is an error.
 */
export const caseFileSchema = z
  .strictObject({
    note: z.string(),
    /** Where the file's cases stand among the chapters, and what the chapter is about. */
    chapter: z.strictObject({ number: z.int().positive(), id: name, title: z.string(), about: z.string() }),
    /** How the expected numbers were worked, apart from the code. */
    method: z.string(),
    weights: weightsBySource.partial(),
    floor: component,
    rho: share,
    priorL0: number,
    gamma: number,
    rivalry: number,
    ceiling: z.number().positive(),
    llr: z.strictObject(numbersFor(ACT_KINDS)).partial(),
    exposure: z.strictObject(numbersFor(EXPOSURES)).partial(),
    params: z
      .strictObject({
        m: z.number().positive(),
        s_lose: number,
        c_bal: number,
        V_bw: number,
        spoils: number,
        s_bw: number,
        s_hide: number,
        safe: number,
        c_bp: number,
        tau: z.number().positive(),
      })
      .partial(),
    ...caseKinds,
  })
  .partial();

export type CaseFile = z.infer<typeof caseFileSchema>;
export type CaseKind = {
  [K in keyof CaseFile]-?: NonNullable<CaseFile[K]> extends readonly (infer C)[]
    ? C extends object
      ? K
      : never
    : never;
}[keyof CaseFile];
export type CaseOf<K extends CaseKind> = NonNullable<CaseFile[K]>[number];

/** One sentence for each thing that is wrong with a file: unknown keys and words by name, the rest by where they stand. */
export function complaints(error: z.ZodError, json: unknown): string[] {
  return error.issues.map((issue) => {
    const place = issue.path.length === 0 ? "at the top level" : `in ${pathText(issue.path)}`;
    if (issue.code === "unrecognized_keys")
      return `unknown key ${issue.keys.map((key) => `"${key}"`).join(", ")} ${place}`;
    if (issue.code === "invalid_value") {
      return `unknown ${JSON.stringify(valueAt(json, issue.path)) ?? "nothing"} ${place}; it must be one of ${issue.values.map(String).join(", ")}`;
    }
    return `${issue.path.length === 0 ? "the file" : pathText(issue.path)}: ${issue.message}`;
  });
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    json,
  );
}

export const pathText = (path: readonly PropertyKey[]): string =>
  path.map((step, k) => (typeof step === "number" ? `[${step}]` : `${k === 0 ? "" : "."}${String(step)}`)).join("");

function numbersFor<K extends string>(keys: readonly K[]): Record<K, z.ZodNumber> {
  // Object.fromEntries forgets which keys it was given.
  return Object.fromEntries(keys.map((key) => [key, number])) as Record<K, z.ZodNumber>;
}
