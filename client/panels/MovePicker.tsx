import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Move, MoveKind } from "#shared/model/order.ts";
import { t } from "../i18n/t.ts";
import { MOVE_SECTIONS, type MoveGroup, type MoveSection } from "../viewmodel/moveChoices.ts";
import { CovertChoices, isCovert } from "./CovertChoices.tsx";
import { AppealForm, ConcedeForm, UltimatumForm } from "./moveForms.tsx";
import { moveText } from "./moveText.ts";
import { usePlay } from "./state/playState.ts";

/** As many kinds fit on a phone at once; more are parted into sections. */
const AT_ONCE = 6;

interface PickerProps {
  readonly groups: readonly MoveGroup[];
  readonly onPick: (move: Move) => void;
}

/** Kinds first, then what each may be aimed at; what may not be done says why. */
export function MovePicker({ groups, onPick }: PickerProps) {
  const box = useRef<HTMLDivElement>(null);
  const sections = MOVE_SECTIONS.filter((section) => groups.some((group) => group.section === section));
  const parted = groups.length > AT_ONCE && sections.length > 1;
  const section = useSignal<MoveSection>(sections[0] ?? "army");
  // It opens at the foot of the sheet, where it would be hidden behind Submit.
  useEffect(() => box.current?.scrollIntoView({ block: "nearest" }), [section.value]);
  const shown = parted ? groups.filter((group) => group.section === section.value) : groups;
  return (
    <div ref={box} class="picker">
      {parted && <Sections sections={sections} chosen={section.value} onChoose={(each) => (section.value = each)} />}
      {parted && section.value === "covert" && <p class="picker-note note">{t("orderSheet.moveGroup.covertMeans")}</p>}
      <Kinds key={section.value} groups={shown} onPick={onPick} />
    </div>
  );
}

interface SectionsProps {
  readonly sections: readonly MoveSection[];
  readonly chosen: MoveSection;
  readonly onChoose: (section: MoveSection) => void;
}

function Sections({ sections, chosen, onChoose }: SectionsProps) {
  const name = useId();
  return (
    <div class="segmented picker-sections" role="radiogroup" aria-label={t("orderSheet.move.add")}>
      {sections.map((each) => (
        <label key={each} class={each === chosen ? "segment segment-on" : "segment"}>
          <input type="radio" name={name} checked={each === chosen} onChange={() => onChoose(each)} />
          {t(`orderSheet.moveGroup.${each}`)}
        </label>
      ))}
    </div>
  );
}

function Kinds({ groups, onPick }: PickerProps) {
  const open = useSignal<MoveKind | null>(null);
  return (
    <ul>
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
              <b>{t(`orderSheet.moveKind.${group.kind}`)}</b>
              <span class="note">
                {t(group.possible ? `orderSheet.moveKind.${group.kind}Means` : "orderSheet.move.notNow")}
              </span>
            </button>
            {shown && (
              <div ref={intoSight} class="picker-body">
                {group.possible && <Body group={group} onPick={onPick} />}
                <Refused group={group} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What has been opened is read next: the sheet scrolls to it, with the name of its kind above. */
function intoSight(body: HTMLElement | null): void {
  body?.parentElement?.scrollIntoView({ block: "start" });
}

interface BodyProps {
  readonly group: MoveGroup;
  readonly onPick: (move: Move) => void;
}

/** A tap where one choice is enough; a form where a move is put together from two. */
function Body({ group, onPick }: BodyProps) {
  const play = usePlay();
  if (group.kind === "ultimatum") return <UltimatumForm onPick={onPick} />;
  if (group.kind === "concede") return <ConcedeForm onPick={onPick} />;
  if (group.kind === "appeal") return <AppealForm onPick={onPick} />;
  if (isCovert(group.kind)) return <CovertChoices kind={group.kind} choices={group.choices} onPick={onPick} />;
  return (
    <>
      {group.choices.map((move, at) => (
        <button key={at} type="button" class="chip" onClick={() => onPick(move)}>
          {moveText(play, move)}
        </button>
      ))}
    </>
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
  if (!group.possible) return <div class="picker-refused">{reasons}</div>;
  return (
    <details class="picker-refused">
      <summary class="note">{t("orderSheet.move.refused")}</summary>
      {reasons}
    </details>
  );
}
