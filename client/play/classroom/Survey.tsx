import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { TEMPERAMENT_QUESTIONS } from "#shared/classroom/temperament.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { t } from "../../i18n/t.ts";
import type { ClassLine } from "../../panels/state/classLine.ts";
import { RefusalText } from "../../panels/RefusalText.tsx";
import { useTask } from "../lobby/useTask.ts";
import { Questions } from "./Questions.tsx";

const SCALE = [0, 1, 2, 3, 4] as const;

/** Five questions on temperament, by which the instructor may seat the class. */
export function Survey({ line }: { readonly line: ClassLine }): VNode | null {
  const task = useTask();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  if (!line.view.value.survey.due) return null;
  const send = (answers: readonly (number | null)[]): void =>
    task.run(async () => {
      const reply = await line.send("temperament", { answers: answers.map((answer) => answer ?? 2) });
      setRefusal(reply.ok ? null : reply.refusal);
    });
  return (
    <section class="card class-card" aria-labelledby="survey-title">
      <h2 id="survey-title" class="h3">
        {t("classroom.survey.title")}
      </h2>
      <p class="small">{t("classroom.survey.text")}</p>
      <Questions
        name="survey"
        questions={TEMPERAMENT_QUESTIONS.map(({ id }) => ({
          text: t(`classroom.survey.item.${id}`),
          options: SCALE.map((step) => t(`classroom.survey.scale.${step}`)),
        }))}
        send={t("classroom.concept.send")}
        busy={task.busy}
        onSend={send}
      />
      <RefusalText refusal={refusal} />
    </section>
  );
}
