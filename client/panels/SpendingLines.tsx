import { legalOptions } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import { indexOf, nameOf, nameOfId, openSheet, usePlay } from "./state/playState.ts";
import { budgetOf, type Budget } from "../viewmodel/budget.ts";
import { giveAid, spend, type SpendingLine } from "../viewmodel/orderDraft.ts";
import { pointsText } from "../viewmodel/numbers.ts";
import { Stepper } from "./Stepper.tsx";

const LINES = ["defence", "offence", "industry"] as const satisfies readonly SpendingLine[];

/** Where this turn's points go; what is left over is saved. */
export function SpendingLines() {
  const play = usePlay();
  const { board, book } = play;
  const me = play.me.value;
  if (me === null) return null;
  const { world } = play.view.value;
  const draft = book.draft.value;
  const budget = budgetOf(board, world, me, draft);
  const options = legalOptions(board, world, me);
  const costs: Readonly<Record<SpendingLine, number>> = { ...budget.costs, industry: 1 };
  const kind = draft.alignment?.kind ?? "hide";
  return (
    <fieldset class="spending">
      <legend class="visually-hidden">{t("orderSheet.spend.title", { points: pointsText(budget.available) })}</legend>
      <p class="label spending-head" aria-live="polite">
        <button type="button" class="button-bare label" onClick={() => openSheet(play, { kind: "income" })}>
          {t("orderSheet.spend.title", { points: pointsText(budget.available) })}
        </button>
        <span class="num">
          {kind !== "hide" && t(`orderSheet.spend.${kind}`, { points: pointsText(budget.alignment) })}
          {t("orderSheet.spend.left", { points: pointsText(budget.left) })}
        </span>
      </p>
      {LINES.map((line) => (
        <Stepper
          key={line}
          label={t(`orderSheet.spend.${line}`)}
          hint={
            costs[line] === 1
              ? t(`orderSheet.spend.means.${line}`)
              : t("orderSheet.spend.each", { cost: costs[line], means: t(`orderSheet.spend.means.${line}`) })
          }
          value={draft.spending[line]}
          full={options.arms?.text ?? (budget.left + 1e-9 < costs[line] ? t("orderSheet.spend.noneLeft") : null)}
          onStep={(by) => book.edit((now) => spend(now, line, by))}
        />
      ))}
      {draft.spending.aid.map((gift) => (
        <Stepper
          key={gift.to}
          label={t("orderSheet.spend.aidTo", { country: nameOfId(board, gift.to) })}
          value={gift.points}
          full={budget.left + 1e-9 < 1 ? t("orderSheet.spend.noneLeft") : null}
          onStep={(by) => book.edit((now) => giveAid(now, gift.to, gift.points + by))}
        />
      ))}
      {board.modules.includes("aid") && <AddAid budget={budget} />}
    </fieldset>
  );
}

/** A select that turns into a line of its own. */
function AddAid({ budget }: { readonly budget: Budget }) {
  const play = usePlay();
  const { board, book } = play;
  const me = play.me.value;
  const { aid } = book.draft.value.spending;
  if (me === null) return null;
  const answers = legalOptions(board, play.view.value.world, me).aid;
  const open = board.ids.filter((id) => indexOf(board, id) !== me && !aid.some((gift) => gift.to === id));
  return (
    <select
      class="select add-line"
      aria-label={t("orderSheet.spend.addAid")}
      value=""
      disabled={budget.left + 1e-9 < 1}
      onChange={(event) => {
        const to = open.find((id) => id === event.currentTarget.value);
        if (to) book.edit((now) => giveAid(now, to, 1));
        event.currentTarget.value = "";
      }}
    >
      <option value="">{t("orderSheet.spend.addAid")}</option>
      {open.map((id) => {
        const refusal = answers[indexOf(board, id)] ?? null;
        return (
          <option key={id} value={id} disabled={refusal !== null}>
            {refusal
              ? t("orderSheet.align.notAllowed", { country: nameOfId(board, id), why: refusal.text })
              : nameOf(board, indexOf(board, id))}
          </option>
        );
      })}
    </select>
  );
}
