import type { VNode } from "preact";
import type { Board } from "#shared/model/world.ts";
import { t } from "../i18n/t.ts";
import type { ThreatSeries } from "./model/series.ts";

const WIDTH = 108;
const HEIGHT = 74;
/** The bands of theory.md 3 from which a threat is serious, grave, acute. */
const BANDS = [40, 60, 75] as const;

interface Props {
  readonly board: Board;
  readonly series: readonly ThreatSeries[];
  /** Turn shown by the replay; 0 = before the first. */
  readonly turn: number;
}

/** One small line for each country: how dangerous it looked, turn by turn. A table for readers says the same. */
export function ThreatMultiples({ board, series, turn }: Props): VNode {
  return (
    <div class="multiples">
      {series.map((one) => (
        <figure key={one.country} class="multiple">
          <figcaption class="lead">{board.names[one.country]}</figcaption>
          <Line series={one} turn={turn} />
          <p class="visually-hidden">
            {one.points.map((T, at) => t("end.threat.point", { turn: at, threat: Math.round(T) })).join(", ")}
          </p>
        </figure>
      ))}
    </div>
  );
}

function Line({ series, turn }: { readonly series: ThreatSeries; readonly turn: number }): VNode {
  const { points } = series;
  const x = (at: number): number => 3 + (at / Math.max(1, points.length - 1)) * (WIDTH - 30);
  const y = (T: number): number => HEIGHT - (T / 100) * HEIGHT;
  const path = points.map((T, at) => `${at === 0 ? "M" : "L"}${x(at).toFixed(1)} ${y(T).toFixed(1)}`).join("");
  const last = points.at(-1) ?? 0;
  const shown = points[turn] ?? 0;
  const tone = series.most >= BANDS[0] ? "var(--threat)" : "var(--ink2)";
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} class="multiple-plot" aria-hidden="true">
      <rect x="0" y="0" width={WIDTH - 26} height={HEIGHT} fill="var(--panel2)" />
      {BANDS.map((T) => (
        <path key={T} d={`M0 ${y(T)}H${WIDTH - 26}`} stroke="var(--rule)" />
      ))}
      <path d={`M0 ${HEIGHT - 0.5}H${WIDTH - 26}`} stroke="var(--ctl)" />
      <path d={`M${x(turn)} 0V${HEIGHT}`} stroke="var(--ink)" stroke-dasharray="2 2" />
      <path d={path} fill="none" stroke={tone} stroke-width="1.8" stroke-linejoin="round" />
      <circle cx={x(turn)} cy={y(shown)} r="2.6" fill={tone} />
      <text x={WIDTH - 22} y={Math.min(HEIGHT - 3, Math.max(11, y(last) + 4))} class="multiple-number" fill={tone}>
        {Math.round(last)}
      </text>
    </svg>
  );
}
