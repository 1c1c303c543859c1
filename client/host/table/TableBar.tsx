import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { TableCard } from "#shared/model/classView.ts";
import { t } from "../../i18n/t.ts";
import { clockText } from "../../viewmodel/clock.ts";
import { openTable } from "../dash/TableCard.tsx";
import { drafting } from "../model/needs.ts";
import { advance, endTables, extend, freeze, lastTurn, pause, resume, stepBack } from "../state/acts.ts";
import { openSheet, useHost } from "../state/hostState.ts";

/** Which table, where it is, and what can be done to it. */
export function TableBar({ card }: { readonly card: TableCard }): VNode {
  const host = useHost();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [card.number]);
  const numbers = host.view.value.tables.map(({ number }) => number);
  const at = numbers.indexOf(card.number);
  return (
    <div class="table-bar">
      <button type="button" class="button" onClick={() => openTable(host, null)}>
        ← {t("hostTable.all")}
      </button>
      <h2 class="h2" ref={heading} tabIndex={-1}>
        {t("host.tableNumber", { number: card.number })}
      </h2>
      <span class="table-steps">
        <Step to={numbers[at - 1]} sign="‹" words={t("hostTable.previous")} />
        <Step to={numbers[at + 1]} sign="›" words={t("hostTable.next")} />
      </span>
      <p class="table-where num">
        {card.phase === "lobby" || card.phase === "ended"
          ? t(`host.phase.${card.phase}`)
          : t("hostTable.where", { turn: card.turn, phase: t(`host.phase.${card.phase}`) })}{" "}
        <b>
          {card.pause
            ? t(card.pause.frozen ? "host.card.frozen" : "host.card.paused")
            : clockText(card.deadline, host.now.value)}
        </b>
        {card.treatment !== null && <span class="small quiet"> {card.treatment}</span>}
      </p>
      {card.phase !== "ended" && card.phase !== "lobby" && <Controls card={card} />}
      {card.pause?.frozen === true && <p class="table-frozen">{t("hostTable.frozen", { text: card.pause.text })}</p>}
    </div>
  );
}

interface StepProps {
  readonly to: number | undefined;
  readonly sign: string;
  readonly words: string;
}
function Step({ to, sign, words }: StepProps): VNode {
  const host = useHost();
  return (
    <button
      type="button"
      class="button"
      aria-label={words}
      disabled={to === undefined}
      onClick={() => to !== undefined && openTable(host, to)}
    >
      {sign}
    </button>
  );
}

function Controls({ card }: { readonly card: TableCard }): VNode {
  const host = useHost();
  const one = [card.number];
  return (
    <div class="table-controls" role="group" aria-label={t("hostTable.acts")}>
      <button type="button" class="button" onClick={() => stepBack(host, one)}>
        {t("host.act.stepBack")}
      </button>
      <button type="button" class="button" onClick={() => extend(host, one, 60)}>
        {t("host.act.minute")}
      </button>
      <button type="button" class="button" onClick={() => freeze(host, one)}>
        {t("host.act.freeze")}
      </button>
      {card.pause ? (
        <button type="button" class="button button-strong" onClick={() => resume(host, one)}>
          {t("host.act.resume")}
        </button>
      ) : (
        <button type="button" class="button" onClick={() => pause(host, one)}>
          {t("host.act.pause")}
        </button>
      )}
      <button
        type="button"
        class="button"
        onClick={() => openSheet(host, { kind: "inject", tables: one, crisis: null })}
      >
        {t("host.inject.title")}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => openSheet(host, { kind: "news", table: card.number, country: null })}
      >
        {t("hostTable.newsDo")}
      </button>
      <button type="button" class="button" onClick={() => lastTurn(host, one)}>
        {t("host.act.lastTurn")}
      </button>
      <button type="button" class="button" onClick={() => endTables(host, one)}>
        {t("host.act.end")}
      </button>
      <button type="button" class="button button-primary" onClick={() => advance(host, one, drafting([card]).seats)}>
        {t("host.act.advance")}
      </button>
    </div>
  );
}
