import type { ActKind, Exposure } from "#shared/model/acts.ts";
import type { GameEvent } from "#shared/model/event.ts";
import { countryId, treatyId } from "#shared/model/ids.ts";
import type { Parameters } from "#shared/model/parameters.ts";
import { assess, componentsOf } from "#shared/theory/assess.ts";
import { codePlay } from "#shared/theory/coding.ts";
import { pointsOfIntent } from "#shared/theory/explain.ts";
import {
  effectOf,
  explainIntent,
  intentProbability,
  priorIntent,
  selectActs,
  stepIntent,
  type FeltAct,
} from "#shared/theory/intent.ts";
import { lensPredictions } from "#shared/theory/lenses.ts";
import { probabilityOf } from "#shared/theory/plays.ts";
import { powerShares } from "#shared/theory/power.ts";
import { predict, type PredictionInputs } from "#shared/theory/predict.ts";
import { distanceOf, proximityOf } from "#shared/theory/proximity.ts";
import { chanceOfSide, warStage } from "#shared/theory/situation.ts";
import { alarmOf, bandOf, decompose, normalised, securityDilemmas, threatOf } from "#shared/theory/threat.ts";
import type { CaseKind, CaseOf } from "./format.ts";
import { alignmentOf, buildSmall, playOf, playText } from "./smallWorld.ts";

/** What the code answers to a case, in the shape in which the case states what it expects. */
export const ANSWERS: { readonly [K in CaseKind]: (test: CaseOf<K>, parameters: Parameters) => unknown } = {
  threat: ({ c, c0 }, { weights }) => ({
    T: threatOf(c, weights),
    ...(c0 && { T0: threatOf(c0, weights), lmdi: decompose(c, c0, weights) }),
  }),
  intent: (test, parameters) => ({ I_after_turns: intentPath(test, parameters) }),
  prediction: predicted,
  buck_pass: predicted,
  war_stage: predicted,
  revisionism: predicted,
  power: ({ rows }) => ({ shares: powerShares(rows) }),
  proximity: ({ start, buffers, open_seas, mobility }, { floor }) => {
    const d = distanceOf({ start, buffers, openSeas: open_seas }, mobility);
    return { d, X: proximityOf(d, mobility, floor) };
  },
  components: ({ world, observer, of }, parameters) => {
    const { board, world: built, index } = buildSmall(world, parameters);
    const assessment = assess(board, built);
    const [i, j] = [index(observer), index(of)];
    return { ...componentsOf(board, assessment, i, j), p: assessment.shares[j], T: assessment.threat[i]?.[j] };
  },
  prior: ({ D, rivalry }, { intent }) => ({ L0: priorIntent(intent, D, rivalry) }),
  intent_rows: ({ prior, previous, acts }, { intent }) => {
    const { after, rows } = explainIntent({ previous, prior }, 0, felt(acts, intent), intent);
    return { L: after, rows: rows.map((row) => [row.kind === "act" ? row.act : row.kind, row.change]) };
  },
  counted_acts: ({ acts }, { intent }) => {
    const names = [...new Set(acts.flatMap(([by, target]) => [by, target]))];
    const all = acts.map(([by, target, act]) => ({
      by: names.indexOf(by),
      target: names.indexOf(target),
      act,
      lambda: intent.llr[act],
    }));
    return { counted: selectActs(all).map((act) => all.indexOf(act)) };
  },
  intent_points: ({ c, c0, rows }, { weights }) => {
    const slope = normalised(weights).I * threatOf(c, weights) * (1 - c.I);
    const pointed = pointsOfIntent(
      rows.map((change) => ({ change })),
      decompose(c, c0, weights).I,
      slope,
    );
    return { points: pointed.map(({ points }) => points) };
  },
  bands: ({ T }) => ({ band: bandOf(T) }),
  alarm: ({ arms }, { alarmShare }) => ({
    country: alarmOf(
      arms.map(([offence, defence]) => ({ offence, defence })),
      alarmShare,
    ),
  }),
  dilemmas: ({ before, after, armed_only }) => ({
    pairs: securityDilemmas(before, after, armed_only).map(({ a, b }) => [a, b]),
  }),
  war_side: ({ world, observer, of }, parameters) => {
    const { board, world: built, index } = buildSmall(world, parameters);
    const view = { board, world: built, assessment: assess(board, built), me: index(observer) };
    return { omega: warStage(view, index(of)), w_J: chanceOfSide(view, index(of)) };
  },
  lenses: ({ world, observer, lens, revisionism = 0, chances }, parameters) => {
    const { board, world: built, index } = buildSmall(world, parameters);
    const prediction = lensPredictions(board, built, index(observer), revisionism).find((one) => one.lens === lens);
    return {
      source: prediction?.source,
      chances: chances.map(([play]) => [play, prediction && probabilityOf(prediction, playOf(play))]),
    };
  },
  coding: coded,
};

