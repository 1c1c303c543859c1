import type { GameEvent } from "#shared/model/event.ts";
import { sentence } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import { spokenId, type Play } from "./state/playState.ts";

/** What happened in one sentence: the rules' own, but for a crisis that is felt as an act, where the act is named. */
export function eventText({ board }: Pick<Play, "board">, event: GameEvent): string {
  if (event.kind !== "crisisEffect" || event.effect.kind !== "act") return sentence(board, event);
  const { act, by, target } = event.effect;
  const deed = t(`statecraft.deed.${act}`, { target: spokenId(board, target) });
  return t("statecraft.news.actEffect", { by: spokenId(board, by), deed });
}
