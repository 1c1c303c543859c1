import { z } from "zod";
import { ACT_KINDS, EXPOSURES } from "#shared/model/acts.ts";
import { LENSES } from "#shared/model/lens.ts";
import { BANDS } from "#shared/theory/threat.ts";
import {
  bySource,
  component,
  direction,
  index,
  mayTell,
  name,
  number,
  play,
  pointsBySource,
  share,
  smallWorldSchema,
  tells,
  weight,
  weightsBySource,
} from "./words.ts";

const act = z.tuple([z.enum(ACT_KINDS), z.enum(EXPOSURES)]);
const effects = z.array(act);

const threatCase = z
  .strictObject({
    ...mayTell,
    c: bySource,
    c0: bySource,
    weights: weightsBySource,
    T: number,
    T0: number,
    lmdi: pointsBySource,
    sum: number,
  })
  .partial({ c0: true, weights: true, T: true, T0: true, lmdi: true, sum: true });
/** One source varied, the others held. */
const threatSeriesCase = z.strictObject({
  ...tells,
  vary: z.enum(["P", "X", "O", "I"]),
  held: bySource,
  values: z.array(component).min(3),
  T: z.array(number),
  direction,
});
const intentCase = z.strictObject({ ...mayTell, acts: effects, I_after_turns: z.array(number).min(1) });

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
  .strictObject({ ...mayTell, inputs: z.strictObject(situation), ...forecast })
  .partial({ probabilities: true, expected_utilities: true, intermediates: true });
const widerInputs = z
  .strictObject({ ...situation, r: z.number().min(-1).max(1), omega: share, w_J: share, more_exposed: z.boolean() })
  .partial({ r: true, omega: true, w_J: true, more_exposed: true });
/** One input varied, the others held; `H` is the strength of one helper who is at hand and certain. */
const predictionSeriesCase = z.strictObject({
  ...tells,
  inputs: widerInputs,
  vary: z.enum(["T", "p_i", "def_i", "p_j", "X", "O", "I", "H", "r", "omega", "w_J"]),
  values: z.array(number).min(3),
  choice: z.enum(["balance", "bandwagon", "hide", "buckPass"]),
  probabilities: z.array(number),
  direction,
});
const widerPredictionCase = z
  .strictObject({
    ...tells,
    inputs: widerInputs,
    ...forecast,
  })
  .partial({ probabilities: true, expected_utilities: true, intermediates: true });

const componentsCase = z
  .strictObject({
    ...tells,
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
const warCase = z.strictObject({
  ...tells,
  world: smallWorldSchema,
  observer: name,
  of: name,
  omega: number,
  w_J: number,
});
const lensCase = z
  .strictObject({
    ...tells,
    world: smallWorldSchema,
    observer: name,
    lens: z.enum(LENSES),
    revisionism: z.number().min(-1).max(1),
    source: name.nullable(),
    chances: z.array(z.tuple([play, number])),
  })
  .partial({ source: true, revisionism: true });
const rowsCase = z.strictObject({
  ...tells,
  prior: number,
  previous: number,
  acts: effects,
  L: number,
  rows: z.array(z.tuple([z.enum([...ACT_KINDS, "fading", "ceiling"]), number])),
});
const pointsCase = z.strictObject({
  ...tells,
  c: bySource,
  c0: bySource,
  rows: z.array(number).min(1),
  points: z.array(number).min(1),
});
const countedCase = z.strictObject({
  ...tells,
  acts: z.array(z.tuple([name, name, z.enum(ACT_KINDS)])),
  counted: z.array(index),
});
const proximityCase = z.strictObject({
  ...tells,
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
    ...tells,
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

/** What changes when a part of a world changes: every pair whose T is another, before and after. */
const localityCase = z.strictObject({
  ...tells,
  world: smallWorldSchema,
  after: smallWorldSchema.partial({ countries: true }),
  changed: z.array(z.tuple([name, name, number, number])),
});
/** What is left of acts that lie turns back when a match begins: [act, exposure, turns ago]. */
const openingCase = z.strictObject({
  ...tells,
  prior: number,
  past: z.array(z.tuple([z.enum(ACT_KINDS), z.enum(EXPOSURES), index])),
  L: number,
});
const ratingCase = z.strictObject({ ...tells, level: z.int().min(0).max(4), I: number, L: number });
const namedCase = z.strictObject({ ...tells, options: z.array(z.tuple([play, share])), named: play.nullable() });
const scoreCase = z.strictObject({
  ...tells,
  options: z.array(z.tuple([play, share])),
  played: play,
  score: number,
});
/** What section 5 weighs, read from a world. */
const weighedCase = z
  .strictObject({
    ...tells,
    world: smallWorldSchema,
    observer: name,
    of: name,
    p_i: number,
    def_i: number,
    helpers: z.array(z.tuple([number, number, number])),
    more_exposed: z.boolean(),
  })
  .partial({ p_i: true, def_i: true, helpers: true, more_exposed: true });

const powerCase = z.strictObject({
  ...tells,
  rows: z.array(z.strictObject({ population: weight, industry: weight, military: weight })),
  shares: z.array(number),
});
const priorCase = z.strictObject({ ...tells, D: share, rivalry: z.boolean(), L0: number });
const bandCase = z.strictObject({ ...tells, T: number, band: z.enum(BANDS) });
const alarmCase = z.strictObject({
  ...tells,
  arms: z.array(z.tuple([weight, weight])),
  country: index.nullable(),
});
const dilemmaCase = z.strictObject({
  ...tells,
  before: z.array(z.array(number)),
  after: z.array(z.array(number)),
  armed_only: z.array(z.boolean()),
  pairs: z.array(z.tuple([index, index])),
});

/** The kinds of case, by the name of their list in a file. */
export const caseKinds = {
  threat: z.array(threatCase),
  intent: z.array(intentCase),
  prediction: z.array(predictionCase),
  power: z.array(powerCase),
  proximity: z.array(proximityCase),
  components: z.array(componentsCase),
  prior: z.array(priorCase),
  opening: z.array(openingCase),
  intent_rows: z.array(rowsCase),
  counted_acts: z.array(countedCase),
  intent_points: z.array(pointsCase),
  threat_series: z.array(threatSeriesCase),
  locality: z.array(localityCase),
  bands: z.array(bandCase),
  alarm: z.array(alarmCase),
  dilemmas: z.array(dilemmaCase),
  prediction_series: z.array(predictionSeriesCase),
  buck_pass: z.array(widerPredictionCase),
  war_stage: z.array(widerPredictionCase),
  revisionism: z.array(widerPredictionCase),
  war_side: z.array(warCase),
  weighed: z.array(weighedCase),
  lenses: z.array(lensCase),
  named: z.array(namedCase),
  scores: z.array(scoreCase),
  coding: z.array(codingCase),
  ratings: z.array(ratingCase),
};
