import type { VNode } from "preact";
import { useSignal } from "@preact/signals";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { PlayProbability } from "#shared/model/lens.ts";
import type { Outcome } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import { t } from "../i18n/t.ts";
import { CaseLink } from "../panels/CaseLink.tsx";
import { chanceText } from "../panels/chanceText.ts";
import { twoPlaces } from "../viewmodel/numbers.ts";
import { choicesOf, hitsOf, type ChoiceRow, type Expected } from "./model/choices.ts";
import { PlayName } from "./PlayName.tsx";

interface Props {
  readonly board: Board;
  readonly outcome: Outcome;
  readonly country: CountryIndex;
  readonly mine: boolean;
}

/** Each choice of one country beside what five theories expected, with the numbers behind each on demand. */
export function Choices({ board, outcome, country, mine }: Props): VNode {
  const rows = choicesOf(outcome, country);
  const name = board.names[country] ?? "";
  return (
    <section class="end-card" aria-labelledby="end-choices">
      <h2 class="h3" id="end-choices">
        {t(mine ? "end.choices.yours" : "end.choices.theirs", { country: name })}
      </h2>
      {rows.length === 0 ? (
        <p class="small">{t("end.choices.none")}</p>
      ) : (
        <>
          <p class="note">
            {hitsOf(rows)
              .map(({ lens, hits, n }) => `${t(`end.lens.${lens}`)} ${hits}/${n}`)
              .join(" · ")}
          </p>
          <ol class="end-choices">
            {rows.map((row) => (
              <Choice key={row.turn} board={board} row={row} />
            ))}
          </ol>
          <p class="note">
            {t("end.choices.coding")} <CaseLink chapter="coding" />
          </p>
        </>
      )}
    </section>
  );
}

function Choice({ board, row }: { readonly board: Board; readonly row: ChoiceRow }): VNode {
  const open = useSignal(false);
  return (
    <li class="end-choice">
      <div class="end-choice-head">
        <span class="note num">{t("end.choices.turn", { turn: row.turn })}</span>
        <span class="end-choice-play">
          <PlayName board={board} play={row.play} />
        </span>
        {row.coded.because !== "alignment" && <span class="note">{t(`end.because.${row.coded.because}`)}</span>}
        {row.coded.internalBalancing && <span class="note">{t("end.choices.arming")}</span>}
        <button
          type="button"
          class="button-text small"
          aria-expanded={open.value}
          onClick={() => (open.value = !open.value)}
        >
          {t(open.value ? "end.choices.less" : "end.choices.more")}
        </button>
      </div>
      <ul class="expected">
        {row.expected.map((one) => (
          <li key={one.lens} class={one.hit ? "hit" : undefined}>
            <span class="note">{t(`end.lens.${one.lens}`)}</span>
            {one.first ? (
              <Foreseen board={board} first={one.first} hit={one.hit} />
            ) : (
              <span class="small silent">{t("end.choices.silent")}</span>
            )}
          </li>
        ))}
      </ul>
      {open.value && <Working board={board} row={row} />}
    </li>
  );
}

function Foreseen({
  board,
  first,
  hit,
}: {
  readonly board: Board;
  readonly first: PlayProbability;
  readonly hit: boolean;
}): VNode {
  return (
    <>
      <PlayName board={board} play={first.play} short />
      <span class="num small">{chanceText(first.probability)}</span>
      <span class="mark">
        {hit ? "✓" : "·"}
        <span class="visually-hidden">{t(hit ? "end.choices.hit" : "end.choices.miss")}</span>
      </span>
    </>
  );
}

/** The options each theory weighed: chance and expected worth; the one played is marked. */
function Working({ board, row }: { readonly board: Board; readonly row: ChoiceRow }): VNode {
  return (
    <div class="working">
      {row.why && <p class="small">{row.why}</p>}
      {row.expected.map((one) => (
        <LensWorking key={one.lens} board={board} one={one} />
      ))}
    </div>
  );
}

const SHOWN = 4;

function LensWorking({ board, one }: { readonly board: Board; readonly one: Expected }): VNode {
  return (
    <table class="end-table working-table">
      <caption class="label">
        {t(`end.lens.${one.lens}`)} – {t("end.choices.given", { share: chanceText(one.given) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("end.choices.option")}</th>
          <th scope="col" class="num">
            {t("end.choices.worth")}
          </th>
          <th scope="col" class="num">
            {t("end.choices.chance")}
          </th>
        </tr>
      </thead>
      <tbody>
        {one.options.slice(0, SHOWN).map((option) => (
          <tr key={JSON.stringify(option.play)}>
            <th scope="row">
              <PlayName board={board} play={option.play} />
            </th>
            <td class="num">{twoPlaces(option.utility)}</td>
            <td class="num">{chanceText(option.probability)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
