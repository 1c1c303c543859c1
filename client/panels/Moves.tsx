import { useSignal } from "@preact/signals";
import { legalOptions } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import { moveGroups } from "../viewmodel/moveChoices.ts";
import { addMove, removeMove } from "../viewmodel/orderDraft.ts";
import { MovePicker } from "./MovePicker.tsx";
import { moveText } from "./moveText.ts";
import { usePlay } from "./state/playState.ts";

/** The moves on the sheet, and a picker for another as long as there is room for one. */
export function Moves() {
  const play = usePlay();
  const picking = useSignal(false);
  const me = play.me.value;
  if (me === null) return null;
  const { board, book } = play;
  const { world } = play.view.value;
  const { moves } = book.draft.value;
  const options = legalOptions(board, world, me);
  const full = moves.length >= options.mostMoves;
  return (
    <fieldset class="moves">
      <legend class="label">{t("orderSheet.move.title", { count: options.mostMoves })}</legend>
      {moves.map((move, at) => (
        <div key={`${move.kind}${at}`} class="move">
          <span>{moveText(play, move)}</span>
          <button type="button" class="button-bare" onClick={() => book.edit((draft) => removeMove(draft, at))}>
            {t("orderSheet.move.remove")}
            <span class="visually-hidden"> {moveText(play, move)}</span>
          </button>
        </div>
      ))}
      {full && <p class="note">{t("orderSheet.move.full", { count: options.mostMoves })}</p>}
      {!full && (
        <button
          type="button"
          class="add-line"
          aria-expanded={picking.value}
          onClick={() => (picking.value = !picking.value)}
        >
          <span>{t("orderSheet.move.add")}</span>
          <span aria-hidden="true">{picking.value ? "−" : "+"}</span>
        </button>
      )}
      {!full && picking.value && (
        <MovePicker
          groups={moveGroups({ board, world, me, options, taken: moves })}
          onPick={(move) => {
            book.edit((draft) => addMove(draft, move));
            picking.value = false;
          }}
        />
      )}
    </fieldset>
  );
}
