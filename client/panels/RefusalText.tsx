import type { Refusal } from "#shared/model/refusal.ts";

/** A refusal in words, beside what it is about. Announced when it appears. */
export function RefusalText({ refusal, id }: { readonly refusal: Refusal | null; readonly id?: string }) {
  return (
    <p class="error small" role="alert" {...(id ? { id } : {})}>
      {refusal?.text}
    </p>
  );
}
