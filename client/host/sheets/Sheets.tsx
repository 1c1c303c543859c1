import type { VNode } from "preact";
import { assertNever } from "#shared/lib/assertNever.ts";
import { t } from "../../i18n/t.ts";
import { Dialog } from "../../panels/Dialog.tsx";
import { closeSheet, useHost, type Host, type HostSheet } from "../state/hostState.ts";
import { ConceptsSheet } from "./ConceptsSheet.tsx";
import { ExportSheet } from "./ExportSheet.tsx";
import { FreezeSheet, NewsSheet, TellSheet } from "./wordsSheets.tsx";
import { HostsSheet } from "./HostsSheet.tsx";
import { InjectSheet } from "./InjectSheet.tsx";
import { LeadSheet } from "./LeadSheet.tsx";
import { PeopleSheet } from "./PeopleSheet.tsx";
import { PersonSheet } from "./PersonSheet.tsx";
import { PlanSheet } from "./PlanSheet.tsx";
import { ReportsSheet } from "./ReportsSheet.tsx";
import { ScreenSheet } from "./ScreenSheet.tsx";
import { SettingsSheet } from "./SettingsSheet.tsx";

/** What stands open over the page; Escape closes the topmost. */
export function Sheets(): VNode {
  const host = useHost();
  return (
    <>
      {host.sheets.value.map((sheet, at) => (
        <div key={at}>{sheetOf(host, sheet)}</div>
      ))}
    </>
  );
}

function sheetOf(host: Host, sheet: HostSheet): VNode {
  switch (sheet.kind) {
    case "confirm":
      return <Confirm host={host} sheet={sheet} />;
    case "freeze":
      return <FreezeSheet tables={sheet.tables} />;
    case "inject":
      return <InjectSheet tables={sheet.tables} crisis={sheet.crisis} />;
    case "news":
      return <NewsSheet table={sheet.table} country={sheet.country} />;
    case "tell":
      return <TellSheet to={sheet.to} />;
    case "person":
      return <PersonSheet id={sheet.member} />;
    case "settings":
      return <SettingsSheet />;
    case "hosts":
      return <HostsSheet />;
    case "reports":
      return <ReportsSheet />;
    case "lead":
      return <LeadSheet />;
    case "screen":
      return <ScreenSheet />;
    case "people":
      return <PeopleSheet />;
    case "plan":
      return <PlanSheet />;
    case "concepts":
      return <ConceptsSheet />;
    case "export":
      return <ExportSheet />;
    default:
      return assertNever(sheet);
  }
}

interface ConfirmProps {
  readonly host: Host;
  readonly sheet: Extract<HostSheet, { readonly kind: "confirm" }>;
}

/** Before something is lost: what, and the verb itself as the button. */
const Confirm = ({ host, sheet }: ConfirmProps): VNode => (
  <Dialog title={sheet.title} onClose={() => closeSheet(host)}>
    <p>{sheet.text}</p>
    <div class="button-row">
      <button
        type="button"
        class="button button-strong"
        onClick={() => {
          closeSheet(host);
          sheet.onYes();
        }}
      >
        {sheet.doIt}
      </button>
      <button type="button" class="button" onClick={() => closeSheet(host)}>
        {t("host.cancel")}
      </button>
    </div>
  </Dialog>
);
