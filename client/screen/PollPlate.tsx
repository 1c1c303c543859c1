import type { VNode } from "preact";
import type { Poll } from "#shared/model/classroom.ts";
import { t } from "../i18n/t.ts";
import type { ScenarioSummary } from "#shared/protocol/messages.ts";
import { useScreen } from "./state/screenState.ts";
import { useSummary } from "./state/useSummary.ts";

/** A question to the class: its answers, and once they may be seen the votes, as bars told apart by pattern and number. */
export function PollPlate({ poll }: { readonly poll: Poll }): VNode {
  const screen = useScreen();
  const { tally, here, session } = screen.view.value;
  const summary = useSummary(poll.question === "fear" ? (session?.scenario ?? null) : null);
  const counts = tally?.poll === poll.id ? tally.counts : null;
  const votes = counts?.reduce((sum, count) => sum + count, 0) ?? 0;
  const most = Math.max(1, ...(counts ?? []));
  return (
    <main class="screen-poll">
      <h1>{poll.text === "" ? t(`screen.poll.${poll.question}`) : poll.text}</h1>
      <ol class={poll.options.length > 8 ? "screen-votes screen-votes-many" : "screen-votes"}>
        {poll.options.map((option, at) => {
          const count = counts?.[at] ?? 0;
          return (
            <li key={option}>
              <span class="screen-option">{optionText(summary, poll, option)}</span>
              {counts && (
                <>
                  <span class="screen-track" aria-hidden="true">
                    <span
                      class={`screen-bar ${PATTERNS[at % PATTERNS.length]}`}
                      style={{ width: `${(100 * count) / most}%` }}
                    />
                  </span>
                  <b class="num">{count}</b>
                </>
              )}
            </li>
          );
        })}
      </ol>
      <p class="screen-after" role="status">
        {t(poll.open ? "screen.poll.vote" : "screen.poll.closed")}{" "}
        {counts ? t("screen.poll.votes", { votes, of: tally?.asked || here }) : t("screen.poll.later")}
      </p>
    </main>
  );
}

/** Balance, bandwagon and hide keep their own pattern: solid, hatched, empty. */
const PATTERNS = ["act-balance", "act-bandwagon", "act-hide"] as const;

/** Options of the built-in questions are keys: countries by id, choices by name. */
function optionText(summary: ScenarioSummary | null, { question }: Poll, option: string): string {
  switch (question) {
    case "fear":
      return summary?.countries.find(({ id }) => id === option)?.name ?? "…";
    case "balance":
    case "yesNo":
      return t(`screen.poll.option.${option}`);
    case "own":
      return option;
  }
}
