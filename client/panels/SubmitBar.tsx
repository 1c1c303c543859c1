import { betrayals } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import { openSheet, usePlay } from "./state/playState.ts";
import { submissionOf } from "../viewmodel/submission.ts";
import { WaitingLine } from "./ReadyBar.tsx";
import { RefusalText } from "./RefusalText.tsx";

/** One control, one state: hand the sheet in, or take it back. A control that does not act says why. */
export function SubmitBar() {
  const play = usePlay();
  const { board, book, connection } = play;
  const view = play.view.value;
  const me = play.me.value;
  if (me === null) return null;
  const submitted = book.state.value === "submitted";
  const submission = submissionOf({ board, world: view.world, me, draft: book.draft.value, phase: view.phase, live: connection.status.value === "live" });
  const why = submission.kind === "ready" ? null : submission.kind === "refused" ? t("play.submit.refused") : t(`play.submit.${submission.why}`);
  const press = (): void => {
    if (book.busy.peek()) return;
    if (submitted) void book.withdraw();
    else if (submission.kind === "ready" && betrayals(board, view.world, me, submission.sheet).length > 0) openSheet(play, { kind: "betrayals" });
    else if (submission.kind === "ready") void book.submit();
  };
  return (
    <div class="pinned">
      {book.refusal.value && submitted && <RefusalText refusal={book.refusal.value} />}
      {submitted && <WaitingLine />}
      {!submitted && why && (
        <p class="waiting note" id="submit-why">
          {why}
        </p>
      )}
      <button
        type="button"
        class={submitted ? "button big-button button-primary" : "button big-button button-strong"}
        aria-disabled={!submitted && submission.kind !== "ready"}
        aria-describedby={!submitted && why ? "submit-why" : undefined}
        onClick={press}
      >
        {t(submitted ? "play.submit.submitted" : "play.submit.submit")}
      </button>
    </div>
  );
}
