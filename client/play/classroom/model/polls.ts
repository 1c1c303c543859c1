import type { Poll } from "#shared/model/classroom.ts";
import type { Tally } from "#shared/model/classView.ts";
import { countryId, type CountryId } from "#shared/model/ids.ts";
import { t } from "../../../i18n/t.ts";

/** What an option says: countries and the choices of the game are sent as keys, an instructor's own words as they are. */
export function optionText(poll: Poll, option: string, nameOf: (country: CountryId) => string): string {
  switch (poll.question) {
    case "fear":
      return nameOf(countryId(option));
    case "balance":
    case "yesNo":
      return t(`classroom.poll.option.${option}`);
    case "own":
      return option;
  }
}

export const questionText = ({ question, text }: Poll): string =>
  text.trim() !== "" ? text : t(`classroom.poll.question.${question}`);

export interface Bar {
  readonly count: number;
  /** Share of the votes in whole percent; 0 without votes. */
  readonly percent: number;
}

/** One bar an option. */
export function bars(poll: Poll, tally: Tally): readonly Bar[] {
  const votes = tally.counts.reduce((sum, count) => sum + count, 0);
  return poll.options.map((_, at) => {
    const count = tally.counts[at] ?? 0;
    return { count, percent: votes === 0 ? 0 : Math.round((100 * count) / votes) };
  });
}
