import { preview, sentence, type Preview } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import { nameOf, usePlay, type Play } from "./state/playState.ts";
import { onePlace } from "../viewmodel/numbers.ts";
import { chanceText } from "./chanceText.ts";
import { sheetOf } from "../viewmodel/orderDraft.ts";
import { Change } from "./Change.tsx";

/** What this sheet will probably do, as far as anyone can know before the reveal: who fears me more, and my own attack. */
export function PreviewLine() {
  const play = usePlay();
  const me = play.me.value;
  const sheet = sheetOf(play.book.draft.value);
  if (me === null || !sheet) return null;
  const foreseen = preview(play.board, play.view.value.world, me, sheet);
  if (foreseen.refusal) return null;
  const changes = foreseen.fears
    .map(({ country, change }) => ({ country, points: Math.round(change) }))
    .filter(({ points }) => points !== 0);
  const more = changes.filter(({ points }) => points > 0).slice(0, 4);
  const less = changes
    .filter(({ points }) => points < 0)
    .toReversed()
    .slice(0, 3);
  return (
    <div class="preview small" aria-live="polite">
      {more.length === 0 && <p class="quiet">{t("orderSheet.preview.nobody")}</p>}
      {more.length > 0 && <Line label={t("orderSheet.preview.more")} changes={more} />}
      {less.length > 0 && <Line label={t("orderSheet.preview.less")} changes={less} />}
      {foreseen.battle && <p>{battleText(play, foreseen.battle)}</p>}
    </div>
  );
}

/** My own attack as it would go; where a die decides, its chance instead of an outcome nobody can know. */
function battleText(play: Play, battle: NonNullable<Preview["battle"]>): string {
  if (!battle.chance) return t("orderSheet.preview.battle", { sentence: sentence(play.board, battle) });
  return t("orderSheet.preview.odds", {
    province: play.board.provinces[battle.province]?.name ?? "",
    attack: onePlace(battle.attack),
    defence: onePlace(battle.defence),
    chance: chanceText(battle.chance.win),
  });
}

interface LineProps {
  readonly label: string;
  readonly changes: readonly { readonly country: number; readonly points: number }[];
}

function Line({ label, changes }: LineProps) {
  const play = usePlay();
  return (
    <p class="preview-line">
      <span>{label}</span>
      <span class="preview-names">
        {changes.map(({ country, points }) => (
          <span key={country}>
            <b class="serif">{nameOf(play.board, country)}</b> <Change by={points} />
          </span>
        ))}
      </span>
    </p>
  );
}
