import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import { Dialog } from "../../panels/Dialog.tsx";
import { ChoiceField } from "../plan/fields.tsx";
import { ask, closeSheet, useHost, type Tables } from "../state/hostState.ts";
import { TableTicks } from "./TextForm.tsx";

const OWN = "";

/** A crisis of the scenario, or one's own words, at tables of one's choice. */
export function InjectSheet({ tables, crisis }: { readonly tables: Tables; readonly crisis: string | null }): VNode {
  const host = useHost();
  const { crises = [] } = host.view.value;
  const numbers = host.view.value.tables.map(({ number }) => number);
  const [which, setWhich] = useState(crisis ?? OWN);
  const [chosen, setChosen] = useState(tables === "all" ? numbers : tables);
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState("");
  const found = crises.find(({ id }) => id === which);
  const send = async (): Promise<void> => {
    if (chosen.length === 0) return setWrong(t("host.inject.needsTables"));
    if (!found && title.trim() === "") return setWrong(t("host.inject.needsTitle"));
    setWrong("");
    const body = {
      tables: chosen.length === numbers.length ? ("all" as const) : [...chosen],
      crisis: found ? { id: found.id } : { title: title.trim(), text: text.trim() },
    };
    if (await ask(host, "inject", body, { done: t("host.done.injected") })) closeSheet(host);
  };
  return (
    <Dialog title={t("host.inject.heading")} onClose={() => closeSheet(host)}>
      <form
        class="text-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ChoiceField
          label={t("host.inject.which")}
          value={which}
          options={[
            ...crises.map(({ id, title: name, date }) => [id, `${name} (${date})`] as const),
            [OWN, t("host.inject.ownChoice")] as const,
          ]}
          onChange={setWhich}
        />
        {found ? (
          <p class="inject-text">{found.text}</p>
        ) : (
          <>
            <label class="field">
              <span class="field-label">{t("host.inject.name")}</span>
              <input
                class="input"
                maxLength={80}
                value={title}
                onInput={(event) => setTitle(event.currentTarget.value)}
              />
            </label>
            <label class="field">
              <span class="field-label">{t("host.inject.text")}</span>
              <textarea
                class="input"
                rows={3}
                maxLength={500}
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
              />
            </label>
          </>
        )}
        <p class="note">{t(found ? "host.inject.effects" : "host.inject.noEffects")}</p>
        <TableTicks numbers={numbers} chosen={chosen} onChange={setChosen} />
        <p class="error small" role="alert">
          {wrong}
        </p>
        <button type="submit" class="button button-strong">
          {t("host.inject.doIt")}
        </button>
      </form>
    </Dialog>
  );
}
