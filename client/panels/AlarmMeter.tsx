import { t } from "../i18n/t.ts";
import { isUntold } from "./state/mapNow.ts";
import { nameOf, usePlay } from "./state/playState.ts";
import { alarmMeter } from "../viewmodel/alarm.ts";
import { percent } from "../viewmodel/numbers.ts";
import { RuleLink } from "./RuleLink.tsx";

/** The largest army's share of all, and where the system alarm stands (Levy & Thompson 2005). */
export function AlarmMeter() {
  const play = usePlay();
  const { board } = play;
  const meter = alarmMeter(board, play.view.value, { untold: isUntold(play) });
  const values = {
    country: nameOf(board, meter.country),
    share: percent(meter.share),
    alarm: percent(board.parameters.alarmShare),
  };
  return (
    <details class="alarm note">
      <summary title={t("threats.alarm.means", values)}>
        <span class="alarm-line">
          <span>{t("threats.alarm.largest", values)}</span>
          <span class="alarm-word">{t(meter.on ? "threats.alarm.on" : "threats.alarm.at", values)}</span>
        </span>
        <span class="alarm-bar" aria-hidden="true">
          <span
            class={meter.on ? "alarm-fill alarm-fill-on" : "alarm-fill"}
            style={{ width: `${meter.share * 100}%` }}
          />
          <span class="alarm-mark" style={{ left: `${board.parameters.alarmShare * 100}%` }} />
        </span>
      </summary>
      <p>
        {t("threats.alarm.means", values)} <RuleLink rule="9.6" />
      </p>
      {board.modules.includes("congress") && (
        <p>
          {t("threats.alarm.congress")} <RuleLink rule="8.7" />
        </p>
      )}
    </details>
  );
}
