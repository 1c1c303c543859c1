import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import { Dialog } from "../../panels/Dialog.tsx";
import { CopyButton } from "../CopyButton.tsx";
import { screenLink } from "../../net/addresses.ts";
import { ChoiceField, Tick } from "../plan/fields.tsx";
import { ask, closeSheet, useHost } from "../state/hostState.ts";

const ALL = "all";

/** What projectors show, and a link for one. */
export function ScreenSheet(): VNode {
  const host = useHost();
  const { tables, screens, role } = host.view.value;
  const [table, setTable] = useState(ALL);
  const [sound, setSound] = useState(false);
  const made = host.keys.value.filter((key) => key.role === "screen");
  const show = (): void =>
    void ask(host, "show", { table: table === ALL ? null : Number(table), sound }, { done: t("host.done.shown") });
  const invite = async (): Promise<void> => {
    const label = t("host.screen.label", { number: made.length + screens + 1 });
    const reply = await ask(host, "invite", { role: "screen", label });
    if (reply?.key) host.keys.value = [...host.keys.peek(), { role: "screen", label, key: reply.key }];
  };
  return (
    <Dialog title={t("host.screen.heading")} onClose={() => closeSheet(host)}>
      <p>{t("host.screen.what")}</p>
      {made.map(({ label, key }) => (
        <div key={label} class="made-key">
          <b>{label}</b>
          <p class="note">{t("host.screen.link")}</p>
          <div class="button-row">
            <CopyButton text={screenLink(location.origin, key)} words={t("hostPeople.invite.copy")} />
            <a class="button" href={screenLink(location.origin, key)} target="_blank" rel="noreferrer">
              {t("host.screen.open")}
            </a>
          </div>
        </div>
      ))}
      {role === "owner" && (
        <button type="button" class="button" onClick={() => void invite()}>
          {t("host.screen.makeLink")}
        </button>
      )}
      <p class="note num">{t(screens === 0 ? "host.screen.none" : "host.screen.connected", { count: screens })}</p>
      {tables.length > 0 && (
        <>
          <ChoiceField
            label={t("host.screen.show")}
            value={table}
            options={[
              [ALL, t("host.screen.rotation")] as const,
              ...tables.map(({ number }) => [String(number), t("host.screen.table", { number })] as const),
            ]}
            onChange={setTable}
          />
          <Tick label={t("host.screen.sound")} on={sound} onChange={setSound} />
          <button type="button" class="button button-strong" onClick={show}>
            {t("host.screen.apply")}
          </button>
        </>
      )}
    </Dialog>
  );
}
