import { JOIN_CODE_LENGTH } from "#shared/protocol/codes.ts";
import { home } from "../i18n/en/home.ts";
import { showError } from "./dom.ts";
import { readCode } from "./readCode.ts";

/** Draws the one real field as six boxes and keeps its value a code. */
export function mountCodeInput(input: HTMLInputElement, boxes: readonly Element[]): void {
  const draw = (): void => {
    const at = Math.min(input.selectionStart ?? input.value.length, JOIN_CODE_LENGTH - 1);
    boxes.forEach((box, index) => {
      box.textContent = input.value[index] ?? "";
      box.classList.toggle("at", index === at);
    });
  };
  const clean = (): void => {
    const { code, dropped } = readCode(input.value);
    const caret = readCode(input.value.slice(0, input.selectionStart ?? undefined)).code.length;
    if (code !== input.value) {
      input.value = code;
      input.setSelectionRange(caret, caret);
    }
    showError(input, "");
    if (dropped) showError(input, home.code.alphabet);
    draw();
  };
  input.addEventListener("input", clean);
  input.addEventListener("focus", draw);
  document.addEventListener("selectionchange", () => {
    if (document.activeElement === input) draw();
  });
  // The browser may have filled the field before this script ran.
  if (input.value !== "") clean();
  draw();
}
