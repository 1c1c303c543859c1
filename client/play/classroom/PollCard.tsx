import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Poll } from "#shared/model/classroom.ts";
import type { Tally } from "#shared/model/classView.ts";
import type { CountryId } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { t } from "../../i18n/t.ts";
import type { ClassLine } from "../../panels/state/classLine.ts";
import { RefusalText } from "../../panels/RefusalText.tsx";
import { bars, optionText, questionText } from "./model/polls.ts";

interface Props {
  readonly line: ClassLine;
  readonly poll: Poll;
  readonly nameOf: (country: CountryId) => string;
}

/** What the instructor asks everyone: one's own vote, and how all have voted once that is shown. Can be folded away, never missed. */
export function PollCard({ line, poll, nameOf }: Props): VNode {
  const [folded, setFolded] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { vote, tally } = line.view.value;
  const choose = async (option: number): Promise<void> => {
    const reply = await line.send("vote", { poll: poll.id, option });
    setRefusal(reply.ok ? null : reply.refusal);
  };
  return (
    <section class="poll" aria-labelledby="poll-title">
      <div class="poll-head">
        <h2 id="poll-title" class="lead">
          <span class="label">{t("classroom.poll.title")}</span> {questionText(poll)}
        </h2>
        <button type="button" class="button-text small" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
          {t(folded ? "classroom.poll.unfold" : "classroom.poll.fold")}
        </button>
      </div>
      {!folded && (
        <>
          <fieldset class="poll-options">
            <legend class="visually-hidden">{questionText(poll)}</legend>
            {poll.options.map((option, at) => (
              <label key={option} class="poll-option">
                <input
                  type="radio"
                  name={`poll-${poll.id}`}
                  checked={vote === at}
                  disabled={!poll.open}
                  onChange={() => void choose(at)}
                />
                <span class="poll-words">
                  {optionText(poll, option, nameOf)}
                  {vote === at && <span class="note"> {t("classroom.poll.yours")}</span>}
                </span>
                {tally && <TallyBar poll={poll} tally={tally} at={at} />}
              </label>
            ))}
          </fieldset>
          <p class="note num">
            {t(poll.open ? "classroom.poll.change" : "classroom.poll.closed")}{" "}
            {tally
              ? t("classroom.poll.votes", {
                  votes: tally.counts.reduce((sum, count) => sum + count, 0),
                  asked: tally.asked,
                })
              : t("classroom.poll.hidden")}
          </p>
          <RefusalText refusal={refusal} />
        </>
      )}
    </section>
  );
}

/** Length and words say the same; the pattern tells one bar from the next without colour. */
function TallyBar({ poll, tally, at }: { readonly poll: Poll; readonly tally: Tally; readonly at: number }): VNode {
  const bar = bars(poll, tally)[at] ?? { count: 0, percent: 0 };
  return (
    <span class="poll-result">
      <span class="poll-track" aria-hidden="true">
        <span class={`poll-bar poll-bar-${at % 4}`} style={{ width: `${bar.percent}%` }} />
      </span>
      <span class="num small">{t("classroom.poll.bar", { ...bar })}</span>
    </span>
  );
}
