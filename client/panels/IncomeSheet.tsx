import { t } from "../i18n/t.ts";
import { closeSheet, usePlay } from "./state/playState.ts";
import { budgetOf } from "../viewmodel/budget.ts";
import { pointsText, twoPlaces } from "../viewmodel/numbers.ts";
import { Dialog } from "./Dialog.tsx";

/** Where this turn's points come from, and what the sheet takes. */
export function IncomeSheet() {
  const play = usePlay();
  const me = play.me.value;
  if (me === null) return null;
  const { draft } = play.book;
  const budget = budgetOf(play.board, play.view.value.world, me, draft.value);
  const { spending } = draft.value;
  const aid = spending.aid.reduce((sum, gift) => sum + gift.points, 0);
  const rows: readonly (readonly [string, number])[] = [
    ["income", budget.income.income],
    ["treasury", budget.income.treasury],
    ["upkeep", -budget.income.upkeep],
    ["available", budget.available],
    ["alignment", -budget.alignment],
    ["defence", -spending.defence * budget.costs.defence],
    ["offence", -spending.offence * budget.costs.offence],
    ["industry", -spending.industry],
    ["aid", -aid],
    ["saved", budget.left],
  ];
  return (
    <Dialog title={t("orderSheet.income.title")} onClose={() => closeSheet(play)}>
      <table class="plain-table">
        <caption class="visually-hidden">{t("orderSheet.income.title")}</caption>
        <tbody>
          {rows.map(([row, points]) => (
            <tr key={row} class={row === "available" || row === "saved" ? "total" : undefined}>
              <th scope="row">{t(`orderSheet.income.${row}`, { count: budget.income.occupied })}</th>
              <td class="num">{pointsText(points)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {budget.income.armsPerPoint !== 1 && (
        <p class="small">{t("orderSheet.income.armsPerPoint", { arms: twoPlaces(budget.income.armsPerPoint) })}</p>
      )}
      <p class="note">{t("orderSheet.income.means", { units: play.board.parameters.economy.industryPerPoint })}</p>
    </Dialog>
  );
}
