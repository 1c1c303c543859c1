import { useSignalEffect } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { HostView } from "#shared/model/classView.ts";
import { t } from "../i18n/t.ts";
import type { HostConnection } from "../net/classConnection.ts";
import { Notice } from "../play/lobby/Notice.tsx";
import { usePageTitle } from "../play/usePageTitle.ts";
import { Announcer } from "./Announcer.tsx";
import { Dashboard } from "./dash/Dashboard.tsx";
import { HostHeader } from "./dash/HostHeader.tsx";
import { needsOf, sessionOf } from "./model/needs.ts";
import { Gathering } from "./people/Gathering.tsx";
import { Between } from "./plan/Between.tsx";
import { Sheets } from "./sheets/Sheets.tsx";
import { createHost, HostContext, type Host, type ScenarioSource } from "./state/hostState.ts";
import { TablePage } from "./table/TablePage.tsx";
import { Toasts } from "./Toasts.tsx";
import "./host.css";

interface Props {
  readonly connection: HostConnection;
  readonly classKey: string;
  readonly scenarios: ScenarioSource;
  /** Called with each view: the name a browser keeps may have changed. */
  readonly onView?: (view: HostView) => void;
  /** Goes to the list of classes. */
  readonly onLeave: () => void;
  /** The class is deleted. */
  readonly onDeleted: () => void;
  /** Prepares what stands open at first; for the gallery. */
  readonly prepare?: (host: Host) => void;
}

/** One class, from its first session to its end, as its instructor has it. */
export function ClassPage(props: Props): VNode {
  const { connection, onView, onLeave } = props;
  useSignalEffect(() => {
    const view = connection.view.value;
    if (view) onView?.(view);
  });
  const status = connection.status.value;
  const first = connection.view.value;
  if (status === "refused" || status === "superseded") return <Refused connection={connection} onLeave={onLeave} />;
  if (!first)
    return (
      <p class="host-wait" role="status">
        {t("host.connecting")}
      </p>
    );
  return <Inside {...props} first={first} />;
}

function Inside({
  connection,
  classKey,
  scenarios,
  first,
  prepare,
  onDeleted,
}: Props & { readonly first: HostView }): VNode {
  const host = useMemo(() => {
    const created = createHost({ connection, key: classKey, scenarios, first, onDeleted });
    prepare?.(created);
    return created;
  }, [connection]);
  const needs = needsOf(host.view.value, host.now.value).length;
  usePageTitle(t(needs > 0 ? "host.pageTitleNeeds" : "host.pageTitle", { name: host.view.value.name, needs }));
  useSecondHand(host);
  useBackButton(host);
  return (
    <HostContext.Provider value={host}>
      <div class="host">
        <a class="skip-link button" href="#tables">
          {t("host.skip")}
        </a>
        <HostHeader />
        {connection.status.value === "retrying" && (
          <div class="retrying" role="status">
            <span>{t("host.retrying")}</span>
            <button class="button-text" type="button" onClick={connection.wake}>
              {t("host.retryNow")}
            </button>
          </div>
        )}
        <Body host={host} />
        <Sheets />
        <Toasts />
        <Announcer />
      </div>
    </HostContext.Provider>
  );
}

function Body({ host }: { readonly host: Host }): VNode {
  const session = sessionOf(host.view.value);
  if (session?.state === "gathering") return <Gathering session={session} />;
  const open = host.table.value;
  const card = host.view.value.tables.find(({ number }) => number === open);
  if (session && card) return <TablePage key={card.number} card={card} />;
  return session?.state === "playing" ? <Dashboard /> : <Between last={session} />;
}

/** The browser's own "back" leads from a table to all of them. */
function useBackButton(host: Host): void {
  useEffect(() => {
    const back = (event: PopStateEvent): void => {
      const table: unknown = event.state;
      host.table.value = typeof table === "number" ? table : null;
    };
    window.addEventListener("popstate", back);
    const stop = host.table.subscribe((table) => {
      if (table !== null && history.state !== table) history.pushState(table, "", location.href);
    });
    return () => {
      stop();
      window.removeEventListener("popstate", back);
    };
  }, [host]);
}

/** Lets clocks change once a second, just after the server's second turns. */
function useSecondHand(host: Host): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      const now = host.connection.now();
      host.now.value = now;
      timer = setTimeout(tick, 1000 - (now % 1000) + 5);
    };
    tick();
    return () => clearTimeout(timer);
  }, [host]);
}

function Refused({
  connection,
  onLeave,
}: {
  readonly connection: HostConnection;
  readonly onLeave: () => void;
}): VNode {
  const refusal = connection.refusal.value;
  const old = refusal !== null && /version/i.test(refusal.code);
  return (
    <Notice
      title={t(old ? "net.version.title" : "hostFront.refused.title")}
      text={old ? t("net.version.text") : (refusal?.text ?? t("hostFront.refused.text"))}
    >
      <button class="button button-primary" type="button" onClick={() => location.reload()}>
        {t(old ? "net.version.button" : "net.again")}
      </button>
      <button class="button" type="button" onClick={onLeave}>
        {t("hostFront.refused.recover")}
      </button>
    </Notice>
  );
}
