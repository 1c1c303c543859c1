import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { PlayerView } from "#shared/model/view.ts";
import { t } from "../../i18n/t.ts";

/** Over everything while the instructor has stopped play: read out at once, and nothing beneath takes a key or a click. */
export function Freeze({
  view: { hosted, phase },
}: {
  readonly view: Pick<PlayerView, "hosted" | "phase">;
}): VNode | null {
  const pause = hosted?.pause ?? null;
  return pause?.frozen && phase !== "ended" ? <Overlay text={pause.text} /> : null;
}

function Overlay({ text }: { readonly text: string }): VNode {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    element.current?.showModal();
    return () => element.current?.close();
  }, []);
  return (
    <dialog
      ref={element}
      class="freeze"
      role="alertdialog"
      aria-labelledby="freeze-title"
      aria-describedby="freeze-text"
      onCancel={(event) => event.preventDefault()}
      // A browser closes a dialog at the second Escape, asked or not.
      onClose={() => {
        if (element.current?.isConnected && !element.current.open) element.current.showModal();
      }}
    >
      <div class="freeze-words" tabIndex={-1}>
        <p id="freeze-title" class="lead">
          {t("classroom.freeze.title")}
        </p>
        <p id="freeze-text" class="freeze-text">
          {text.trim() === "" ? t("classroom.freeze.text") : text}
        </p>
        <p class="note">{t("classroom.freeze.still")}</p>
      </div>
    </dialog>
  );
}
