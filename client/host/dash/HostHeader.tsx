import type { VNode } from "preact";
import { t } from "../../i18n/t.ts";
import { Mark } from "../../panels/Icons.tsx";
import { clockText, secondsLeft } from "../../viewmodel/clock.ts";
import { paceOf } from "../model/cards.ts";
import { drafting, sessionOf } from "../model/needs.ts";
import { hereCount, inCount } from "../model/people.ts";
import { advance, extend, freeze, pause, resume, stepBack } from "../state/acts.ts";
import { useHost } from "../state/hostState.ts";

/** Which class, who is here, where the tables are, and what can be done to all of them. */
export function HostHeader(): VNode {
  const host = useHost();
  const view = host.view.value;
  const session = sessionOf(view);
  const playing = session?.state === "playing" && view.tables.length > 0;
  return (
    <header class="host-top">
      <div class="host-brand">
        <a href="/" aria-label={t("host.home")}>
          <Mark />
        </a>
        <h1 class="host-name" title={view.name}>
          {view.name}
        </h1>
        <span class="host-code" aria-label={t("host.codeSpelt", { code: [...view.code].join(" ") })}>
          {view.code}
        </span>
        <span class="small quiet num host-here">{t("host.here", { here: hereCount(view), of: inCount(view) })}</span>
      </div>
      {playing && <AllControls />}
    </header>
  );
}

function AllControls(): VNode {
  const host = useHost();
  const { tables } = host.view.value;
  const pace = paceOf(tables);
  const clock = pace.paused ? null : clockText(pace.deadline, host.now.value);
  const last = !pace.paused && pace.deadline !== null && secondsLeft(pace.deadline, host.now.value) <= 10;
  return (
    <>
      <div class="host-pace">
        <p class="small quiet host-phase">
          <span>{t(`host.phase.${pace.phase}`)}</span>
          <span class="num">{t("host.tablesIn", { tables: pace.tables, count: pace.of })}</span>
        </p>
        {clock === null ? (
          <span class="clock host-noclock">{t(pace.paused ? "host.paused" : "host.noClock")}</span>
        ) : (
          <span class={last ? "clock clock-last" : "clock"} role="timer" aria-label={t("host.left", { time: clock })}>
            {clock}
          </span>
        )}
      </div>
      {/* At one table its own controls stand in their place: nobody ends a phase of all by mistake. */}
      {host.table.value === null && <Controls paused={pace.paused} />}
    </>
  );
}

function Controls({ paused }: { readonly paused: boolean }): VNode {
  const host = useHost();
  const { tables } = host.view.value;
  return (
    <div class="host-controls" role="group" aria-label={t("host.allTables")}>
      <button type="button" class="button" onClick={() => stepBack(host, "all")}>
        {t("host.act.stepBack")}
      </button>
      <button type="button" class="button" onClick={() => extend(host, "all", 30)}>
        {t("host.act.extend")}
      </button>
      <button type="button" class="button" onClick={() => freeze(host, "all")}>
        {t("host.act.freeze")}
      </button>
      {paused ? (
        <button type="button" class="button button-strong" onClick={() => resume(host, "all")}>
          {t("host.act.resume")}
        </button>
      ) : (
        <button type="button" class="button" onClick={() => pause(host, "all")}>
          {t("host.act.pause")}
        </button>
      )}
      <button type="button" class="button button-primary" onClick={() => advance(host, "all", drafting(tables).seats)}>
        {t("host.act.advanceAll")}
      </button>
    </div>
  );
}
