import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Move, MoveKind } from "#shared/model/order.ts";
import { legalOptions } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import { nameOf, nameOfId, usePlay, type Play } from "./state/playState.ts";
import { moveGroups, type MoveGroup } from "../viewmodel/moveChoices.ts";
import { addMove, removeMove } from "../viewmodel/orderDraft.ts";

/** "Attack Belgrade (Serbia)". */
export function moveText(play: Play, move: Move): string {
  switch (move.kind) {
    case "attack":
    case "withdraw": {
      const { province, holder, home } = whose(play, move.province);
      const key = move.kind === "withdraw" ? "withdraw" : move.liberate ? "liberate" : "attack";
      return t(`play.move.${key}`, { province, holder, home });
    }
    case "threaten":
    case "reassure":
      return t(`play.move.${move.kind}`, { target: nameOfId(play.board, move.target) });
    case "cutOffence":
      return t("play.move.cutOffence", { count: move.points });
    case "mobilise":
    case "demobilise":
      return t(`play.move.${move.kind}`);
  }
}

function whose(play: Play, id: Extract<Move, { kind: "attack" }>["province"]) {
  const index = play.board.provinceIndexOf.get(id) ?? 0;
  const province = play.board.provinces[index];
  const home = province?.home ?? 0;
  return {
    province: province?.name ?? id,
    holder: nameOf(play.board, play.view.value.world.holders[index] ?? home),
    home: nameOf(play.board, home),
  };
}

export function Moves() {
  const play = usePlay();
  const picking = useSignal(false);
  const me = play.me.value;
  if (me === null) return null;
  const { board, book } = play;
  const { moves } = book.draft.value;
  const options = legalOptions(board, play.view.value.world, me);
  const full = moves.length >= options.mostMoves;
  return (
    <fieldset class="moves">
      <legend class="label">{t("play.move.title", { count: options.mostMoves })}</legend>
      {moves.map((move, at) => (
        <div key={`${move.kind}${at}`} class="move">
          <span>{moveText(play, move)}</span>
          <button type="button" class="button-bare" onClick={() => book.edit((draft) => removeMove(draft, at))}>
            {t("play.move.remove")}
            <span class="visually-hidden"> {moveText(play, move)}</span>
          </button>
        </div>
      ))}
      {!full && (
        <button
          type="button"
          class="add-line"
          aria-expanded={picking.value}
          onClick={() => (picking.value = !picking.value)}
        >
          <span>{t("play.move.add")}</span>
          <span aria-hidden="true">{picking.value ? "−" : "+"}</span>
        </button>
      )}
      {!full && picking.value && (
        <Picker
          groups={moveGroups({ board, me, options, taken: moves })}
          onPick={(move) => {
            book.edit((draft) => addMove(draft, move));
            picking.value = false;
          }}
        />
      )}
    </fieldset>
  );
}

interface PickerProps {
  readonly groups: readonly MoveGroup[];
  readonly onPick: (move: Move) => void;
}

/** Kinds first, then what each may be aimed at; what may not be done says why. */
function Picker({ groups, onPick }: PickerProps) {
  const play = usePlay();
  const open = useSignal<MoveKind | null>(null);
  const list = useRef<HTMLUListElement>(null);
  // It opens at the foot of the sheet, where it would be hidden behind Submit.
  useEffect(() => list.current?.scrollIntoView({ block: "nearest" }), []);
  return (
    <ul ref={list} class="picker">
      {groups.map((group) => {
        const only = group.choices.length === 1 ? group.choices[0] : undefined;
        const simple = only && (group.kind === "mobilise" || group.kind === "demobilise");
        const shown = open.value === group.kind;
        return (
          <li key={group.kind}>
            <button
              type="button"
              class="picker-kind"
              aria-expanded={simple ? undefined : shown}
              onClick={() => (simple ? onPick(only) : (open.value = shown ? null : group.kind))}
            >
              <b>{t(`play.moveKind.${group.kind}`)}</b>
              <span class="note">
                {group.choices.length === 0 ? t("play.move.notNow") : t(`play.moveKind.${group.kind}Means`)}
              </span>
            </button>
            {shown && (
              <div class="picker-body">
                {group.choices.map((move, at) => (
                  <button key={at} type="button" class="chip" onClick={() => onPick(move)}>
                    {moveText(play, move)}
                  </button>
                ))}
                <Refused group={group} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What may not be done, folded away where there is something that may. */
function Refused({ group }: { readonly group: MoveGroup }) {
  if (group.refused.length === 0) return null;
  const reasons = group.refused.map((refused, at) => (
    <p key={at} class="note">
      {refused.names.length > 1 && <b>{refused.names.join(", ")}: </b>}
      {refused.why}
    </p>
  ));
  if (group.choices.length === 0) return <div class="picker-refused">{reasons}</div>;
  return (
    <details class="picker-refused">
      <summary class="note">{t("play.move.refused")}</summary>
      {reasons}
    </details>
  );
}
