import type { VNode } from "preact";
import { NAMINGS } from "#shared/model/classroom.ts";
import type { ClassSettings } from "#shared/model/classroom.ts";
import { t } from "../../i18n/t.ts";
import { RailSection } from "../dash/RailParts.tsx";
import { newPin } from "../model/people.ts";
import { ChoiceField, Tick } from "../plan/fields.tsx";
import { ask, openSheet, useHost } from "../state/hostState.ts";

/** Who may come in, and under what name. */
export function Door(): VNode {
  const host = useHost();
  const { settings } = host.view.value;
  const set = (part: Partial<Omit<ClassSettings, "roster">>): void => void ask(host, "settings", { settings: part });
  return (
    <RailSection title={t("hostPeople.door.title")}>
      <div class="door">
        <Tick label={t("hostPeople.door.locked")} on={settings.locked} onChange={(locked) => set({ locked })} />
        <Tick label={t("hostPeople.door.approve")} on={settings.approve} onChange={(approve) => set({ approve })} />
        <Tick
          label={t("hostPeople.door.pin")}
          on={settings.pin !== null}
          {...(settings.pin === null ? {} : { note: t("hostPeople.door.pinIs", { pin: settings.pin }) })}
          onChange={(on) => set({ pin: on ? newPin(Math.random) : null })}
        />
        <ChoiceField
          label={t("hostPeople.door.naming")}
          value={settings.naming}
          options={NAMINGS.map((naming) => [naming, t(`hostPeople.door.namings.${naming}`)])}
          onChange={(naming) => set({ naming })}
        />
        <button type="button" class="button-text" onClick={() => openSheet(host, { kind: "settings" })}>
          {settings.roster.length === 0
            ? t("hostPeople.door.noRoster")
            : t("hostPeople.door.roster", { count: settings.roster.length })}
        </button>
      </div>
    </RailSection>
  );
}
