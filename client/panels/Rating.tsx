import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { assess } from "#shared/theory/assess.ts";
import { RATING_LEVELS } from "#shared/theory/rated.ts";
import { t } from "../i18n/t.ts";
import { ratedThreat } from "../viewmodel/rated.ts";
import { isHandedOver } from "../viewmodel/seats.ts";
import { Dialog } from "./Dialog.tsx";
import { RefusalText } from "./RefusalText.tsx";
import { closeSheet, nameOf, openSheet, usePlay, type Play } from "./state/playState.ts";
import { rate, ratingOf } from "./state/ratings.ts";

/** Whether this match asks the reader for ratings now. */
const asks = (play: Play): boolean =>
  play.view.value.settings.intentions !== "computed" && play.me.value !== null && !isHandedOver(play.view.value);

/** "How hostile do they seem to you?", where the match asks; beside the reckoned figure where both are shown. */
export function Rating({ country }: { readonly country: CountryIndex }) {
  const play = usePlay();
  if (!asks(play)) return null;
  const level = ratingOf(play, country);
  return (
    <div class="rating-block">
      <Steps country={country} question={t("rate.question", { country: nameOf(play.board, country) })} />
      {level !== null && play.view.value.settings.intentions === "both" && <Beside country={country} level={level} />}
      {level === null && <p class="note">{t("rate.private")}</p>}
    </div>
  );
}

/** Five steps from peaceful to bent on conquest, as wide as the panel, and in words what is chosen. */
function Steps({ country, question }: { readonly country: CountryIndex; readonly question: string }) {
  const play = usePlay();
  const name = useId();
  const refusal = useSignal<Refusal | null>(null);
  const now = ratingOf(play, country);
  return (
    <fieldset class="rating">
      <legend class="label">{question}</legend>
      <div class="rating-steps">
        {RATING_LEVELS.map((level) => (
          <label key={level} class="rating-step num">
            <input
              type="radio"
              name={name}
              aria-label={t(`rate.level.${level}`)}
              checked={now === level}
              onChange={() => void rate(play, country, level).then((said) => (refusal.value = said))}
            />
            <span aria-hidden="true">{level + 1}</span>
          </label>
        ))}
      </div>
      <p class="rating-words note" aria-hidden="true">
        <span>{t("rate.scale.low")}</span>
        <b>{t(now === null ? "rate.none" : `rate.level.${now}`)}</b>
        <span>{t("rate.scale.high")}</span>
      </p>
      <RefusalText refusal={refusal.value} />
    </fieldset>
  );
}

/** The threat by one's own rating, beside the reckoned one. */
function Beside({ country, level }: { readonly country: CountryIndex; readonly level: number }) {
  const play = usePlay();
  const me = play.me.value;
  const { world } = play.view.value;
  if (me === null) return null;
  const rated = ratedThreat(play.board, assess(play.board, world), { me, country, level });
  return (
    <p class="small">
      {t("rate.rated", { rated: Math.round(rated), computed: Math.round(world.threat[me]?.[country] ?? 0) })}
    </p>
  );
}

const others = (play: Play): readonly CountryIndex[] =>
  play.board.ids.map((_, index) => index).filter((index) => index !== play.me.value);

/** Once a turn, among the news: whom do you see differently now? */
export function RatingPrompt() {
  const play = usePlay();
  if (!asks(play)) return null;
  const all = others(play);
  const rated = all.filter((country) => ratingOf(play, country) !== null).length;
  return (
    <section class="rating-prompt">
      <h3 class="label">{t("rate.prompt.title")}</h3>
      <p class="small">{t(rated === 0 ? "rate.prompt.first" : "rate.prompt.again", { rated, of: all.length })}</p>
      <RateAll />
    </section>
  );
}

/** Opens the list of everyone. */
export function RateAll() {
  const play = usePlay();
  if (!asks(play)) return null;
  return (
    <button type="button" class="button rate-all" onClick={() => openSheet(play, { kind: "ratings" })}>
      {t("rate.open")}
    </button>
  );
}

/** Everyone at once, for a table that takes a minute to think. */
export function RatingSheet() {
  const play = usePlay();
  return (
    <Dialog title={t("rate.sheet")} onClose={() => closeSheet(play)}>
      <p>{t("rate.sheetText")}</p>
      <div class="rating-list">
        {others(play).map((country) => (
          <Steps key={country} country={country} question={nameOf(play.board, country)} />
        ))}
      </div>
      <p class="note">{t("rate.private")}</p>
    </Dialog>
  );
}
