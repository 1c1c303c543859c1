import type { VNode } from "preact";
import type { Tally } from "#shared/model/classView.ts";
import { t } from "../../i18n/t.ts";

interface Props {
  readonly options: readonly string[];
  readonly tally: Tally;
  readonly here: number;
}

/** Votes as bars with their numbers, in the order of the options. */
export function TallyBars({ options, tally, here }: Props): VNode {
  const most = Math.max(1, ...tally.counts);
  const votes = tally.counts.reduce((sum, count) => sum + count, 0);
  return (
    <div class="tally" role="status">
      <ul>
        {options.map((option, at) => {
          const count = tally.counts[at] ?? 0;
          return (
            <li key={option}>
              <span class="tally-name">{option}</span>
              <span class="tally-track" aria-hidden="true">
                <span class="tally-bar" style={{ width: `${(count / most) * 100}%` }} />
              </span>
              <b class="num">{count}</b>
            </li>
          );
        })}
      </ul>
      <p class="note num">{t("host.lead.votes", { votes, of: tally.asked || here })}</p>
    </div>
  );
}
