import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { CONCEPT_QUESTIONS } from "#shared/classroom/concepts.ts";
import type { ConceptQuestion } from "#shared/model/classroom.ts";
import { t } from "../../i18n/t.ts";
import { Dialog } from "../../panels/Dialog.tsx";
import {
  ABOUT,
  blankQuestion,
  changeAt,
  firstIncomplete,
  MOST_OPTIONS,
  MOST_QUESTIONS,
  trimmed,
} from "../model/conceptForm.ts";
import { ChoiceField } from "../plan/fields.tsx";
import { ask, closeSheet, useHost } from "../state/hostState.ts";

/** The questions asked before and after: six are built in, all can be changed. */
export function ConceptsSheet(): VNode {
  const host = useHost();
  const { concepts, conceptCount } = host.view.value;
  const [questions, setQuestions] = useState<readonly ConceptQuestion[]>(
    concepts.length > 0 ? concepts : CONCEPT_QUESTIONS,
  );
  const [wrong, setWrong] = useState("");
  const save = async (): Promise<void> => {
    const at = firstIncomplete(questions);
    setWrong(at === null ? "" : t("hostPlan.concepts.incomplete", { number: at + 1 }));
    if (at !== null) return;
    const body = { questions: questions.map(trimmed) };
    if (await ask(host, "concepts", body, { done: t("host.done.saved") })) closeSheet(host);
  };
  return (
    <Dialog title={t("hostPlan.concepts.title")} size="wide" onClose={() => closeSheet(host)}>
      <p>{t("hostPlan.concepts.what")}</p>
      <p class="small quiet num">{t("hostPlan.concepts.count", conceptCount)}</p>
      <ol class="concepts">
        {questions.map((question, at) => (
          <li key={at}>
            <Question
              question={question}
              number={at + 1}
              onChange={(next) =>
                setQuestions(next ? changeAt(questions, at, next) : questions.filter((_, k) => k !== at))
              }
            />
          </li>
        ))}
      </ol>
      <div class="button-row">
        {questions.length < MOST_QUESTIONS && (
          <button type="button" class="button" onClick={() => setQuestions([...questions, blankQuestion])}>
            {t("hostPlan.concepts.add")}
          </button>
        )}
        <button type="button" class="button" onClick={() => setQuestions(CONCEPT_QUESTIONS)}>
          {t("hostPlan.concepts.builtIn")}
        </button>
      </div>
      <p class="error small" role="alert">
        {wrong}
      </p>
      <div>
        <button type="button" class="button button-strong" onClick={() => void save()}>
          {t("hostPlan.concepts.save")}
        </button>
      </div>
    </Dialog>
  );
}

interface QuestionProps {
  readonly question: ConceptQuestion;
  readonly number: number;
  /** Null takes it out. */
  readonly onChange: (question: ConceptQuestion | null) => void;
}

function Question({ question, number, onChange }: QuestionProps): VNode {
  const change = (part: Partial<ConceptQuestion>): void => onChange({ ...question, ...part });
  return (
    <fieldset class="concept">
      <legend class="label">{t("hostPlan.concepts.question", { number })}</legend>
      <textarea
        class="input"
        rows={2}
        maxLength={400}
        aria-label={t("hostPlan.concepts.question", { number })}
        value={question.text}
        onInput={(event) => change({ text: event.currentTarget.value })}
      />
      {question.options.map((option, at) => (
        <div key={at} class="concept-option">
          <input
            type="radio"
            name={`right-${number}`}
            checked={question.right === at}
            aria-label={`${t("hostPlan.concepts.right")}: ${at + 1}`}
            onChange={() => change({ right: at })}
          />
          <input
            class="input"
            maxLength={200}
            value={option}
            aria-label={t("hostPlan.concepts.option", { number: at + 1 })}
            onInput={(event) => change({ options: changeAt(question.options, at, event.currentTarget.value) })}
          />
          {question.right === at && <span class="note">{t("hostPlan.concepts.right")}</span>}
        </div>
      ))}
      <div class="concept-foot">
        <ChoiceField
          label={t("hostPlan.concepts.about")}
          value={question.about}
          options={ABOUT.map((about) => [about, t(`hostPlan.concepts.abouts.${about}`)])}
          onChange={(about) => change({ about })}
        />
        {question.options.length < MOST_OPTIONS && (
          <button type="button" class="button" onClick={() => change({ options: [...question.options, ""] })}>
            {t("hostPlan.concepts.addOption")}
          </button>
        )}
        <button type="button" class="button" onClick={() => onChange(null)}>
          {t("hostPlan.concepts.remove", { number })}
        </button>
      </div>
    </fieldset>
  );
}
