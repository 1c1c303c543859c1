import type { VNode } from "preact";
import type { Report } from "#shared/model/classroom.ts";
import { t } from "../../i18n/t.ts";
import { Dialog } from "../../panels/Dialog.tsx";
import { openTable } from "../dash/TableCard.tsx";
import { reportedMessage, sendersOf } from "../model/reported.ts";
import { mute } from "../state/acts.ts";
import { ask, closeSheet, useHost } from "../state/hostState.ts";
import { clockTime } from "../model/timeline.ts";

/** Messages that players reported; open ones first. */
export function ReportsSheet(): VNode {
  const host = useHost();
  const { reports } = host.view.value;
  const sorted = reports.toSorted((a, b) => Number(a.handled) - Number(b.handled) || b.at - a.at);
  return (
    <Dialog title={t("hostPeople.reports.title")} onClose={() => closeSheet(host)}>
      {sorted.length === 0 && <p>{t("hostPeople.reports.none")}</p>}
      <ul class="report-list">
        {sorted.map((report) => (
          <OneReport key={report.seq} report={report} />
        ))}
      </ul>
    </Dialog>
  );
}

function OneReport({ report }: { readonly report: Report }): VNode {
  const host = useHost();
  const view = host.view.value;
  const by = view.members.find(({ id }) => id === report.by)?.name ?? "";
  const card = view.tables.find(({ number }) => number === report.table);
  const message = reportedMessage(host.connection.detail.value, card, report.message);
  const senders = message && card ? sendersOf(card, message.from) : [];
  return (
    <li>
      <p>
        <b>{t("hostPeople.reports.by", { name: by, table: report.table })}</b>{" "}
        <span class="small quiet num">{clockTime(report.at)}</span>
      </p>
      <p>{report.why === "" ? t("hostPeople.reports.noWhy") : t("hostPeople.reports.why", { why: report.why })}</p>
      {message && <blockquote class="reported">{message.text}</blockquote>}
      {report.handled ? (
        <p class="small quiet">{t("hostPeople.reports.done")}</p>
      ) : (
        <div class="button-row">
          {!message && card && (
            <button type="button" class="button" onClick={() => openTable(host, report.table)}>
              {t("hostPeople.reports.open")}
            </button>
          )}
          {senders.map((sender) => (
            <button key={sender} type="button" class="button" onClick={() => mute(host, sender, 5)}>
              {t("hostPeople.reports.mute")}
            </button>
          ))}
          <button
            type="button"
            class="button"
            onClick={() => void ask(host, "handled", { report: report.seq }, { done: t("host.done.handled") })}
          >
            {t("hostPeople.reports.handled")}
          </button>
        </div>
      )}
    </li>
  );
}
