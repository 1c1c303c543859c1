import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Scenario } from "#shared/model/scenario.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Entry, Reply } from "#shared/protocol/messages.ts";
import { t } from "../../i18n/t.ts";
import type { Connection } from "../../net/connection.ts";
import { usePageTitle } from "../usePageTitle.ts";
import { Agreed } from "./Agreed.tsx";
import { Invite } from "./Invite.tsx";
import { SeatTable } from "./SeatTable.tsx";
import { TopBar } from "./TopBar.tsx";
import { useTask } from "./useTask.ts";

interface Props {
  readonly connection: Connection;
  readonly entry: Entry;
  readonly view: PlayerView;
  readonly scenario: Scenario;
}

/** Before the first turn: the code to pass on, who sits where, and Start. */
export function Lobby({ connection, entry, view, scenario }: Props): VNode {
  const [error, setError] = useState("");
  usePageTitle(t("lobby.pageTitle", { scenario: scenario.title }));
  const tell = (reply: Reply): void => setError(reply.ok ? "" : reply.refusal.text);
  return (
    <div class="lobby-page">
      <TopBar place={scenario.title} />
      <main class="lobby">
        <h1 class="visually-hidden">{t("lobby.title")}</h1>
        <div class="lobby-side">
          <Invite code={view.code} />
          <Begin connection={connection} view={view} onReply={tell} />
          <p class="error" role="alert">
            {error}
          </p>
          <RejoinCode code={entry.rejoin} />
        </div>
        <div class="lobby-seats">
          <SeatTable connection={connection} view={view} scenario={scenario} onReply={tell} />
          <Brief view={view} scenario={scenario} />
          <Agreed settings={view.settings} />
        </div>
      </main>
    </div>
  );
}

interface BeginProps {
  readonly connection: Connection;
  readonly view: PlayerView;
  readonly onReply: (reply: Reply) => void;
}
function Begin({ connection, view, onReply }: BeginProps): VNode {
  const task = useTask();
  const people = view.seats.filter((seat) => seat.occupant === "person");
  const here = people.filter((seat) => seat.connected).length;
  const empty = view.seats.some((seat) => seat.occupant === "empty");
  return (
    <section class="lobby-begin" aria-live="polite">
      <p class="lead">{t("lobby.peopleHere", { count: here })}</p>
      {view.mayStart ? (
        <>
          <button
            class="button button-primary button-block begin-button"
            type="button"
            aria-disabled={task.busy}
            onClick={() => task.run(async () => onReply(await connection.send("start", {})))}
          >
            {t(task.busy ? "lobby.starting" : "lobby.start")}
          </button>
          <p class="note">{t(empty ? "lobby.startNote" : "lobby.startNoteFull")}</p>
        </>
      ) : (
        <p>{t("lobby.wait")}</p>
      )}
      {view.you === null && <p>{t(people.length < view.seats.length ? "lobby.watching" : "lobby.watchingFull")}</p>}
    </section>
  );
}

/** Two groups of five, as a person reads them out. */
const RejoinCode = ({ code }: { readonly code: string }): VNode => (
  <section class="card rejoin-card">
    <h2 class="lead">{t("lobby.rejoinTitle")}</h2>
    <p class="rejoin-code">{`${code.slice(0, 5)} ${code.slice(5)}`}</p>
    <p class="small">{t("lobby.rejoinText")}</p>
  </section>
);

/** What a student reads on taking a seat. */
function Brief({ view, scenario }: { readonly view: PlayerView; readonly scenario: Scenario }): VNode {
  const mine = scenario.countries.find((country) => country.id === view.you);
  return (
    <section class="lobby-brief">
      <h2 class="h3">{mine ? t("lobby.brief", { country: mine.name }) : scenario.title}</h2>
      <p>{mine ? mine.brief : scenario.summary}</p>
    </section>
  );
}
