import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { POLL_QUESTIONS } from "#shared/model/classroom.ts";
import { t } from "../../i18n/t.ts";
import { Dialog } from "../../panels/Dialog.tsx";
import { pollFaults, type PollForm } from "../model/leading.ts";
import { rosterIn } from "../model/people.ts";
import { ChoiceField, Tick } from "../plan/fields.tsx";
import { ask, closeSheet, useHost } from "../state/hostState.ts";
import { useCountries } from "../state/useScenario.ts";

type Kind = "country" | "dyad" | "poll";

/** Shows one thing on every phone and on the projector: a country, a fear and its working, or a question. */
export function LeadSheet(): VNode {
  const host = useHost();
  const [kind, setKind] = useState<Kind>("poll");
  return (
    <Dialog title={t("host.lead.heading")} onClose={() => closeSheet(host)}>
      <ChoiceField
        label={t("host.lead.kind")}
        value={kind}
        options={(["poll", "country", "dyad"] as const).map((each) => [each, t(`host.lead.kinds.${each}`)])}
        onChange={setKind}
      />
      {kind === "poll" ? <PollPart /> : <SpotlightPart dyad={kind === "dyad"} />}
    </Dialog>
  );
}

/** A number of a table as a choice. */
function TableChoice({
  table,
  onChange,
}: {
  readonly table: number;
  readonly onChange: (table: number) => void;
}): VNode {
  const host = useHost();
  return (
    <ChoiceField
      label={t("host.lead.fromTable")}
      value={String(table)}
      options={host.view.value.tables.map(({ number }) => [String(number), t("host.tableNumber", { number })])}
      onChange={(number) => onChange(Number(number))}
    />
  );
}

function SpotlightPart({ dyad }: { readonly dyad: boolean }): VNode {
  const host = useHost();
  const countries = useCountries();
  const first = host.view.value.tables.find(({ number }) => number === host.table.value) ?? host.view.value.tables[0];
  const [table, setTable] = useState(first?.number ?? 1);
  const [country, setCountry] = useState(first?.hottest?.country ?? countries[0]?.id);
  const [observer, setObserver] = useState(first?.hottest?.observer ?? countries[1]?.id);
  const options = countries.map(({ id, name }) => [id, name] as const);
  const show = async (): Promise<void> => {
    if (!country || (dyad && !observer)) return;
    const body = { table, country, ...(dyad && observer ? { observer } : {}) };
    if (await ask(host, "spotlight", body, { done: t("host.done.leading") })) closeSheet(host);
  };
  return (
    <>
      <TableChoice table={table} onChange={setTable} />
      {dyad && observer && (
        <ChoiceField
          label={t("host.lead.observer")}
          value={observer}
          options={options.filter(([id]) => id !== country)}
          onChange={setObserver}
        />
      )}
      {country && (
        <ChoiceField
          label={t("host.lead.pick")}
          value={country}
          options={dyad ? options.filter(([id]) => id !== observer) : options}
          onChange={setCountry}
        />
      )}
      <button type="button" class="button button-strong" onClick={() => void show()}>
        {t("host.lead.doIt")}
      </button>
    </>
  );
}

function PollPart(): VNode {
  const host = useHost();
  const first = host.table.value ?? host.view.value.tables[0]?.number ?? 1;
  const [form, setForm] = useState<PollForm>({
    question: "fear",
    text: "",
    options: "",
    table: first,
    tallyShown: false,
  });
  const [wrong, setWrong] = useState("");
  const change = (part: Partial<PollForm>): void => setForm({ ...form, ...part });
  const { question } = form;
  const show = async (): Promise<void> => {
    const fault = pollFaults(form);
    setWrong(fault === null ? "" : t(`host.lead.${fault}`));
    if (fault !== null) return;
    const body = {
      question,
      text: question === "own" || question === "yesNo" ? form.text.trim() : "",
      options: question === "own" ? [...rosterIn(form.options)] : [],
      tallyShown: form.tallyShown,
      ...(question === "fear" ? { table: form.table } : {}),
    };
    if (await ask(host, "poll", body, { done: t("host.done.leading") })) closeSheet(host);
  };
  return (
    <>
      <ChoiceField
        label={t("host.lead.question")}
        value={question}
        options={POLL_QUESTIONS.map((each) => [each, t(`host.poll.${each}`)])}
        onChange={(each) => change({ question: each })}
      />
      {question === "fear" && <TableChoice table={form.table} onChange={(table) => change({ table })} />}
      {(question === "own" || question === "yesNo") && (
        <label class="field">
          <span class="field-label">{t("host.lead.own")}</span>
          <input
            class="input"
            maxLength={300}
            value={form.text}
            onInput={(event) => change({ text: event.currentTarget.value })}
          />
        </label>
      )}
      {question === "own" && (
        <label class="field">
          <span class="field-label">{t("host.lead.options")}</span>
          <textarea
            class="input"
            rows={4}
            value={form.options}
            onInput={(event) => change({ options: event.currentTarget.value })}
          />
        </label>
      )}
      <Tick label={t("host.lead.tallyShown")} on={form.tallyShown} onChange={(tallyShown) => change({ tallyShown })} />
      <p class="error small" role="alert">
        {wrong}
      </p>
      <button type="button" class="button button-strong" onClick={() => void show()}>
        {t("host.lead.doIt")}
      </button>
    </>
  );
}
