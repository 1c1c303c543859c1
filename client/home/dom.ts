type Attributes = Readonly<Record<string, string | boolean>>;

/** An element with attributes (`true` = present, `false` = absent) and children. Text is always text, never HTML. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/** The element of the page that a script cannot do without. */
export function need<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}

/** Says in words, beside its field, what is wrong; an empty text takes it back. */
export function showError(input: HTMLInputElement, text: string): void {
  const place = document.getElementById(`${input.id}-error`);
  if (place) place.textContent = text;
  if (text === "") input.removeAttribute("aria-invalid");
  else input.setAttribute("aria-invalid", "true");
}

/** Runs an action with its button out of use, so that a second press does not do it twice. */
export async function whileBusy(button: HTMLButtonElement, words: string, action: () => Promise<void>): Promise<void> {
  if (button.getAttribute("aria-disabled") === "true") return;
  const resting = button.textContent;
  button.setAttribute("aria-disabled", "true");
  button.textContent = words;
  try {
    await action();
  } finally {
    button.removeAttribute("aria-disabled");
    button.textContent = resting;
  }
}
