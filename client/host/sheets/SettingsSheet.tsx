import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { NAMINGS } from "#shared/model/classroom.ts";
import { t } from "../../i18n/t.ts";
import { Dialog } from "../../panels/Dialog.tsx";
import { rosterIn } from "../model/people.ts";
import { ChoiceField, NumberField, Tick } from "../plan/fields.tsx";
import { ask, closeSheet, useHost } from "../state/hostState.ts";

/** Rules of the class that last all term. */
export function SettingsSheet(): VNode {
  const host = useHost();
  const view = host.view.value;
  const [name, setName] = useState(view.name);
  const [roster, setRoster] = useState(view.settings.roster.join("\n"));
  const [settings, setSettings] = useState(view.settings);
  const change = (part: Partial<typeof settings>): void => setSettings({ ...settings, ...part });
  const save = async (): Promise<void> => {
    const { locked: _locked, approve: _approve, pin: _pin, ...lasting } = settings;
    const renamed =
      name.trim() === view.name || name.trim() === "" || (await ask(host, "rename", { name: name.trim() }));
    const saved = await ask(
      host,
      "settings",
      { settings: { ...lasting, roster: [...rosterIn(roster)] } },
      { done: t("host.done.saved") },
    );
    if (renamed && saved) closeSheet(host);
  };
  return (
    <Dialog title={t("hostPeople.settings.title")} onClose={() => closeSheet(host)}>
      <form
        class="text-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label class="field">
          <span class="field-label">{t("hostPeople.settings.name")}</span>
          <input class="input" maxLength={200} value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <ChoiceField
          label={t("hostPeople.door.naming")}
          value={settings.naming}
          options={NAMINGS.map((naming) => [naming, t(`hostPeople.door.namings.${naming}`)])}
          onChange={(naming) => change({ naming })}
        />
        <label class="field">
          <span class="field-label">{t("hostPeople.settings.roster")}</span>
          <textarea class="input" rows={5} value={roster} onInput={(event) => setRoster(event.currentTarget.value)} />
          <span class="note">{t("hostPeople.settings.rosterNote")}</span>
        </label>
        <Tick
          label={t("hostPeople.settings.filter")}
          note={t("hostPeople.settings.filterNote")}
          on={settings.filter}
          onChange={(filter) => change({ filter })}
        />
        <Tick
          label={t("hostPeople.settings.reads")}
          note={t("hostPeople.settings.readsNote")}
          on={settings.hostReads}
          onChange={(hostReads) => change({ hostReads })}
        />
        <Tick
          label={t("hostPeople.settings.orders")}
          note={t("hostPeople.settings.ordersNote")}
          on={settings.hostSeesOrders}
          onChange={(hostSeesOrders) => change({ hostSeesOrders })}
        />
        <p class="note">{t("hostPeople.settings.promise")}</p>
        <NumberField
          label={t("hostPeople.settings.retention")}
          value={settings.retentionDays}
          bounds={[1, 400]}
          onChange={(retentionDays) => change({ retentionDays })}
        />
        <button type="submit" class="button button-strong">
          {t("hostPeople.settings.save")}
        </button>
      </form>
    </Dialog>
  );
}
