import { STEPS } from "#shared/model/event.ts";
import type { GameEvent, Step } from "#shared/model/event.ts";
import type { MapModel } from "./mapModel.ts";
import { paintAttack, paintLine, paintPact } from "./paint/lines.ts";
import type { Plan } from "./paint/plan.ts";
import { paintSign } from "./paint/signs.ts";
import type { Surface } from "./paint/surface.ts";
import type { Painter } from "./painter.ts";
import type { SignMark } from "./signs.ts";

const LINE_MS = 400;
const ATTACK_MS = 250;
const HOLD_MS = 400;
const FADE_MS = 500;
const RING_MS = 300;
/** Opacity of all other lines meanwhile. */
const DIM = 0.45;

/** A turn being revealed: the map before it, the map after it, and what happened between. */
export interface Reveal {
  readonly before: MapModel;
  readonly after: MapModel;
  readonly events: readonly GameEvent[];
}

/** The map as it stands once a step has been revealed: each step puts in place what it decided. */
export function modelAtStep(before: MapModel, after: MapModel, step: Step): MapModel {
  const past = (one: Step): boolean => STEPS.indexOf(step) >= STEPS.indexOf(one);
  const aligned = past("alignments") ? after : before;
  return {
    ...after,
    provinces: past("occupation") ? after.provinces : before.provinces,
    coalitions: aligned.coalitions,
    lines: aligned.lines.filter((line) => !line.draft),
    pacts: past("treaties") ? after.pacts : before.pacts,
    attacks: past("attacks") ? after.attacks : [],
    signs: [
      // What was demanded last turn stands until it is answered.
      ...(past("ultimata") ? [] : before.signs.filter(({ kind }) => kind === "demand")),
      ...after.signs.filter(({ kind }) => past(STEP_OF[kind])),
    ],
    countries: past("threats") ? after.countries : before.countries,
  };
}

/** The step that brings each sign. */
const STEP_OF: Readonly<Record<SignMark["kind"], Step>> = {
  unrest: "intelligence",
  demand: "signals",
  revolt: "occupation",
  crisis: "crisis",
};

export interface StepToPlay {
  readonly step: Step;
  readonly reveal: Reveal;
  readonly signal: AbortSignal;
}

/** Shows a step: lines grow one after another, land fades, attacks strike. Under reduced motion its end at once. */
export async function playStep(painter: Painter, { step, reveal, signal }: StepToPlay): Promise<void> {
  const end = modelAtStep(reveal.before, reveal.after, step);
  if (painter.still() || signal.aborted) {
    painter.show(end);
    return;
  }
  const land =
    step === "occupation" ? FADE_MS : step === "threats" || step === "alignments" || step === "treaties" ? RING_MS : 0;
  const fresh = newIn(painter.model(), end, step);
  if (land > 0) {
    const fading = painter.fade(end, land, signal);
    painter.lines(without(painter.plan(), fresh));
    await fading;
  } else {
    painter.show(end);
  }
  await grow(painter, { fresh, signal });
  painter.focus(null, 1);
  painter.repaint();
}

type Fresh = (mark: object) => boolean;

/** Which marks this step brings. Lines are new in the step of alignments even if the choice is the same as before. */
function newIn(shown: MapModel | null, end: MapModel, step: Step): Fresh {
  const old = new Set((shown?.pacts ?? []).map((pact) => `${pact.a}|${pact.b}`));
  const fresh = new Set<object>([
    ...(step === "alignments" ? end.lines : []),
    ...(step === "attacks" ? end.attacks : []),
    ...end.signs.filter((sign) => STEP_OF[sign.kind] === step),
    ...(step === "treaties" ? end.pacts.filter((pact) => !old.has(`${pact.a}|${pact.b}`)) : []),
  ]);
  return (mark) => fresh.has(mark);
}

const without = (plan: Plan | null, fresh: Fresh): Pick<Plan, "lines" | "pacts" | "attacks" | "signs"> => ({
  lines: (plan?.lines ?? []).filter(({ line }) => !fresh(line)),
  pacts: (plan?.pacts ?? []).filter(({ pact }) => !fresh(pact)),
  attacks: (plan?.attacks ?? []).filter(({ attack }) => !fresh(attack)),
  signs: (plan?.signs ?? []).filter(({ sign }) => !fresh(sign)),
});

interface Mark {
  readonly ms: number;
  readonly hold: number;
  readonly paint: (surface: Surface, progress: number) => void;
}

/** One mark after another on the plate of focus; those already drawn stay there, dimmed. */
async function grow(
  painter: Painter,
  { fresh, signal }: { readonly fresh: Fresh; readonly signal: AbortSignal },
): Promise<void> {
  const plan = painter.plan();
  if (plan === null) return;
  painter.lines(without(plan, fresh));
  const marks = marksOf(plan, fresh);
  for (const [index, mark] of marks.entries()) {
    if (signal.aborted) return;
    const done = marks.slice(0, index);
    const draw = (progress: number): void =>
      painter.focus((surface) => {
        surface.ctx.globalAlpha = DIM;
        for (const one of done) one.paint(surface, 1);
        surface.ctx.globalAlpha = 1;
        mark.paint(surface, progress);
      }, DIM);
    await painter.animate(mark.ms, draw, signal);
    if (mark.hold > 0) await painter.animate(mark.hold, () => undefined, signal);
  }
}

function marksOf(plan: Plan, fresh: Fresh): readonly Mark[] {
  return [
    ...plan.pacts
      .filter(({ pact }) => fresh(pact))
      .map(({ pact, route }): Mark => ({
        ms: LINE_MS,
        hold: 0,
        paint: (surface, progress) => paintPact(surface, route, pact, progress),
      })),
    ...plan.lines
      .filter(({ line }) => fresh(line))
      .map(({ line, route }): Mark => ({
        ms: LINE_MS,
        hold: 0,
        paint: (surface, progress) => paintLine(surface, route, line, progress),
      })),
    ...plan.attacks
      .filter(({ attack }) => fresh(attack))
      .map(({ attack, from, to }): Mark => ({
        ms: ATTACK_MS,
        hold: HOLD_MS,
        paint: (surface, progress) => paintAttack(surface, { from, to }, attack, progress),
      })),
    ...plan.signs
      .filter(({ sign }) => fresh(sign))
      .map((sign): Mark => ({
        ms: ATTACK_MS,
        hold: HOLD_MS,
        paint: (surface, progress) => paintSign(surface, sign, progress),
      })),
  ];
}
