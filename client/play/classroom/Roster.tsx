import type { VNode } from "preact";
import { t } from "../../i18n/t.ts";
import { FieldError, invalid } from "../lobby/FieldError.tsx";

interface Props {
  readonly names: readonly string[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
  readonly error: string;
}

/** The list of names still to be had. A select: the phone's own wheel is quicker than four hundred rows. */
export const Roster = ({ names, chosen, onChoose, error }: Props): VNode => (
  <div class="field">
    <label for="join-name">{t("classroom.join.roster")}</label>
    <select
      id="join-name"
      class="select"
      value={chosen}
      onChange={(event) => onChoose(event.currentTarget.value)}
      {...invalid("join-name", error)}
    >
      <option value="">{t("classroom.join.pick")}</option>
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
    <p class="note">{t("classroom.join.rosterHelp")}</p>
    <FieldError id="join-name" text={error} />
  </div>
);
