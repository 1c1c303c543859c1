import { betrayals } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import { openSheet, usePlay, type Play } from "./state/playState.ts";
import { submissionOf, type Submission } from "../viewmodel/submission.ts";
import { whoHandsIn } from "../viewmodel/hosted.ts";
import { answerTo, ultimataSeenBy } from "../viewmodel/ultimata.ts";
import { WaitingLine } from "./ReadyBar.tsx";
import { RefusalText } from "./RefusalText.tsx";

/** Hands the sheet in. Who does so while others still talk is ready for what comes next. */
export async function handIn(play: Play): Promise<void> {
  await play.book.submit();
  if (play.book.refusal.peek() === null) await sayReady(play, true);
}

async function takeBack(play: Play): Promise<void> {
  await play.book.withdraw();
  if (play.book.refusal.peek() === null) await sayReady(play, false);
}

async function sayReady(play: Play, ready: boolean): Promise<void> {
  const { turn, phase } = play.view.peek();
  if (phase === "diplomacy") await play.connection.send("ready", { turn, phase, ready });
}

/** One control, one state: hand the sheet in, or take it back. A control that does not act says why. */
export function SubmitBar() {
  const play = usePlay();
  const { book } = play;
  const submission = useSubmission();
  if (submission === null) return null;
  if (whoHandsIn(play.view.value)) return <HandedInBy />;
  const submitted = book.state.value === "submitted";
  const unanswered = unansweredUltimata(play);
  const why =
    submission.kind === "ready"
      ? null
      : submission.kind === "refused"
        ? t("orderSheet.submit.refused")
        : t(`orderSheet.submit.${submission.why}`);
  return (
    <div class="pinned">
      {book.refusal.value && submitted && <RefusalText refusal={book.refusal.value} />}
      {submitted && <WaitingLine />}
      {!submitted && !why && unanswered > 0 && (
        <p class="waiting note">{t("statecraft.answer.unanswered", { count: unanswered })}</p>
      )}
      {!submitted && why && (
        <p class="waiting note" id="submit-why">
          {why}
        </p>
      )}
      <SubmitButton submission={submission} describedBy={!submitted && why ? "submit-why" : undefined} />
    </div>
  );
}

/** For those of a team who may not hand in: who does. */
function HandedInBy() {
  const play = usePlay();
  const mate = whoHandsIn(play.view.value);
  const submitted = play.book.state.value === "submitted";
  return (
    <div class="pinned">
      {submitted && <WaitingLine />}
      <p class="note" role="status">
        {submitted
          ? t("orderSheet.submit.submitted")
          : mate && t(mate.present ? "classroom.team.handsIn" : "classroom.team.handsInAway", { name: mate.name })}
      </p>
    </div>
  );
}

/** Ultimata to me that this sheet says nothing to. */
function unansweredUltimata({ board, book, view, me }: Play): number {
  const draft = book.draft.value;
  const { toMe } = ultimataSeenBy(view.value.world, me.value);
  return toMe.filter(({ by }) => answerTo(draft, board.ids[by] ?? null) === null).length;
}

/** During diplomacy, beside "Ready for orders": a finished sheet need not wait. */
export function EarlySubmit() {
  const play = usePlay();
  const submission = useSubmission();
  if (whoHandsIn(play.view.value)) return null;
  if (submission === null || (submission.kind !== "ready" && play.book.state.value !== "submitted")) return null;
  return <SubmitButton submission={submission} describedBy={undefined} />;
}

function useSubmission(): Submission | null {
  const play = usePlay();
  const { board, book, connection } = play;
  const view = play.view.value;
  const me = play.me.value;
  if (me === null) return null;
  return submissionOf({
    board,
    world: view.world,
    me,
    draft: book.draft.value,
    phase: view.phase,
    live: connection.status.value === "live",
  });
}

function SubmitButton({
  submission,
  describedBy,
}: {
  readonly submission: Submission;
  readonly describedBy: string | undefined;
}) {
  const play = usePlay();
  const { board, book } = play;
  const submitted = book.state.value === "submitted";
  const press = (): void => {
    const me = play.me.peek();
    if (book.busy.peek() || me === null) return;
    if (submitted) void takeBack(play);
    else if (submission.kind !== "ready") return;
    else if (betrayals(board, play.view.peek().world, me, submission.sheet).length > 0)
      openSheet(play, { kind: "betrayals" });
    else void handIn(play);
  };
  return (
    <button
      type="button"
      class={submitted ? "button big-button button-primary" : "button big-button button-strong"}
      aria-disabled={!submitted && submission.kind !== "ready"}
      aria-describedby={describedBy}
      onClick={press}
    >
      {t(submitted ? "orderSheet.submit.submitted" : "orderSheet.submit.submit")}
    </button>
  );
}
