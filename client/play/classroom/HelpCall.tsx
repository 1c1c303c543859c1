import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Refusal } from "#shared/model/refusal.ts";
import { t } from "../../i18n/t.ts";
import { Dialog } from "../../panels/Dialog.tsx";
import type { ClassLine } from "../../panels/state/classLine.ts";
import { RefusalText } from "../../panels/RefusalText.tsx";
import { useTask } from "../lobby/useTask.ts";

/** Most characters of a call, as the server takes it. */
const MOST = 200;

/** A hand put up, with words if wanted, and taken down again. */
export function HelpCall({ line }: { readonly line: ClassLine }): VNode {
  const [open, setOpen] = useState(false);
  const { help } = line.view.value;
  return (
    <>
      <button type="button" class={help === null ? "button" : "button button-strong"} onClick={() => setOpen(true)}>
        {t(help === null ? "classroom.bar.help" : "classroom.bar.helpUp")}
      </button>
      {open && <HelpSheet line={line} onClose={() => setOpen(false)} />}
    </>
  );
}

function HelpSheet({ line, onClose }: { readonly line: ClassLine; readonly onClose: () => void }): VNode {
  const { help } = line.view.value;
  const [words, setWords] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const task = useTask();
  const call = (text: string | null): void =>
    task.run(async () => {
      const reply = await line.send("help", { text });
      setRefusal(reply.ok ? null : reply.refusal);
      if (reply.ok) onClose();
    });
  return (
    <Dialog title={t("classroom.bar.helpTitle")} onClose={onClose}>
      {help === null ? (
        <form
          class="class-form"
          onSubmit={(event) => {
            event.preventDefault();
            call(words.trim());
          }}
        >
          <p class="small">{t("classroom.bar.helpText")}</p>
          <label class="field">
            <span>{t("classroom.bar.helpWords")}</span>
            <textarea
              class="input"
              rows={2}
              maxLength={MOST}
              value={words}
              onInput={(event) => setWords(event.currentTarget.value)}
            />
          </label>
          <RefusalText refusal={refusal} />
          <button type="submit" class="button button-primary" aria-disabled={task.busy}>
            {t("classroom.bar.raise")}
          </button>
        </form>
      ) : (
        <div class="class-form">
          <p>{t("classroom.bar.isUp")}</p>
          {help !== "" && <p class="small">{t("classroom.bar.about", { text: help })}</p>}
          <RefusalText refusal={refusal} />
          <button type="button" class="button button-primary" aria-disabled={task.busy} onClick={() => call(null)}>
            {t("classroom.bar.lower")}
          </button>
        </div>
      )}
    </Dialog>
  );
}
