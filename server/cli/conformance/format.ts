import { z } from "zod";
import { ACT_KINDS, EXPOSURES } from "#shared/model/acts.ts";
import { LENSES } from "#shared/model/lens.ts";
import { BANDS } from "#shared/theory/threat.ts";

/**
 * The format of a file of worked cases. The first part is that of data/theory-vectors.json; the rest are kinds of case of
 * our own, each with the sentence of the theory it stands for (`says`). Every object is strict: an unknown key is an error.
 */
const number = z.number();
const share = z.number().min(0).max(1);
const component = z.number().positive().max(1);
const index = z.number().int().min(0);
const name = z.string().regex(/^[a-z][a-z0-9-]*$/, "must be a lower-case id");
const says = z.string().min(1);

const bySource = z.strictObject({ P: component, X: component, O: component, I: component });
const pointsBySource = z.strictObject({ P: number, X: number, O: number, I: number });
const weight = z.number().min(0);
const act = z.tuple([z.enum(ACT_KINDS), z.enum(EXPOSURES)]);
const effects = z.array(act);

const threatCase = z
  .strictObject({ c: bySource, c0: bySource, T: number, T0: number, lmdi: pointsBySource })
  .partial({ c0: true, T: true, T0: true, lmdi: true });
const intentCase = z.strictObject({ acts: effects, I_after_turns: z.array(number).min(1) });

const situation = {
  T: z.number().min(0).max(100),
  p_i: share,
  def_i: share,
  p_j: share,
  X: share,
  O: share,
  I: share,
  helpers: z.array(z.tuple([share, share, share])),
};
const choices = z.strictObject({ balance: number, bandwagon: number, hide: number, buckPass: number }).partial();
const forecast = {
  probabilities: choices,
  expected_utilities: choices,
  intermediates: z
    .strictObject({ q_self: number, q_bal: number, appease: number, targeted: number, V: number, Q: number })
    .partial(),
};
const predictionCase = z
  .strictObject({ inputs: z.strictObject(situation), ...forecast })
  .partial({ probabilities: true, expected_utilities: true, intermediates: true });
const widerPredictionCase = z
  .strictObject({
    says,
    inputs: z
      .strictObject({ ...situation, r: z.number().min(-1).max(1), omega: share, w_J: share, more_exposed: z.boolean() })
      .partial({ r: true, omega: true, w_J: true, more_exposed: true }),
    ...forecast,
  })
  .partial({ probabilities: true, expected_utilities: true, intermediates: true });

/** `balance x`, `bandwagon x`, `hide` or `buck-pass`. */
const play = z
  .string()
  .regex(
    /^(balance [a-z][a-z0-9-]*|bandwagon [a-z][a-z0-9-]*|hide|buck-pass)$/,
    "must be “balance x”, “bandwagon x”, “hide” or “buck-pass”",
  );

const smallCountry = z
  .strictObject({
    population: weight,
    industry: weight,
    offence: weight,
    defence: weight,
    built: weight,
    holder: name,
    word: z.tuple([weight, weight]),
    exile: z.boolean(),
  })
  .partial({ built: true, holder: true, word: true, exile: true });
/** A few countries of one home province each. Dyads not given: X 1, L the prior, D 0. */
export const smallWorldSchema = z
  .strictObject({
    countries: z.record(name, smallCountry),
    kappa: z.number().positive(),
    delta: share,
    /** Observer, country seen, value. */
    proximity: z.array(z.tuple([name, name, component])),
    intent: z.array(z.tuple([name, name, number])),
    ideology: z.array(z.tuple([name, name, share])),
    rivalries: z.array(z.tuple([name, name])),
    pacts: z.array(z.strictObject({ parties: z.array(name).min(2), against: name }).partial({ against: true })),
    alignments: z.record(name, play),
    /** Giver, receiver, points. */
    aid: z.array(z.tuple([name, name, weight])),
    /** Taker, loser; all in the last two turns. */
    takings: z.array(z.tuple([name, name])),
  })
  .partial()
  .required({ countries: true });

const componentsCase = z
  .strictObject({
    says,
    world: smallWorldSchema,
    observer: name,
    of: name,
    p: number,
    P: number,
    X: number,
    O: number,
    I: number,
    T: number,
  })
  .partial({ p: true, P: true, X: true, O: true, I: true, T: true });
