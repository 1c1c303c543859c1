import { useSignal } from "@preact/signals";
import type { Refusal } from "#shared/model/refusal.ts";
import { t } from "../i18n/t.ts";
import { Dialog } from "./Dialog.tsx";
import { RefusalText } from "./RefusalText.tsx";
import { useClass } from "./state/classLine.ts";
import { closeSheet, nameOfId, usePlay } from "./state/playState.ts";

/** As long as the class takes it. */
const MOST = 200;

/** Brings a message before the instructor, with what is wrong with it. */
export function ReportSheet({ message: seq }: { readonly message: number }) {
  const play = usePlay();
  const room = useClass();
  const why = useSignal("");
  const error = useSignal("");
  const refusal = useSignal<Refusal | null>(null);
  const state = useSignal<"writing" | "busy" | "sent">("writing");
  const message = play.view.value.messages.find((each) => each.seq === seq);
  if (!message || !room) return null;
  const send = async (): Promise<void> => {
    const text = why.peek().trim();
    error.value = text === "" ? t("classroom.report.whyEmpty") : "";
    if (text === "" || state.peek() === "busy") return;
    state.value = "busy";
    const reply = await room.send("report", { message: seq, why: text });
    refusal.value = reply.ok ? null : reply.refusal;
    state.value = reply.ok ? "sent" : "writing";
  };
  const who = nameOfId(play.board, message.from);
  return (
    <Dialog title={t("classroom.report.title")} onClose={() => closeSheet(play)}>
      <p class="report-quote">{t("classroom.report.message", { who, text: message.text })}</p>
      {state.value === "sent" ? (
        <p role="status">{t("classroom.report.sent")}</p>
      ) : (
        <form
          class="class-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <p class="small">{t("classroom.report.text")}</p>
          <div class="field">
            <label for="report-why">{t("classroom.report.why")}</label>
            <input
              id="report-why"
              class="input"
              maxLength={MOST}
              value={why.value}
              aria-invalid={error.value !== ""}
              aria-describedby="report-why-error"
              onInput={(event) => {
                why.value = event.currentTarget.value;
                error.value = "";
              }}
            />
            <p id="report-why-error" class="error" role="alert">
              {error.value}
            </p>
          </div>
          <RefusalText refusal={refusal.value} />
          <button type="submit" class="button button-strong" aria-disabled={state.value === "busy"}>
            {t("classroom.report.send")}
          </button>
        </form>
      )}
    </Dialog>
  );
}
