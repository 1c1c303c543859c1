import { z } from "zod";

/** The words that worked cases are written in: numbers, labels, plays, and a small world. */
export const number = z.number();
export const share = z.number().min(0).max(1);
export const component = z.number().positive().max(1);
export const index = z.number().int().min(0);
export const name = z.string().regex(/^[a-z][a-z0-9-]*$/, "must be a lower-case id");
export const weight = z.number().min(0);
export const bySource = z.strictObject({ P: component, X: component, O: component, I: component });
export const pointsBySource = z.strictObject({ P: number, X: number, O: number, I: number });
export const weightsBySource = z.strictObject({ P: weight, X: weight, O: weight, I: weight });
/** Which way a series of numbers goes, without a step back. */
export const direction = z.enum(["rises", "falls"]);

/** What a case of the shipped file may have and each of the numbered ones has: see the README of tests/golden/theory-cases. */
export const mayTell = {
  number: z
    .string()
    .regex(/^T-\d{2,3}$/, "must be “T-” and a number, as in “T-07”")
    .optional(),
  title: z.string().min(1).optional(),
  says: z.string().min(1).optional(),
  tolerance: z.number().positive().optional(),
};
/** The same, where the sentence of theory may not be missing. */
export const tells = { ...mayTell, says: z.string().min(1) };

/** `balance x`, `bandwagon x`, `hide` or `buck-pass`. */
export const play = z
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
    /** Patron, country penetrated, influence known to all. */
    influence: z.array(z.tuple([name, name, share])),
    /** Taker, loser; all in the last two turns. */
    takings: z.array(z.tuple([name, name])),
  })
  .partial()
  .required({ countries: true });

export type SmallWorld = z.infer<typeof smallWorldSchema>;
