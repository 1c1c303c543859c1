import type { VNode } from "preact";
import { t } from "../../i18n/t.ts";
import { clockText } from "../../viewmodel/clock.ts";
import type { SeatMark, Square } from "../model/cards.ts";
import { useHost } from "../state/hostState.ts";

const SIGN: Readonly<Record<Square, string>> = { done: "✓", thinking: "", away: "", computer: "c", empty: "" };

export const SquareSign = ({ square }: { readonly square: Square }): VNode => (
  <span class={`square square-${square}`} aria-hidden="true">
    {SIGN[square]}
  </span>
);

interface Props {
  readonly marks: readonly SeatMark[];
  readonly table: number;
}

/** More seats than this, and those of computer players share one square. */
const MOST = 13;

/** Every seat by its form; on hover and on focus who sits there and how it stands, in words. */
export function Squares({ marks, table }: Props): VNode {
  const many = marks.length > MOST;
  const computers = marks.filter(({ square }) => square === "computer").length;
  const shown = many ? marks.filter(({ square }) => square !== "computer") : marks;
  return (
    <div class="squares">
      <div
        class="squares-row"
        tabIndex={0}
        role="img"
        aria-label={inWords(marks, table)}
        aria-describedby={`who-${table}`}
      >
        {shown.map((mark) => (
          <SquareSign key={mark.country} square={mark.square} />
        ))}
        {many && computers > 0 && (
          <span class="squares-more small">
            <SquareSign square="computer" /> ×{computers}
          </span>
        )}
      </div>
      <ul class="squares-who small" id={`who-${table}`}>
        {marks.map((mark) => (
          <li key={mark.country}>
            <SquareSign square={mark.square} />
            <b>{mark.name}</b>
            <Who mark={mark} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Who({ mark }: { readonly mark: SeatMark }): VNode {
  const host = useHost();
  const since = mark.since === null ? "" : ` ${clockText(host.now.value, mark.since) ?? ""}`;
  const state = mark.idle ? t("host.square.idle") : t(`host.square.${mark.square}`);
  return (
    <span class="quiet num">{[...mark.who, mark.kept ? t("host.square.kept") : `${state}${since}`].join(", ")}</span>
  );
}

function inWords(marks: readonly SeatMark[], table: number): string {
  const count = (square: Square): number => marks.filter((mark) => mark.square === square).length;
  const parts = (["done", "thinking", "away", "computer", "empty"] as const)
    .filter((square) => count(square) > 0)
    .map((square) => t("host.square.count", { number: count(square), state: t(`host.square.${square}`) }));
  return t("host.square.all", { table, seats: parts.join(", ") });
}
