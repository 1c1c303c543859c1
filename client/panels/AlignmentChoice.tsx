import type { AlignmentKind } from "#shared/model/order.ts";
import { legalOptions } from "#shared/rules/index.ts";
import { AlignmentGlyph } from "#client/map/glyphs.tsx";
import { t } from "../i18n/t.ts";
import { nameOf, usePlay } from "./state/playState.ts";
import { chooseKind, chooseTarget } from "../viewmodel/orderDraft.ts";
import { alignmentFigures } from "./HelpSheet.tsx";
import { Chevron } from "./Icons.tsx";

const KINDS = ["balance", "bandwagon", "hide"] as const satisfies readonly AlignmentKind[];

/** The one required choice: a radio group of three, equal until one is taken. */
export function AlignmentChoice() {
  const play = usePlay();
  const chosen = play.book.draft.value.alignment?.kind ?? null;
  return (
    <div
      class={chosen ? "alignment alignment-made" : "alignment"}
      role="radiogroup"
      aria-label={t("orderSheet.align.title")}
    >
      {KINDS.map((kind) => (
        <Option key={kind} kind={kind} chosen={chosen === kind} first={chosen === null} />
      ))}
    </div>
  );
}

interface OptionProps {
  readonly kind: AlignmentKind;
  readonly chosen: boolean;
  /** Nothing is chosen yet: each row says what it is. */
  readonly first: boolean;
}

function Option({ kind, chosen, first }: OptionProps) {
  const play = usePlay();
  const target = play.book.draft.value.alignment?.target ?? null;
  const figures = alignmentFigures(play.board.parameters);
  return (
    <div class={chosen ? "option option-chosen" : "option"}>
      <label class="option-row">
        <input
          type="radio"
          name="alignment"
          checked={chosen}
          onChange={() => play.book.edit((draft) => chooseKind(draft, kind))}
        />
        <AlignmentGlyph kind={kind} size={22} target />
        <span class="option-verb">
          {t(chosen || kind === "hide" ? `orderSheet.align.${kind}` : `orderSheet.align.${kind}Open`)}
          {first && <span class="option-first note">{t(`orderSheet.align.${kind}First`, figures)}</span>}
        </span>
        {!chosen && !first && kind === "hide" && (
          <span class="option-hint small">{t("orderSheet.align.hideHint")}</span>
        )}
      </label>
      {chosen && kind !== "hide" && <TargetSelect kind={kind} target={target} />}
      {chosen && <p class="option-consequence small">{t(`orderSheet.align.${kind}Consequence`, figures)}</p>}
    </div>
  );
}

/** Every other country; those the rules do not allow say why. */
function TargetSelect({ kind, target }: { readonly kind: "balance" | "bandwagon"; readonly target: string | null }) {
  const play = usePlay();
  const { board } = play;
  const me = play.me.value;
  if (me === null) return null;
  const answers = legalOptions(board, play.view.value.world, me)[kind];
  const others = board.ids
    .map((id, index) => ({ id, index, refusal: answers[index] ?? null }))
    .filter(({ index }) => index !== me);
  return (
    <>
      <span class="option-target">
        <select
          aria-label={t(`orderSheet.align.${kind}`)}
          value={target ?? ""}
          onChange={(event) => {
            const chosen = others.find(({ id }) => id === event.currentTarget.value)?.id ?? null;
            play.book.edit((draft) => chooseTarget(draft, kind, chosen));
          }}
        >
          <option value="">{t("orderSheet.align.choose")}</option>
          {others.map(({ id, index, refusal }) => (
            <option key={id} value={id} disabled={refusal !== null}>
              {refusal
                ? t("orderSheet.align.notAllowed", { country: nameOf(board, index), why: refusal.text })
                : nameOf(board, index)}
            </option>
          ))}
        </select>
        <Chevron />
      </span>
    </>
  );
}
