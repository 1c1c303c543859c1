import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";

interface Props {
  readonly name: string;
  readonly questions: readonly { readonly text: string; readonly options: readonly string[] }[];
  /** Offered beside the answers: null is a choice too. */
  readonly dontKnow?: string;
  readonly send: string;
  readonly busy: boolean;
  readonly onSend: (answers: readonly (number | null)[]) => void;
}

const DONT_KNOW = -1;

/** One question at a time, with the way back; nothing is sent before the last. */
export function Questions({ name, questions, dontKnow, send, busy, onSend }: Props): VNode | null {
  const [at, setAt] = useState(0);
  const [answers, setAnswers] = useState<readonly (number | undefined)[]>([]);
  const [error, setError] = useState("");
  const legend = useRef<HTMLLegendElement>(null);
  useEffect(() => {
    if (at > 0) legend.current?.focus();
  }, [at]);
  const question = questions[at];
  if (!question) return null;
  const choose = (option: number): void => {
    setError("");
    setAnswers(questions.map((_, index) => (index === at ? option : answers[index])));
  };
  const last = at === questions.length - 1;
  const onward = (event: Event): void => {
    event.preventDefault();
    if (answers[at] === undefined) return setError(t("classroom.questions.choose"));
    if (!last) return setAt(at + 1);
    onSend(questions.map((_, index) => (answers[index] === DONT_KNOW ? null : (answers[index] ?? null))));
  };
  const options = dontKnow === undefined ? question.options : [...question.options, dontKnow];
  const valueOf = (index: number): number => (index === question.options.length ? DONT_KNOW : index);
  return (
    <form class="questions" noValidate onSubmit={onward}>
      <p class="label num">{t("classroom.questions.at", { at: at + 1, of: questions.length })}</p>
      <fieldset class="seat-choice" aria-describedby={`${name}-error`}>
        <legend ref={legend} tabIndex={-1} class="question-text">
          {question.text}
        </legend>
        {options.map((option, index) => (
          <label key={`${at} ${index}`} class="seat-option">
            <input
              type="radio"
              name={`${name}-${at}`}
              checked={answers[at] === valueOf(index)}
              onChange={() => choose(valueOf(index))}
            />
            <span>{option}</span>
          </label>
        ))}
      </fieldset>
      <p id={`${name}-error`} class="error" role="alert">
        {error}
      </p>
      <div class="button-row">
        {at > 0 && (
          <button type="button" class="button" onClick={() => setAt(at - 1)}>
            {t("classroom.questions.back")}
          </button>
        )}
        <button type="submit" class="button button-primary" aria-disabled={busy}>
          {last ? send : t("classroom.questions.next")}
        </button>
      </div>
    </form>
  );
}
