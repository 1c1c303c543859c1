import type { VNode } from "preact";
import type { CountryId, PersonId } from "#shared/model/ids.ts";
import { t } from "../../i18n/t.ts";
import { Dialog } from "../../panels/Dialog.tsx";
import { ask, closeSheet, useHost, type Tables } from "../state/hostState.ts";
import { useCountries } from "../state/useScenario.ts";
import { TextForm } from "./TextForm.tsx";

/** Freezes tables with words that stand on every screen. */
export function FreezeSheet({ tables }: { readonly tables: Tables }): VNode {
  const host = useHost();
  const send = async (text: string): Promise<void> => {
    const list = tables === "all" ? tables : [...tables];
    const undo = (): void => void ask(host, "resume", { tables: list });
    if (await ask(host, "freeze", { tables: list, text }, { done: t("host.done.frozen"), undo })) closeSheet(host);
  };
  return (
    <Dialog title={t("host.freeze.heading")} onClose={() => closeSheet(host)}>
      <p>{t("host.freeze.what")}</p>
      <TextForm
        label={t("host.freeze.text")}
        doIt={t("host.freeze.doIt")}
        empty={t("host.tell.empty")}
        first={t("host.freeze.start")}
        most={500}
        onSend={(text) => void send(text)}
      />
    </Dialog>
  );
}

/** News to a table, or to one country of it. */
export function NewsSheet({ table, country }: { readonly table: number; readonly country: CountryId | null }): VNode {
  const host = useHost();
  const name = useCountries().find(({ id }) => id === country)?.name;
  const send = async (text: string): Promise<void> => {
    const body = { tables: [table], text, ...(country === null ? {} : { country }) };
    if (await ask(host, "news", body, { done: t("host.done.told") })) closeSheet(host);
  };
  return (
    <Dialog
      title={name ? t("hostTable.newsTo", { country: name, table }) : t("hostTable.news", { table })}
      onClose={() => closeSheet(host)}
    >
      <p>{t(name ? "hostTable.newsToWhat" : "hostTable.newsWhat")}</p>
      <TextForm
        label={t("host.tell.text")}
        doIt={t("host.tell.doIt")}
        empty={t("host.tell.empty")}
        most={500}
        onSend={(text) => void send(text)}
      />
    </Dialog>
  );
}

/** Words to the whole class, or to one person of it. */
export function TellSheet({ to }: { readonly to: PersonId | null }): VNode {
  const host = useHost();
  const name = host.view.value.members.find(({ id }) => id === to)?.name;
  const send = async (text: string): Promise<void> => {
    if (await ask(host, "tell", { to, text }, { done: t("host.done.told") })) closeSheet(host);
  };
  return (
    <Dialog
      title={name ? t("host.tell.headingOne", { name }) : t("host.tell.headingAll")}
      onClose={() => closeSheet(host)}
    >
      <p>{t("host.tell.what")}</p>
      <TextForm
        label={t("host.tell.text")}
        doIt={t("host.tell.doIt")}
        empty={t("host.tell.empty")}
        most={500}
        onSend={(text) => void send(text)}
      />
    </Dialog>
  );
}
