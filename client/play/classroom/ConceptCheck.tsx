import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { StudentView } from "#shared/model/classView.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { t } from "../../i18n/t.ts";
import type { Shelf } from "../../net/storage.ts";
import type { ClassLine } from "../../panels/state/classLine.ts";
import { RefusalText } from "../../panels/RefusalText.tsx";
import { useTask } from "../lobby/useTask.ts";
import { checkDue, noteAnswered, pairOf } from "./model/answered.ts";
import { Questions } from "./Questions.tsx";

interface Props {
  readonly line: ClassLine;
  readonly shelf: Shelf;
}

const drawn = (count: number): readonly number[] => [...crypto.getRandomValues(new Uint8Array(count))];

/** The concept check, where one is due: offered, taken a question at a time, thanked for. */
export function ConceptCard({ line, shelf }: Props): VNode | null {
  const [open, setOpen] = useState(false);
  const classroom = line.view.value;
  const { concept } = classroom;
  // What was answered stands thanked for as long as the page is open.
  const [sent, setSent] = useState<"before" | "after" | null>(null);
  const task = useTask();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  if (concept && sent === concept.stage) return <p role="status">{t("classroom.concept.sent")}</p>;
  const due = checkDue(shelf, classroom);
  if (!due) return null;
  const send = (answers: readonly (number | null)[]): void => task.run(() => deliver(due.stage, answers));
  return (
    <section class="card class-card" aria-labelledby="concept-title">
      <h2 id="concept-title" class="h3">
        {t(`classroom.concept.title.${due.stage}`)}
      </h2>
      <p class="small">{t("classroom.concept.text", { count: due.questions.length })}</p>
      {open ? (
        <Questions
          name="concept"
          questions={due.questions}
          dontKnow={t("classroom.concept.dontKnow")}
          send={t("classroom.concept.send")}
          busy={task.busy}
          onSend={send}
        />
      ) : (
        <div class="button-row">
          <button type="button" class="button button-primary" onClick={() => setOpen(true)}>
            {t("classroom.concept.start")}
          </button>
        </div>
      )}
      <RefusalText refusal={refusal} />
    </section>
  );

  async function deliver(stage: "before" | "after", answers: readonly (number | null)[]): Promise<void> {
    const asked: StudentView = line.view.peek();
    const reply = await line.send("answerConcepts", { stage, pair: pairOf(shelf, asked, drawn), answers });
    const already = !reply.ok && reply.refusal.code === "answers.twice";
    setRefusal(reply.ok || already ? null : reply.refusal);
    if (!reply.ok && !already) return;
    noteAnswered(shelf, asked);
    setSent(stage);
  }
}
