import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../i18n/t.ts";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Room for tables and long texts. */
  readonly size?: "narrow" | "wide";
}

/** A modal sheet: beside the table on a desk, over its lower part on a phone. The browser keeps the focus inside and gives it back. */
export function Dialog({ title, onClose, children, size = "narrow" }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Not useEffect: its cleanup comes after the sheet has left the page, when the browser can no longer give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      class={`sheet sheet-${size}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <div class="sheet-head">
        <h2 id={id} class="h2">
          {title}
        </h2>
        <button type="button" class="button sheet-close" onClick={onClose}>
          {t("play.close")}
        </button>
      </div>
      {/* Long texts are scrolled by keyboard too. */}
      <div class="sheet-body" {...(size === "wide" ? { tabIndex: 0 } : {})}>
        {children}
      </div>
    </dialog>
  );
}
