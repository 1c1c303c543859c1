import { useSignal } from "@preact/signals";
import type { CountryId } from "#shared/model/ids.ts";
import type { Forecast } from "#shared/model/match.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { t } from "../i18n/t.ts";
import { nameOfId, usePlay } from "./state/playState.ts";
import { RefusalText } from "./RefusalText.tsx";

/** Two guesses before anything is known; the debrief compares them with what came. Saved at each change. */
export function ForecastForm() {
  const play = usePlay();
  const view = play.view.value;
  const mine = useSignal<Forecast>(view.forecast ?? { fears: null, balancers: [] });
  const refusal = useSignal<Refusal | null>(null);
  const others = play.board.ids.filter((id) => id !== view.you);
  const save = async (forecast: Forecast): Promise<void> => {
    mine.value = forecast;
    const reply = await play.connection.send("forecast", { turn: view.turn, forecast });
    refusal.value = reply.ok ? null : reply.refusal;
  };
  const toggle = (id: CountryId): void => {
    const balancers = mine.value.balancers.includes(id)
      ? mine.value.balancers.filter((each) => each !== id)
      : [...mine.value.balancers, id].sort();
    void save({ ...mine.value, balancers });
  };
  return (
    <section class="forecast" aria-labelledby="forecast-title">
      <div class="panel-head">
        <h3 id="forecast-title" class="label">
          {t("play.forecast.title")}
        </h3>
        <span class="note">{t("play.forecast.means")}</span>
      </div>
      <label class="field">
        <span class="small">{t("play.forecast.fears")}</span>
        <select
          class="select"
          value={mine.value.fears ?? ""}
          onChange={(event) =>
            void save({ ...mine.value, fears: others.find((id) => id === event.currentTarget.value) ?? null })
          }
        >
          <option value="">{t("play.forecast.nobody")}</option>
          {others.map((id) => (
            <option key={id} value={id}>
              {nameOfId(play.board, id)}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="chips">
        <legend class="small">{t("play.forecast.balancers")}</legend>
        {others.map((id) => (
          <label key={id} class="chip">
            <input type="checkbox" checked={mine.value.balancers.includes(id)} onChange={() => toggle(id)} />
            {nameOfId(play.board, id)}
          </label>
        ))}
      </fieldset>
      <RefusalText refusal={refusal.value} />
    </section>
  );
}
