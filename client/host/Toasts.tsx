import type { VNode } from "preact";
import { t } from "../i18n/t.ts";
import { dropToast, useHost } from "./state/hostState.ts";

/** What was done, with a way back where there is one; refusals as text, until they are closed. */
export function Toasts(): VNode {
  const host = useHost();
  return (
    <div class="toasts" role="status" aria-live="polite">
      {host.toasts.value.map((toast) => (
        <div key={toast.id} class={toast.refused ? "toast toast-refused" : "toast"}>
          <p>{toast.text}</p>
          {toast.undo && (
            <button
              type="button"
              class="button-text"
              onClick={() => {
                dropToast(host, toast.id);
                toast.undo?.();
              }}
            >
              {t("host.undo")}
            </button>
          )}
          <button
            type="button"
            class="toast-close"
            aria-label={t("host.dismiss")}
            onClick={() => dropToast(host, toast.id)}
          >
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
