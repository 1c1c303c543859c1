import type { Focus } from "#shared/model/order.ts";
import { legalOptions } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import { focusOn } from "../viewmodel/orderDraft.ts";
import { sameFocus, usesOf } from "../viewmodel/uses.ts";
import { indexOf, nameOfId, usePlay } from "./state/playState.ts";

/** Where two thirds of the force go, asked only where there may be several uses for it. */
export function FocusChoice() {
  const play = usePlay();
  const me = play.me.value;
  if (me === null) return null;
  const draft = play.book.draft.value;
  const { world } = play.view.value;
  const { focus } = legalOptions(play.board, world, me);
  // Not played here, or nothing to divide.
  if (focus.attack !== null) return null;
  const uses = usesOf(play.board, world, me, draft).filter(
    (use) => use.kind === "attack" || focus.help[indexOf(play.board, use.country)] === null,
  );
  const chosen = draft.focus ?? null;
  // A choice whose reason has left the sheet stays in sight, so that it can be taken back.
  const shown = chosen === null || uses.some((use) => sameFocus(use, chosen)) ? uses : [chosen, ...uses];
  if (uses.length < 2 && chosen === null) return null;
  return (
    <fieldset class="chips">
      <legend class="label">{t("statecraft.focus.title")}</legend>
      {[null, ...shown].map((use) => (
        <label key={use === null ? "" : textOf(use)} class="chip">
          <input
            type="radio"
            name="focus"
            checked={sameFocus(use, chosen)}
            onChange={() => play.book.edit((now) => focusOn(now, use))}
          />
          {use === null ? t("statecraft.focus.equal") : textOf(use)}
        </label>
      ))}
      <p class="note">{t("statecraft.focus.means")}</p>
    </fieldset>
  );

  function textOf(use: Focus): string {
    return use.kind === "attack"
      ? t("statecraft.focus.attack")
      : t("statecraft.focus.help", { country: nameOfId(play.board, use.country) });
  }
}
