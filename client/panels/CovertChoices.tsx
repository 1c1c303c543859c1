import type { Move, MoveKind } from "#shared/model/order.ts";
import { covertOdds } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import { chanceText } from "./chanceText.ts";
import { percent } from "../viewmodel/numbers.ts";
import { moveText } from "./moveText.ts";
import { indexOf, usePlay, type Play } from "./state/playState.ts";

export const COVERT_KINDS = [
  "propaganda",
  "influence",
  "subvert",
  "investigate",
] as const satisfies readonly MoveKind[];
export type CovertKind = (typeof COVERT_KINDS)[number];
export const isCovert = (kind: MoveKind): kind is CovertKind => COVERT_KINDS.some((each) => each === kind);

interface Props {
  readonly kind: CovertKind;
  readonly choices: readonly Move[];
  readonly onPick: (move: Move) => void;
}

/** Targets gathered under the odds that they share, which are the rules' own: open and closed societies differ. */
export function CovertChoices({ kind, choices, onPick }: Props) {
  const play = usePlay();
  const byOdds = new Map<string, readonly Move[]>();
  for (const move of choices) {
    const odds = oddsText(play, kind, move);
    byOdds.set(odds, [...(byOdds.get(odds) ?? []), move]);
  }
  return (
    <>
      {[...byOdds].map(([odds, moves]) => (
        <div key={odds} class="picker-odds" role="group" aria-label={odds}>
          <p class="note">{odds}</p>
          {moves.map((move, at) => (
            <button key={at} type="button" class="chip" onClick={() => onPick(move)}>
              {moveText(play, move)}
            </button>
          ))}
        </div>
      ))}
      {kind === "investigate" && <p class="note">{t("statecraft.covert.unseenInvestigate")}</p>}
      {(kind === "influence" || kind === "subvert") && <p class="note">{t("statecraft.covert.unseen")}</p>}
    </>
  );
}

function oddsText({ board }: Play, kind: CovertKind, move: Move): string {
  if (kind === "propaganda") return t("statecraft.covert.propaganda", { ...board.parameters.propaganda });
  const odds = covertOdds(board, "target" in move ? indexOf(board, move.target) : 0);
  if (kind === "investigate")
    return t("statecraft.covert.investigate", {
      found: chanceText(odds.investigation),
      right: percent(odds.ambition),
    });
  const gain = kind === "influence" ? percent(odds.influence) : odds.subversion;
  const society = odds.openSociety ? "Open" : "Closed";
  return t(`statecraft.covert.${kind}${society}`, { gain, found: chanceText(odds.found) });
}
