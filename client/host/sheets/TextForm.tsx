import type { ComponentChildren, VNode } from "preact";
import { useId, useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";

interface Props {
  readonly label: string;
  readonly doIt: string;
  /** Said when there is nothing to send. */
  readonly empty: string;
  readonly first?: string;
  readonly most: number;
  readonly rows?: number;
  readonly onSend: (text: string) => void;
  readonly children?: ComponentChildren;
}

/** A few words and a button. Empty, it says so. */
export function TextForm({ label, doIt, empty, first = "", most, rows = 3, onSend, children }: Props): VNode {
  const id = useId();
  const [text, setText] = useState(first);
  const [missing, setMissing] = useState(false);
  return (
    <form
      class="text-form"
      onSubmit={(event) => {
        event.preventDefault();
        const said = text.trim();
        setMissing(said === "");
        if (said !== "") onSend(said);
      }}
    >
      <div class="field">
        <label for={id}>{label}</label>
        {rows === 1 ? (
          <input
            id={id}
            class="input"
            value={text}
            maxLength={most}
            aria-invalid={missing}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        ) : (
          <textarea
            id={id}
            class="input"
            rows={rows}
            maxLength={most}
            value={text}
            aria-invalid={missing}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </div>
      {children}
      <p class="error small" role="alert">
        {missing ? empty : ""}
      </p>
      <button type="submit" class="button button-strong">
        {doIt}
      </button>
    </form>
  );
}

interface TablesProps {
  readonly numbers: readonly number[];
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
}

/** Which tables; one click for all of them. */
export function TableTicks({ numbers, chosen, onChange }: TablesProps): VNode {
  const all = chosen.length === numbers.length;
  return (
    <fieldset class="table-ticks">
      <legend>{t("host.inject.where")}</legend>
      <label class="chip">
        <input type="checkbox" checked={all} onChange={() => onChange(all ? [] : numbers)} />
        {t("host.everyTable")}
      </label>
      {numbers.map((number) => (
        <label key={number} class="chip num">
          <input
            type="checkbox"
            checked={chosen.includes(number)}
            onChange={() =>
              onChange(chosen.includes(number) ? chosen.filter((one) => one !== number) : [...chosen, number])
            }
          />
          <span class="visually-hidden">{t("host.tableNumber", { number })}</span>
          <span aria-hidden="true">{number}</span>
        </label>
      ))}
    </fieldset>
  );
}
