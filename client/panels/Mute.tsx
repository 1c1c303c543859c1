import type { CountryId } from "#shared/model/ids.ts";
import type { CountryIndex } from "#shared/model/ids.ts";
import { t } from "../i18n/t.ts";
import { nameOfId, usePlay, type Play } from "./state/playState.ts";

const isMuted = (play: Play, id: CountryId): boolean => play.muted.value.includes(id);
const toggle = (play: Play, id: CountryId): void => {
  play.muted.value = isMuted(play, id) ? play.muted.value.filter((one) => one !== id) : [...play.muted.value, id];
};

/** Stops or lets in what a country writes, on this device alone: nobody is told. */
export function MuteButton({ country }: { readonly country: CountryIndex }) {
  const play = usePlay();
  const id = play.board.ids[country];
  if (!id || play.view.value.you === id) return null;
  const who = nameOfId(play.board, id);
  return (
    <p class="muting">
      <button type="button" class="button-text small" onClick={() => toggle(play, id)}>
        {t(isMuted(play, id) ? "talk.unmute" : "talk.mute", { who })}
      </button>
    </p>
  );
}

/** Everyone who is not heard, so that nobody is forgotten there. */
export function MutedList() {
  const play = usePlay();
  if (play.muted.value.length === 0) return null;
  return (
    <div class="muted-list" role="group" aria-label={t("talk.mutedList")}>
      <span class="note">{t("talk.mutedList")}</span>
      {play.muted.value.map((id) => (
        <button key={id} type="button" class="button-text small" onClick={() => toggle(play, id)}>
          {t("talk.unmute", { who: nameOfId(play.board, id) })}
        </button>
      ))}
    </div>
  );
}
