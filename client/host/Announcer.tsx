import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { paceOf } from "./model/cards.ts";
import { useHost } from "./state/hostState.ts";

/** Says where the tables are, which one is open and who calls for help, to those who do not see it. */
export function Announcer(): VNode {
  const host = useHost();
  const text = useSignal("");
  const { phase, turn, tables, of } = paceOf(host.view.value.tables);
  const open = host.table.value;
  const calls = host.view.value.members.filter(({ help, state }) => help !== null && state === "in");
  const latest = calls.map(({ id }) => id).join(" ");
  useEffect(() => {
    if (of > 0) text.value = t("host.announce.phase", { phase: t(`host.phase.${phase}`), turn, tables, of });
  }, [phase, turn]);
  useEffect(() => {
    if (of > 0) text.value = open === null ? t("host.announce.all") : t("host.announce.table", { number: open });
  }, [open]);
  useEffect(() => {
    const names = calls.map(({ name }) => name).join(", ");
    if (names !== "") text.value = t("host.announce.need", { what: t("host.announce.calls", { names }) });
  }, [latest]);
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {text.value}
    </p>
  );
}