/** The members of a case that describe its situation; all others are what it expects. */
export const GIVEN: { readonly [K in CaseKind]: readonly (keyof CaseOf<K>)[] } = {
  threat: ["c", "c0"],
  intent: ["acts"],
  prediction: ["inputs"],
  buck_pass: ["says", "inputs"],
  war_stage: ["says", "inputs"],
  revisionism: ["says", "inputs"],
  power: ["says", "rows"],
  proximity: ["says", "start", "buffers", "open_seas", "mobility"],
  components: ["says", "world", "observer", "of"],
  prior: ["says", "D", "rivalry"],
  intent_rows: ["says", "prior", "previous", "acts"],
  counted_acts: ["says", "acts"],
  intent_points: ["says", "c", "c0", "rows"],
  bands: ["says", "T"],
  alarm: ["says", "arms"],
  dilemmas: ["says", "before", "after", "armed_only"],
  war_side: ["says", "world", "observer", "of"],
  lenses: ["says", "world", "observer", "lens", "revisionism"],
  coding: ["says", "me", "alignment", "spending", "income", "events"],
};

function predicted({ inputs }: CaseOf<"prediction"> | CaseOf<"buck_pass">, { prediction }: Parameters): unknown {
  const { probabilities, expectedUtilities, intermediates } = predict(given(inputs), prediction);
  return { probabilities, expected_utilities: expectedUtilities, intermediates };
}

/** Optional members that are `undefined` are left out. */
function given({ r, omega, w_J, more_exposed, ...inputs }: CaseOf<"buck_pass">["inputs"]): PredictionInputs {
  return {
    ...inputs,
    ...(r !== undefined && { r }),
    ...(omega !== undefined && { omega }),
    ...(w_J !== undefined && { w_J }),
    ...(more_exposed !== undefined && { more_exposed }),
  };
}

function intentPath({ acts, I_after_turns }: CaseOf<"intent">, { intent }: Parameters): number[] {
  const effects = acts.map(([act, exposure]) => effectOf(intent.llr[act], exposure, intent));
  let L = intent.prior;
  return I_after_turns.map((_, turn) => {
    L = stepIntent({ previous: L, prior: intent.prior }, turn === 0 ? effects : [], intent);
    return intentProbability(L);
  });
}

const felt = (acts: readonly (readonly [ActKind, Exposure])[], { llr }: Parameters["intent"]): FeltAct[] =>
  acts.map(([act, exposure]) => ({ by: 1, target: 0, act, lambda: llr[act], felt: [exposure, null] }));

function coded({ me, alignment, spending = {}, income, events = [] }: CaseOf<"coding">): unknown {
  const names = [...new Set([me, ...events.flatMap(namesIn)])].sort();
  const ids = names.map(countryId);
  const facts = events.map((event) => factOf(event, names));
  const { offence = 0, defence = 0, industry = 0, aid = [] } = spending;
  if (income !== undefined) {
    facts.push({
      rule: "3.1",
      step: "arms",
      kind: "armed",
      country: names.indexOf(me),
      income,
      offence,
      defence,
      industry,
      saved: 0,
    });
  }
  const sheet = {
    alignment: alignmentOf(alignment),
    spending: { offence, defence, industry, aid: aid.map(([to, points]) => ({ to: countryId(to), points })) },
  };
  const { play, because, internalBalancing } = codePlay({ ids }, sheet, facts, names.indexOf(me));
  return { play: playText(play), because, internal_balancing: internalBalancing };
}

type CodedEvent = NonNullable<CaseOf<"coding">["events"]>[number];

function namesIn(event: CodedEvent): string[] {
  switch (event.kind) {
    case "attack":
      return [event.by, event.on];
    case "pact-signed":
      return [...event.parties, ...(event.against === undefined ? [] : [event.against])];
    case "pact-called":
      return [event.ally, event.victim, event.attacker];
    case "concession":
    case "ultimatum":
      return [event.by, event.to];
    case "appeal":
      return [event.by, event.to, event.against];
  }
}

function factOf(event: CodedEvent, names: readonly string[]): GameEvent {
  const index = (name: string): number => names.indexOf(name);
  switch (event.kind) {
    case "attack":
      return {
        rule: "6.1",
        step: "attacks",
        kind: "battle",
        attackers: [index(event.by)],
        defender: index(event.on),
        province: 0,
        attack: 1,
        defence: 1,
        forces: [],
        outcome: "stalemate",
        deserters: [],
        provoked: false,
      };
    case "pact-signed":
      return {
        rule: "1.1",
        step: "treaties",
        kind: "treatySigned",
        treaty: {
          id: treatyId("t1"),
          kind: "defence",
          parties: event.parties.map(countryId),
          since: 1,
          until: null,
          ...(event.against === undefined ? {} : { against: countryId(event.against) }),
        },
      };
    case "pact-called":
      return {
        rule: "6.2",
        step: "attacks",
        kind: "pactCalled",
        treaty: treatyId("t1"),
        answer: event.answer,
        ally: index(event.ally),
        victim: index(event.victim),
        attacker: index(event.attacker),
      };
    case "concession":
      return {
        rule: "6.9",
        step: "occupation",
        kind: "conceded",
        by: index(event.by),
        to: index(event.to),
        province: 0,
      };
    case "ultimatum":
      return {
        rule: "6.8",
        step: "ultimata",
        kind: "ultimatumAnswered",
        by: index(event.by),
        target: index(event.to),
        demand: { kind: "align", alignment: { kind: "bandwagon", with: countryId(event.by) } },
        accepted: event.accepted,
      };
    case "appeal":
      return {
        rule: "6.10",
        step: "signals",
        kind: "appealed",
        by: index(event.by),
        to: index(event.to),
        against: index(event.against),
      };
  }
}
