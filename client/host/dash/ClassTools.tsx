import type { VNode } from "preact";
import { t } from "../../i18n/t.ts";
import { ThemeToggle } from "../../play/lobby/TopBar.tsx";
import { sessionOf } from "../model/needs.ts";
import { finish, lastTurn } from "../state/acts.ts";
import { openSheet, useHost, type PlainSheet } from "../state/hostState.ts";
import { RailSection } from "./RailParts.tsx";

/** What concerns the class as a whole. */
export function ClassTools(): VNode {
  const host = useHost();
  const view = host.view.value;
  const playing = sessionOf(view)?.state === "playing";
  const open = (kind: PlainSheet) => (): void => openSheet(host, { kind });
  return (
    <RailSection title={t("host.tools.title")}>
      <div class="tools">
        {playing && (
          <button type="button" class="button" onClick={open("people")}>
            {t("host.tools.people")}
          </button>
        )}
        <button type="button" class="button" onClick={() => openSheet(host, { kind: "tell", to: null })}>
          {t("host.tools.tell")}
        </button>
        <button type="button" class="button" onClick={open("settings")}>
          {t("host.tools.settings")}
        </button>
        <button type="button" class="button" onClick={open("hosts")}>
          {t("host.tools.hosts", { count: view.hosts.length })}
        </button>
        <button type="button" class="button" onClick={open("reports")}>
          {t("host.tools.reports")}
        </button>
        <button type="button" class="button" onClick={open("concepts")}>
          {t("host.tools.concepts")}
        </button>
        <button type="button" class="button" onClick={open("export")}>
          {t("host.tools.export")}
        </button>
        {playing && (
          <button type="button" class="button" onClick={() => lastTurn(host, "all")}>
            {t("host.tools.lastTurn")}
          </button>
        )}
        {playing && (
          <button type="button" class="button" onClick={() => finish(host)}>
            {t("host.tools.finish")}
          </button>
        )}
      </div>
      <ThemeToggle />
    </RailSection>
  );
}
