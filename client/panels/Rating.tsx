import { useSignal } from "@preact/signals";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { assess } from "#shared/theory/assess.ts";
import { RATING_LEVELS } from "#shared/theory/rated.ts";
import { t } from "../i18n/t.ts";
import { ratedThreat } from "../viewmodel/rated.ts";
import { RefusalText } from "./RefusalText.tsx";
import { nameOf, usePlay } from "./state/playState.ts";

/** "How hostile do they seem to you?", where the match asks; beside the reckoned figure where both are shown. */
export function Rating({ country }: { readonly country: CountryIndex }) {
  const play = usePlay();
  const { settings, ratings } = play.view.value;
  const refusal = useSignal<Refusal | null>(null);
  if (settings.intentions === "computed" || play.me.value === null) return null;
  const now = ratings?.[country] ?? null;
  const choose = async (level: number): Promise<void> => {
    const all = play.board.ids.flatMap((id, at) => {
      const rated = at === country ? level : (ratings?.[at] ?? null);
      return rated === null ? [] : [{ country: id, level: rated }];
    });
    const reply = await play.connection.send("rate", { ratings: all });
    refusal.value = reply.ok ? null : reply.refusal;
  };
  return (
    <fieldset class="rating">
      <legend class="label">{t("rate.question", { country: nameOf(play.board, country) })}</legend>
      <div class="chips">
        {RATING_LEVELS.map((level) => (
          <label key={level} class="chip">
            <input type="radio" name={`rate-${country}`} checked={now === level} onChange={() => void choose(level)} />
            {t(`rate.level.${level}`)}
          </label>
        ))}
      </div>
      <RefusalText refusal={refusal.value} />
      {now !== null && settings.intentions === "both" && <Beside country={country} level={now} />}
      <p class="note">{t("rate.private")}</p>
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
