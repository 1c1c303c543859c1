import { signal } from "@preact/signals";
import type { VNode } from "preact";
import { ok } from "#shared/lib/result.ts";
import type { TableDetail } from "#shared/model/classView.ts";
import { ClassPage } from "../host/ClassPage.tsx";
import { FrontPage } from "../host/front/FrontPage.tsx";
import { KeyPage } from "../host/front/KeyPage.tsx";
import { openSheet, type Host, type HostSheet, type ScenarioSource } from "../host/state/hostState.ts";
import type { HostConnection } from "../net/classConnection.ts";
import { createShelf } from "../net/storage.ts";
import { NOW } from "./fixtures.ts";
import { emptyClass, EUROPE, gatheringClass, playingClass, type HostFixture } from "./hostFixtures.ts";
import "../host/words.ts";

const scenarios: ScenarioSource = {
  list: () =>
    Promise.resolve(
      ok([
        {
          id: EUROPE.id,
          title: EUROPE.title,
          era: EUROPE.era,
          summary: EUROPE.summary,
          countries: EUROPE.countries,
          turns: EUROPE.turns,
          level: EUROPE.recommended.level,
          minutes: EUROPE.recommended.minutes,
          people: EUROPE.recommended.people,
          modules: EUROPE.recommended.modules ?? [],
        },
      ]),
    ),
};

/** A line that goes nowhere and says yes; being moved and settings are shown at once. */
function fakeHost({ view: first, tables }: HostFixture): HostConnection {
  const view = signal<HostFixture["view"] | null>(first);
  const messages = [...tables.values()][0]?.view.messages ?? [];
  return {
    view,
    tables: signal(tables),
    detail: signal<TableDetail | null>(
      tables.size > 0
        ? ({ match: [...tables.keys()][0] ?? first.tables[0]?.match, messages, orders: null } as TableDetail)
        : null,
    ),
    status: signal("live"),
    refusal: signal(null),
    now: () => NOW,
    send: (name, body) => {
      const now = view.value;
      if (now && name === "settings" && "settings" in body)
        view.value = { ...now, settings: { ...now.settings, ...body.settings } as typeof now.settings };
      return Promise.resolve({ ok: true });
    },
    wake: () => undefined,
    close: () => undefined,
  };
}

/** The same class after its session. */
const over = ({ view, tables }: HostFixture): HostFixture => ({
  view: {
    ...view,
    timeline: null,
    sessions: view.sessions.map((session) => ({ ...session, state: "over" as const, endedAt: NOW })),
    tables: view.tables.map((card) => ({ ...card, phase: "ended" as const, deadline: null, pause: null })),
    deletedAt: NOW + 30 * 86_400_000,
  },
  tables,
});
const sheet = (sheet: HostSheet) => (host: Host) => openSheet(host, sheet);
interface HostScene {
  readonly of: () => HostFixture;
  readonly prepare?: (host: Host) => void;
}
export const HOST_SCENES: Readonly<Record<string, HostScene>> = {
  "tables-3": { of: () => playingClass(3) },
  "tables-8": { of: () => playingClass(8) },
  "tables-12": { of: () => playingClass(12) },
  "tables-16": { of: () => playingClass(16) },
  empty: { of: () => ({ view: emptyClass(), tables: new Map() }) },
  gathering: { of: gatheringClass },
  over: { of: () => over(playingClass(3)) },
  table: { of: () => playingClass(8), prepare: (host) => void (host.table.value = 1) },
  freeze: { of: () => playingClass(3), prepare: sheet({ kind: "freeze", tables: "all" }) },
  inject: { of: () => playingClass(3), prepare: sheet({ kind: "inject", tables: "all", crisis: null }) },
  lead: { of: () => playingClass(3), prepare: sheet({ kind: "lead" }) },
  screen: { of: () => playingClass(3), prepare: sheet({ kind: "screen" }) },
  settings: { of: () => playingClass(3), prepare: sheet({ kind: "settings" }) },
  hosts: { of: () => playingClass(3), prepare: sheet({ kind: "hosts" }) },
  people: { of: () => playingClass(3), prepare: sheet({ kind: "people" }) },
  concepts: { of: () => playingClass(3), prepare: sheet({ kind: "concepts" }) },
  export: { of: () => playingClass(3), prepare: sheet({ kind: "export" }) },
  plan: { of: () => playingClass(3), prepare: sheet({ kind: "plan" }) },
  person: {
    of: () => playingClass(3),
    prepare: (host) => {
      const member = host.view.value.members[0];
      if (member) openSheet(host, { kind: "person", member: member.id });
    },
  },
};

/** `/gallery/?host=tables-8`: one state of the instructor's page. `front` and `key` are the pages before it. */
export function HostGallery({ scene }: { readonly scene: string }): VNode {
  const shelf = createShelf(null);
  const nothing = (): void => undefined;
  if (scene === "front") return <FrontPage shelf={shelf} onOpen={nothing} onKey={nothing} />;
  if (scene === "key") {
    const opened = {
      class: emptyClass().class,
      code: "K7MQ4T",
      name: emptyClass().name,
      key: "gallery-key-of-this-class",
      recovery: "MOLE-RIVER-3492-TULIP",
    };
    return <KeyPage opened={opened} onDone={nothing} />;
  }
  const found = HOST_SCENES[scene];
  if (!found)
    return (
      <ul>
        {["front", "key", ...Object.keys(HOST_SCENES)].map((id) => (
          <li key={id}>
            <a href={`?host=${id}`}>{id}</a>
          </li>
        ))}
      </ul>
    );
  return (
    <ClassPage
      connection={fakeHost(found.of())}
      classKey="gallery-key-of-this-class"
      scenarios={scenarios}
      onLeave={nothing}
      onDeleted={nothing}
      {...(found.prepare ? { prepare: found.prepare } : {})}
    />
  );
}
