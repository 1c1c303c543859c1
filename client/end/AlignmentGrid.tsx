import type { VNode } from "preact";
import type { Signal } from "@preact/signals";
import type { PlayerView } from "#shared/model/view.ts";
import type { Alignment } from "#shared/model/order.ts";
import type { Board } from "#shared/model/world.ts";
import { AlignmentGlyph } from "#client/map/glyphs.tsx";
import { t } from "../i18n/t.ts";

interface Props {
  readonly board: Board;
  readonly view: PlayerView;
  readonly turn: Signal<number>;
}

/** Who stood where, turn by turn. A column's head moves the replay there. */
export function AlignmentGrid({ board, view, turn }: Props): VNode {
  return (
    <section class="end-card" aria-labelledby="end-grid">
      <h2 class="h3" id="end-grid">
        {t("end.grid.title")}
      </h2>
      <div class="end-scroll" tabIndex={0} role="group" aria-label={t("end.grid.title")}>
        <table class="end-table grid-table">
          <thead>
            <tr>
              <th scope="col">{t("end.scores.country")}</th>
              {view.history.map((played) => (
                <th key={played.turn} scope="col" class={turn.value === played.turn ? "now" : undefined}>
                  <button
                    type="button"
                    class="button-text num"
                    aria-label={t("end.replay.goto", { turn: played.turn })}
                    onClick={() => (turn.value = played.turn)}
                  >
                    {played.turn}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {board.ids.map((id, country) => (
              <tr key={id} class={view.you === id ? "mine" : undefined}>
                <th scope="row" class="lead">
                  {board.names[country]}
                </th>
                {view.history.map((played) => (
                  <td key={played.turn} class={turn.value === played.turn ? "now" : undefined}>
                    <Cell
                      board={board}
                      alignment={played.sheets[country]?.sheet.alignment ?? { kind: "hide" }}
                      byDefault={played.sheets[country]?.source === "default"}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">{t("end.grid.note")}</p>
    </section>
  );
}

function Cell({
  board,
  alignment,
  byDefault,
}: {
  readonly board: Board;
  readonly alignment: Alignment;
  readonly byDefault: boolean;
}): VNode {
  const target =
    alignment.kind === "balance" ? alignment.against : alignment.kind === "bandwagon" ? alignment.with : null;
  const index = target === null ? -1 : (board.indexOf.get(target) ?? -1);
  const country = board.scenario.countries.find(({ id }) => id === target);
  return (
    <span class={byDefault ? "cell by-default" : "cell"}>
      <AlignmentGlyph kind={alignment.kind} />
      <span class="visually-hidden">{t(`end.play.${alignment.kind}`)}</span>
      {target !== null && <span class="small">{country?.short ?? board.names[index]}</span>}
    </span>
  );
}
