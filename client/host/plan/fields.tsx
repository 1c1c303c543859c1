import type { VNode } from "preact";
import { useId, useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly bounds: readonly [number, number];
  readonly step?: number;
  /** Set by hand: said beside it, with the way back. */
  readonly onFree?: (() => void) | undefined;
  readonly onChange: (value: number) => void;
}

/** A whole number with buttons for less and more, which fingers hit and eyes see. */
export function NumberField({ label, value, bounds: [least, most], step = 1, onFree, onChange }: Props): VNode {
  const id = useId();
  // What is being typed stays while the page is drawn anew, as it is each time somebody comes in.
  const [typed, setTyped] = useState<string | null>(null);
  const to = (next: number): void => {
    setTyped(null);
    if (Number.isFinite(next)) onChange(Math.min(most, Math.max(least, Math.round(next))));
  };
  return (
    <div class="number">
      <label for={id}>
        {label}
        {onFree && (
          <span class="note number-set">
            {t("hostPlan.set")} ·{" "}
            <button type="button" class="button-text" onClick={onFree}>
              {t("hostPlan.free")}
              <span class="visually-hidden">: {label}</span>
            </button>
          </span>
        )}
      </label>
      <span class="number-row">
        <button
          type="button"
          class="button"
          aria-label={t("hostPlan.less", { what: label })}
          disabled={value <= least}
          onClick={() => to(value - step)}
        >
          −
        </button>
        <input
          id={id}
          class="input num"
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          value={typed ?? value}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            // At once, not on leaving: what follows from it must not move away under the next click.
            const next = event.currentTarget.valueAsNumber;
            if (Number.isInteger(next) && next >= least && next <= most) onChange(next);
          }}
          onChange={(event) => to(event.currentTarget.valueAsNumber)}
        />
        <button
          type="button"
          class="button"
          aria-label={t("hostPlan.more", { what: label })}
          disabled={value >= most}
          onClick={() => to(value + step)}
        >
          +
        </button>
      </span>
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, words: string])[];
  readonly note?: string;
  readonly onChange: (value: Value) => void;
}

/** One of a few. */
export function ChoiceField<Value extends string>({
  label,
  value,
  options,
  note,
  onChange,
}: ChoiceProps<Value>): VNode {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="select"
        value={value}
        onChange={(event) => {
          const chosen = options.find(([each]) => each === event.currentTarget.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each} selected={each === value}>
            {words}
          </option>
        ))}
      </select>
      {note !== undefined && <p class="note">{note}</p>}
    </div>
  );
}

interface TickProps {
  readonly label: string;
  readonly on: boolean;
  readonly note?: string;
  readonly onChange: (on: boolean) => void;
}
export const Tick = ({ label, on, note, onChange }: TickProps): VNode => (
  <label class="host-tick">
    <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
    <span>
      {label}
      {note !== undefined && <span class="note">{note}</span>}
    </span>
  </label>
);
