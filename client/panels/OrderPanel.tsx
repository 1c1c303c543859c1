import { useSignal } from "@preact/signals";
import { NOTE_LENGTH } from "#shared/protocol/schemas.ts";
import { reasonsFor } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import { usePlay } from "./state/playState.ts";
import { toggleReason } from "../viewmodel/orderDraft.ts";
import { fieldOf, submissionOf, type SheetField } from "../viewmodel/submission.ts";
import { Crew } from "./Crew.tsx";
import { AlignmentChoice } from "./AlignmentChoice.tsx";
import { FocusChoice } from "./FocusChoice.tsx";
import { Moves } from "./Moves.tsx";
import { Pacts } from "./Pacts.tsx";
import { PreviewLine } from "./PreviewLine.tsx";
import { RefusalText } from "./RefusalText.tsx";
import { SpendingLines } from "./SpendingLines.tsx";
import { UltimataToMe } from "./Ultimata.tsx";

/** The one order sheet of the turn. */
export function OrderPanel() {
  const play = usePlay();
  const submitted = play.book.state.value === "submitted";
  return (
    <section class="column-body orders" aria-labelledby="orders-title">
      <div class="panel-head">
        <h2 id="orders-title" class="h3" tabIndex={-1}>
          {t("orderSheet.panel.title")}
        </h2>
        <DraftStateText />
      </div>
      <Crew />
      <fieldset class="order-sheet" disabled={submitted}>
        <legend class="visually-hidden">{t("orderSheet.panel.title")}</legend>
        <UltimataToMe />
        <FieldRefusal field="answers" />
        <AlignmentChoice />
        <FieldRefusal field="alignment" />
        <Reasons />
        <SpendingLines />
        <FieldRefusal field="spending" />
        <Moves />
        <FieldRefusal field="moves" />
        <Pacts />
        <FieldRefusal field="pacts" />
        <FocusChoice />
        <FieldRefusal field="focus" />
      </fieldset>
      <PreviewLine />
      <FieldRefusal field="sheet" />
    </section>
  );
}

function DraftStateText() {
  const play = usePlay();
  const offline = play.connection.status.value !== "live";
  const state = play.book.state.value;
  const key = offline && (state === "local" || state === "saving") ? "offline" : state;
  return (
    <span class="note draft-state" role="status">
      {t(`orderSheet.draft.${key}`)}
    </span>
  );
}

/** The server's refusal, or before it is asked the rules' own, beside the field it is about. */
function FieldRefusal({ field }: { readonly field: SheetField }) {
  const play = usePlay();
  const me = play.me.value;
  const { phase, world } = play.view.value;
  if (me === null || play.book.state.value === "submitted") return null;
  const refused = play.book.refusal.value ?? local();
  return refused && fieldOf(refused) === field ? <RefusalText refusal={refused} /> : null;

  function local() {
    if (me === null) return null;
    const submission = submissionOf({ board: play.board, world, me, draft: play.book.draft.value, phase, live: true });
    return submission.kind === "refused" ? submission.refusal : null;
  }
}

/** "What decided it?": one source, and a sentence of one's own. Both optional, both for the debrief. */
function Reasons() {
  const play = usePlay();
  const { reason, note } = play.book.draft.value;
  const asked = useSignal(false);
  // A team mate's words come in by themselves.
  const open = asked.value || note !== "";
  return (
    <>
      <fieldset class="chips reasons">
        <legend class="label reasons-head">
          <span>{t("orderSheet.panel.why")}</span>
          <button type="button" class="button-text note" aria-expanded={open} onClick={() => (asked.value = !open)}>
            {t("orderSheet.panel.ownWords")}
          </button>
        </legend>
        {reasonsFor(play.board).map((each) => (
          <button
            key={each}
            type="button"
            class="chip"
            aria-pressed={reason === each}
            onClick={() => play.book.edit((draft) => toggleReason(draft, each))}
          >
            {t(`orderSheet.reason.${each}`)}
          </button>
        ))}
      </fieldset>
      {open && (
        <div class="own-words">
          <textarea
            class="input"
            rows={2}
            maxLength={NOTE_LENGTH}
            aria-label={t("orderSheet.panel.ownWordsLabel")}
            value={note}
            onInput={(event) => {
              const text = event.currentTarget.value;
              play.book.edit((draft) => ({ ...draft, note: text }));
            }}
          />
          <p class="note">{t("orderSheet.panel.ownWordsMeans", { left: NOTE_LENGTH - note.length })}</p>
        </div>
      )}
    </>
  );
}
