import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n/t.ts";

/** Milliseconds for which it says what happened. */
const SAID = 2_500;

/** Copies a text. Without a secure address browsers close the clipboard: then it is shown to be copied by hand. */
export function CopyButton({ text, words }: { readonly text: string; readonly words: string }): VNode {
  const [said, setSaid] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (said !== "copied") return undefined;
    const timer = setTimeout(() => setSaid(null), SAID);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = (): void => {
    const done: Promise<void> = navigator.clipboard
      ? navigator.clipboard.writeText(text)
      : Promise.reject(new Error("no clipboard"));
    done.then(
      () => setSaid("copied"),
      () => setSaid("failed"),
    );
  };
  return (
    <span class="copy">
      <button type="button" class="button" onClick={copy}>
        {said === "copied" ? t("host.done.copied") : words}
      </button>
      <span role="status" class="note">
        {said === "failed" && t("host.done.copyFailed")}
      </span>
      {said === "failed" && (
        <input
          class="input"
          readOnly
          value={text}
          aria-label={words}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </span>
  );
}
