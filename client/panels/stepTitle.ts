import type { Step } from "#shared/model/event.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { t } from "../i18n/t.ts";
import { seesPowerAlone } from "../viewmodel/powerAlone.ts";

/** The heading of a step of the turn; the last one tells what the board shows. */
export const stepTitle = (view: PlayerView, step: Step): string =>
  step === "threats" && seesPowerAlone(view) ? t("classroom.power.told") : t(`play.step.${step}`);
