import { useSignal } from "@preact/signals";
import type { CountryId } from "#shared/model/ids.ts";
import { t } from "../i18n/t.ts";
import { closeSheet, nameOfId, usePlay } from "./state/playState.ts";
import { threadOf } from "../viewmodel/threads.ts";
import { Dialog } from "./Dialog.tsx";

/** Chooses whom to write to: one country, or several for a group. */
export function NewThread() {
  const play = usePlay();
  const chosen = useSignal<readonly CountryId[]>([]);
  const others = play.board.ids.filter((id) => id !== play.view.value.you);
  const toggle = (id: CountryId): void => {
    chosen.value = chosen.value.includes(id) ? chosen.value.filter((each) => each !== id) : [...chosen.value, id];
  };
  const open = (): void => {
    if (chosen.peek().length === 0) return;
    play.thread.value = threadOf(chosen.peek());
    play.tab.value = "messages";
    closeSheet(play);
  };
  return (
    <Dialog title={t("play.messages.newTitle")} onClose={() => closeSheet(play)}>
      <fieldset class="chips">
        <legend class="label">{t("play.messages.whom")}</legend>
        {others.map((id) => (
          <label key={id} class="chip">
            <input type="checkbox" checked={chosen.value.includes(id)} onChange={() => toggle(id)} />
            {nameOfId(play.board, id)}
          </label>
        ))}
      </fieldset>
      <button type="button" class="button button-strong" aria-disabled={chosen.value.length === 0} onClick={open}>
        {chosen.value.length > 1
          ? t("play.messages.openGroup", { count: chosen.value.length })
          : t("play.messages.openThread")}
      </button>
    </Dialog>
  );
}
