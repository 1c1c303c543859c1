import { t } from "../i18n/t.ts";
import { isUntold } from "./state/mapNow.ts";
import { nameOf, usePlay } from "./state/playState.ts";
import { alarmMeter } from "../viewmodel/alarm.ts";
import { percent } from "../viewmodel/numbers.ts";

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
    <div class="alarm note">
      <p class="alarm-line">
        <span>{t("threats.alarm.largest", values)}</span>
        <span>{t(meter.on ? "threats.alarm.on" : "threats.alarm.at", values)}</span>
      </p>
      <div class="alarm-bar" aria-hidden="true">
        <span class={meter.on ? "alarm-fill alarm-fill-on" : "alarm-fill"} style={{ width: `${meter.share * 100}%` }} />
        <span class="alarm-mark" style={{ left: `${board.parameters.alarmShare * 100}%` }} />
      </div>
    </div>
  );
}
