import type { VNode } from "preact";
import { t } from "../../i18n/t.ts";
import { Dialog } from "../../panels/Dialog.tsx";
import { CopyButton } from "../CopyButton.tsx";
import { hostLink } from "../../net/addresses.ts";
import { ask, closeSheet, confirmFirst, useHost } from "../state/hostState.ts";
import { TextForm } from "./TextForm.tsx";

/** Who else is an instructor here; links for colleagues. */
export function HostsSheet(): VNode {
  const host = useHost();
  const { hosts, label: mine, role } = host.view.value;
  const made = host.keys.value.filter((key) => key.role === "cohost");
  const invite = async (label: string): Promise<void> => {
    const reply = await ask(host, "invite", { role: "cohost", label });
    if (reply?.key) host.keys.value = [...host.keys.peek(), { role: "cohost", label, key: reply.key }];
  };
  const uninvite = (label: string): void =>
    confirmFirst(host, {
      title: t("hostPeople.hosts.uninviteTitle"),
      text: t("hostPeople.hosts.uninviteText", { name: label }),
      doIt: t("hostPeople.hosts.uninvite", { name: label }),
      onYes: () => {
        host.keys.value = host.keys.peek().filter((key) => key.label !== label);
        void ask(host, "uninvite", { label }, { done: t("host.done.uninvited") });
      },
    });
  return (
    <Dialog title={t("hostPeople.hosts.title")} onClose={() => closeSheet(host)}>
      <p>{t("hostPeople.hosts.what")}</p>
      <h3 class="label">{t("hostPeople.hosts.here")}</h3>
      <ul class="host-list">
        {[...new Set(hosts)].map((label) => (
          <li key={label}>
            <span>{label === mine ? t("hostPeople.hosts.you", { name: label }) : label}</span>
            {role === "owner" && label !== mine && (
              <button type="button" class="button" onClick={() => uninvite(label)}>
                {t("hostPeople.hosts.uninvite", { name: label })}
              </button>
            )}
          </li>
        ))}
      </ul>
      <h3 class="label">{t("hostPeople.hosts.ownLink")}</h3>
      <div>
        <CopyButton text={hostLink(location.origin, host.key)} words={t("hostPeople.invite.copy")} />
        <p class="note">{role === "owner" && t("hostPeople.hosts.ownNote")}</p>
      </div>
      {made.map(({ label, key }) => (
        <div key={label} class="made-key">
          <b>{label}</b>
          <p class="note">{t("hostPeople.hosts.once")}</p>
          <CopyButton text={hostLink(location.origin, key)} words={t("hostPeople.invite.copy")} />
        </div>
      ))}
      {role === "owner" ? (
        <>
          <TextForm
            label={t("hostPeople.hosts.label")}
            doIt={t("hostPeople.hosts.doIt")}
            empty={t("hostPeople.hosts.labelEmpty")}
            most={200}
            rows={1}
            onSend={(label) => void invite(label)}
          />
          <details>
            <summary>{t("hostPeople.hosts.endAbsent")}</summary>
            <TextForm
              label={t("hostPeople.hosts.endLabel")}
              doIt={t("hostPeople.hosts.endDo")}
              empty={t("hostPeople.hosts.labelEmpty")}
              most={200}
              rows={1}
              onSend={uninvite}
            />
          </details>
        </>
      ) : (
        <p class="note">{t("hostPeople.hosts.ownerOnly")}</p>
      )}
    </Dialog>
  );
}
