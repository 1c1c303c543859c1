import { LAYERS, mapModelOf, type Layer, type MapModel } from "#client/map/mapModel.ts";
import { mapSightAt, mapSightOf, type MapSight } from "#client/map/mapSight.ts";
import { modelAtStep, type Reveal } from "#client/map/reveal.ts";
import { draftedSigns } from "#client/map/signs.ts";
import type { Step } from "#shared/model/event.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import { revealStages } from "../../viewmodel/events.ts";
import { alignmentOf } from "../../viewmodel/orderDraft.ts";
import { openingSeen } from "../../viewmodel/rated.ts";
import type { Play } from "./playState.ts";

const layerNow = (play: Play): Layer => LAYERS[play.layer.value - 1] ?? "owner";

/** The map as it stands, my unsent draft included. Reads signals: who calls it follows them. */
export function mapModelNow(play: Play): MapModel {
  const view = play.view.value;
  const sight = mapSightOf(play.board, view, openingSeen(play.board, view).threat);
  const planning = view.phase !== "reveal" && view.phase !== "ended";
  const draft = planning ? alignmentOf(play.book.draft.value) : null;
  const signs = planning ? [...sight.signs, ...draftedHere(play)] : sight.signs;
  return mapModelOf(play.board, { ...sight, draft, signs }, layerNow(play));
}

function draftedHere(play: Play): MapSight["signs"] {
  const me = play.me.value;
  return me === null ? [] : draftedSigns(play.board, me, play.book.draft.value.moves);
}

export interface RevealNow {
  readonly step: Step;
  readonly reveal: Reveal;
}

/** The step of the reveal that is being told; null outside the reveal. */
export function stepNow(play: Play): Step | null {
  const view = play.view.value;
  const last = view.history.at(-1);
  if (view.phase !== "reveal" || !last) return null;
  const stages = revealStages(last.events);
  return stages[Math.min(play.revealStep.value, stages.length - 1)]?.step ?? null;
}

/** Whether the turn is still being told: what it led to – threats, score, armies – is its last step. */
export function isUntold(play: Play): boolean {
  const step = stepNow(play);
  return step !== null && step !== "threats";
}

/** The map as far as the turn has been told. */
export function mapModelTold(play: Play): MapModel {
  const now = revealNow(play);
  return now ? modelAtStep(now.reveal.before, now.reveal.after, now.step) : mapModelNow(play);
}

/** The step of the reveal that is being told, with the map before and after the turn; null outside the reveal. */
export function revealNow(play: Play): RevealNow | null {
  const view = play.view.value;
  const last = view.history.at(-1);
  const step = stepNow(play);
  if (!last || step === null) return null;
  const layer = layerNow(play);
  const before = mapSightAt(play.board, view, last.turn - 1) ?? openingSight(play.board, view);
  return {
    step,
    reveal: { before: mapModelOf(play.board, before, layer), after: mapModelNow(play), events: last.events },
  };
}

function openingSight(board: Board, view: PlayerView): MapSight {
  const { holders, threat, alignments, treaties } = openingSeen(board, view);
  return {
    ...mapSightOf(board, view),
    holders,
    threat,
    before: null,
    alignments,
    earlier: [],
    treaties,
    battles: [],
    signs: [],
    exile: board.ids.map(() => false),
    draft: null,
  };
}
