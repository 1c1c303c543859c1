import { el } from "../dom.ts";

/** One of the values a field offers, and its words. */
export type Option = readonly [value: string, words: string];

interface Field {
  readonly name: string;
  readonly id: string;
  readonly label: string;
}

/** A list to choose one from, with a line of explanation under it. */
export function choice({ name, id, label, options }: Field & { readonly options: readonly Option[] }): HTMLElement {
  const select = el(
    "select",
    { class: "select", id, name },
    ...options.map(([value, words]) => el("option", { value }, words)),
  );
  return el(
    "div",
    { class: "field", "data-field": name },
    el("label", { for: id }, label),
    select,
    el("p", { class: "note", "data-note": name }),
  );
}

interface Chips {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly first: string;
  readonly note?: string;
}

/** A few choices side by side, with a line of explanation under them. */
export function chips({ name, label, options, first, note = "" }: Chips): HTMLElement {
  const all = options.map(([value, words]) =>
    el("label", { class: "chip" }, el("input", { type: "radio", name, value, checked: value === first }), words),
  );
  return el(
    "fieldset",
    {},
    el("legend", {}, label),
    el("div", { class: "chips" }, ...all),
    el("p", { class: "note", "data-note": name }, note),
  );
}

/** Something that may be switched on by itself, with what it means. */
export function tick({
  name,
  value,
  words,
  note,
}: Readonly<Record<"name" | "value" | "words" | "note", string>>): HTMLElement {
  return el(
    "label",
    { class: "tick" },
    el("input", { type: "checkbox", name, value }),
    el(
      "span",
      {},
      el("b", {}, words),
      el("span", { class: "mark note", "data-mark": value }),
      el("span", { class: "note" }, note),
    ),
  );
}

/** Less often wanted: closed until asked for, with what now stands inside beside its name (see `say`). */
export const drawer = (words: string, now: string, ...inside: readonly HTMLElement[]): HTMLDetailsElement =>
  el(
    "details",
    { class: "drawer wide" },
    el("summary", {}, el("span", {}, words), el("span", { class: "note drawer-now", "data-note": now })),
    el("div", { class: "drawer-inside" }, ...inside),
  );

/** Words of the option chosen in a list or a row of chips. */
export function chosenWords(form: HTMLElement, name: string): string {
  const select = form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
  if (select) return select.selectedOptions[0]?.textContent ?? "";
  return form.querySelector(`label:has(input[name="${name}"]:checked)`)?.textContent ?? "";
}

/** Writes a line of explanation. */
export function say(form: HTMLElement, note: string, words: string): void {
  const place = form.querySelector(`[data-note="${note}"]`);
  if (place) place.textContent = words;
}

export const optionsOf = <K extends string>(
  words: Readonly<Record<K, string>>,
  keys: readonly K[],
): readonly Option[] => keys.map((key) => [key, words[key]]);
