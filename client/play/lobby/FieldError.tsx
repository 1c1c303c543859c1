import type { VNode } from "preact";

/** What is wrong, in words, under its field; announced when it appears. */
export const FieldError = ({ id, text }: { readonly id: string; readonly text: string }): VNode => (
  <p id={`${id}-error`} class="error" role="alert">
    {text}
  </p>
);

/** Ties a field to its error. */
export const invalid = (
  id: string,
  error: string,
): { readonly "aria-invalid": boolean; readonly "aria-describedby": string } => ({
  "aria-invalid": error !== "",
  "aria-describedby": `${id}-error`,
});
