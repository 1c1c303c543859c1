import type { VNode } from "preact";
import { t } from "../../i18n/t.ts";
import { paceOf } from "../model/cards.ts";
import { nextCrises } from "../model/crises.ts";
import { drafting, needsOf, sessionOf } from "../model/needs.ts";
import { nudge } from "../state/acts.ts";
import { openSheet, useHost } from "../state/hostState.ts";
import { ClassTools } from "./ClassTools.tsx";
import { LeadNow } from "./LeadNow.tsx";
import { NeedRow } from "./NeedRow.tsx";
import { RailRow, RailSection } from "./RailParts.tsx";
import { SquareSign } from "./Squares.tsx";

/** What waits for the instructor, and what she can start from here. */
export function Rail(): VNode {
  const host = useHost();
  const playing = sessionOf(host.view.value)?.state === "playing";
  return (
    <aside class="rail" aria-label={t("host.rail.title")}>
      <div class="rail-scroll">
        <NeedsYou />
        {playing && <StillDrafting />}
        {playing && <Injects />}
        <Projector />
        <LeadNow />
        <ClassTools />
      </div>
      {playing && <SquareKey />}
    </aside>
  );
}

/** Rows shown at once; the rest on demand, so that a storm of calls does not push everything else away. */
const SHOWN = 6;

function NeedsYou(): VNode {
  const host = useHost();
  const needs = needsOf(host.view.value, host.now.value);
  const { sort } = host;
  return (
    <RailSection
      title={t("host.needs.title")}
      aside={
        host.view.value.tables.length > 1 && (
          <button
            type="button"
            class="button-text small"
            onClick={() => (sort.value = sort.value === "need" ? "number" : "need")}
          >
            {t(`host.sort.${sort.value}`)}
          </button>
        )
      }
    >
      {needs.length === 0 && <p class="small quiet">{t("host.needs.nobody")}</p>}
      {needs.slice(0, SHOWN).map((need) => (
        <NeedRow key={keyOf(need)} need={need} />
      ))}
      {needs.length > SHOWN && (
        <details class="rail-more">
          <summary>{t("host.needs.more", { count: needs.length - SHOWN })}</summary>
          {needs.slice(SHOWN).map((need) => (
            <NeedRow key={keyOf(need)} need={need} />
          ))}
        </details>
      )}
    </RailSection>
  );
}

const keyOf = (need: ReturnType<typeof needsOf>[number]): string =>
  "member" in need ? `${need.kind} ${need.member.id}` : need.kind;

function StillDrafting(): VNode | null {
  const host = useHost();
  const { seats, tables } = drafting(host.view.value.tables);
  if (seats === 0) return null;
  return (
    <RailSection title={t("host.drafting.title")}>
      <div class="rail-row">
        <span class="num">
          {t(tables.length === 1 ? "host.drafting.one" : "host.drafting.many", {
            count: seats,
            tables: tables.join(", "),
          })}
        </span>
        <button type="button" class="button" onClick={() => nudge(host, tables)}>
          {t("host.drafting.nudge")}
        </button>
      </div>
    </RailSection>
  );
}

const SHOWN_CRISES = 2;

/** The scenario's crises that come next, and one's own words. */
function Injects(): VNode {
  const host = useHost();
  const { crises = [] } = host.view.value;
  const next = nextCrises(crises, paceOf(host.view.value.tables).turn, SHOWN_CRISES);
  const add = (crisis: string | null): void => openSheet(host, { kind: "inject", tables: "all", crisis });
  return (
    <RailSection title={t("host.inject.title")}>
      {next.map((crisis) => (
        <RailRow
          key={crisis.id}
          title={crisis.title}
          note={crisis.turn === undefined ? t("host.inject.drawn") : t("host.inject.turn", { turn: crisis.turn })}
        >
          <button
            type="button"
            class="button"
            aria-label={t("host.inject.addNamed", { title: crisis.title })}
            onClick={() => add(crisis.id)}
          >
            {t("host.inject.add")}
          </button>
        </RailRow>
      ))}
      <RailRow title={t("host.inject.own")} note={t("host.inject.ownNote")}>
        <button type="button" class="button" onClick={() => add(null)}>
          {t(crises.length > next.length ? "host.inject.all" : "host.inject.write")}
        </button>
      </RailRow>
    </RailSection>
  );
}

function Projector(): VNode {
  const host = useHost();
  const { screens } = host.view.value;
  return (
    <RailSection title={t("host.screen.title")}>
      <RailRow
        title={t("host.screen.rows")}
        note={screens === 0 ? t("host.screen.none") : t("host.screen.connected", { count: screens })}
      >
        <button type="button" class="button" onClick={() => openSheet(host, { kind: "screen" })}>
          {t("host.screen.change")}
        </button>
      </RailRow>
    </RailSection>
  );
}

/** What the squares mean. */
const SquareKey = (): VNode => (
  <ul class="square-key small">
    {(["done", "thinking", "away", "computer"] as const).map((square) => (
      <li key={square}>
        <SquareSign square={square} /> {t(`host.square.${square}`)}
      </li>
    ))}
  </ul>
);