const warCase = z.strictObject({ says, world: smallWorldSchema, observer: name, of: name, omega: number, w_J: number });
const lensCase = z
  .strictObject({
    says,
    world: smallWorldSchema,
    observer: name,
    lens: z.enum(LENSES),
    revisionism: z.number().min(-1).max(1),
    source: name.nullable(),
    chances: z.array(z.tuple([play, number])),
  })
  .partial({ source: true, revisionism: true });
const rowsCase = z.strictObject({
  says,
  prior: number,
  previous: number,
  acts: effects,
  L: number,
  rows: z.array(z.tuple([z.enum([...ACT_KINDS, "fading", "ceiling"]), number])),
});
const pointsCase = z.strictObject({
  says,
  c: bySource,
  c0: bySource,
  rows: z.array(number).min(1),
  points: z.array(number).min(1),
});
const countedCase = z.strictObject({
  says,
  acts: z.array(z.tuple([name, name, z.enum(ACT_KINDS)])),
  counted: z.array(index),
});
const proximityCase = z.strictObject({
  says,
  start: z.enum(["land", "narrowWater"]),
  buffers: index,
  open_seas: index,
  mobility: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  d: number,
  X: number,
});

const codedEvent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("attack"), by: name, on: name }),
  z
    .strictObject({ kind: z.literal("pact-signed"), parties: z.array(name).min(2), against: name })
    .partial({ against: true }),
  z.strictObject({
    kind: z.literal("pact-called"),
    ally: name,
    victim: name,
    attacker: name,
    answer: z.enum(["honoured", "refused"]),
  }),
  z.strictObject({ kind: z.literal("concession"), by: name, to: name }),
  z.strictObject({ kind: z.literal("ultimatum"), by: name, to: name, accepted: z.boolean() }),
  z.strictObject({ kind: z.literal("appeal"), by: name, to: name, against: name }),
]);
const codingCase = z
  .strictObject({
    says,
    me: name,
    alignment: play.refine((text) => text !== "buck-pass", "is no alignment"),
    spending: z
      .strictObject({ offence: weight, defence: weight, industry: weight, aid: z.array(z.tuple([name, weight])) })
      .partial(),
    income: weight,
    events: z.array(codedEvent),
    play,
    because: z.enum(["alignment", "war", "pact", "concession", "aid", "appeal"]),
    internal_balancing: z.boolean(),
  })
  .partial({ spending: true, income: true, events: true });

export const caseFileSchema = z
  .strictObject({
    note: z.string(),
    weights: z.strictObject({ P: weight, X: weight, O: weight, I: weight }).partial(),
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
    threat: z.array(threatCase),
    intent: z.array(intentCase),
    prediction: z.array(predictionCase),
    power: z.array(
      z.strictObject({
        says,
        rows: z.array(z.strictObject({ population: weight, industry: weight, military: weight })),
        shares: z.array(number),
      }),
    ),
    proximity: z.array(proximityCase),
    components: z.array(componentsCase),
    prior: z.array(z.strictObject({ says, D: share, rivalry: z.boolean(), L0: number })),
    intent_rows: z.array(rowsCase),
    counted_acts: z.array(countedCase),
    intent_points: z.array(pointsCase),
    bands: z.array(z.strictObject({ says, T: number, band: z.enum(BANDS) })),
    alarm: z.array(z.strictObject({ says, arms: z.array(z.tuple([weight, weight])), country: index.nullable() })),
    dilemmas: z.array(
      z.strictObject({
        says,
        before: z.array(z.array(number)),
        after: z.array(z.array(number)),
        armed_only: z.array(z.boolean()),
        pairs: z.array(z.tuple([index, index])),
      }),
    ),
    buck_pass: z.array(widerPredictionCase),
    war_stage: z.array(widerPredictionCase),
    revisionism: z.array(widerPredictionCase),
    war_side: z.array(warCase),
    lenses: z.array(lensCase),
    coding: z.array(codingCase),
  })
  .partial();

export type CaseFile = z.infer<typeof caseFileSchema>;
export type SmallWorld = z.infer<typeof smallWorldSchema>;
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
