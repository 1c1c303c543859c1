import { t } from "../i18n/t.ts";
import { phrasesFor, type Phrase } from "../viewmodel/phrases.ts";
import type { Thread } from "../viewmodel/threads.ts";
import { spoken, usePlay, type Play } from "./state/playState.ts";

interface Props {
  readonly thread: Thread;
  /** Puts the sentence into the message, where it can still be changed. */
  readonly onPick: (text: string) => void;
}

/** Sentences at a tap: a phone's keyboard covers half the map, and a class is noisy. */
export function QuickPhrases({ thread, onPick }: Props) {
  const play = usePlay();
  const phrases = phrasesFor(play.board, play.view.value, thread);
  if (phrases.length === 0) return null;
  return (
    <ul class="phrases" aria-label={t("talk.phrases")}>
      {phrases.map((phrase) => {
        const text = textOf(play, phrase);
        return (
          <li key={phrase.key}>
            <button type="button" class="phrase" onClick={() => onPick(text)}>
              {text}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

const textOf = (play: Play, { key, threat }: Phrase): string =>
  t(`talk.phrase.${key}`, threat === null ? {} : { threat: spoken(play.board, threat) });
