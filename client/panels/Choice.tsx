import type { ComponentChildren, VNode } from "preact";
import { t } from "../i18n/t.ts";

interface Props<T extends string> {
  /** Said by a screen reader; shown too unless `bare`. */
  readonly label: string;
  readonly bare?: boolean;
  /** Group of texts with one for each value. */
  readonly words: string;
  readonly values: readonly T[];
  readonly chosen: string;
  readonly onChoose: (value: T) => void;
  /** Options besides the values; choosing one calls `onOther`. */
  readonly children?: ComponentChildren;
  readonly onOther?: () => void;
}

/** One of a few values that have their words in a catalogue. */
export function Choice<T extends string>(props: Props<T>): VNode {
  const { label, bare = false, words, values, chosen, onChoose, children, onOther } = props;
  const select = (
    <select
      class="select"
      aria-label={bare ? label : undefined}
      value={chosen}
      onChange={({ currentTarget }) => {
        const value = values.find((one) => one === currentTarget.value);
        if (value === undefined) onOther?.();
        else onChoose(value);
      }}
    >
      {children}
      {values.map((value) => (
        <option key={value} value={value}>
          {t(`${words}.${value}`)}
        </option>
      ))}
    </select>
  );
  if (bare) return select;
  return (
    <label class="select-field">
      <span class="label">{label}</span>
      {select}
    </label>
  );
}
