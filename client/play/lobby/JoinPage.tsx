import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Refusal } from "#shared/model/refusal.ts";
import type { ClassSummary } from "#shared/protocol/classMessages.ts";
import type { MatchSummary } from "#shared/protocol/messages.ts";
import { t } from "../../i18n/t.ts";
import { readMatch } from "../../net/api.ts";
import type { AnyEntry } from "../../net/seats.ts";
import type { Shelf } from "../../net/storage.ts";
import { ClassDoor } from "../ClassPart.tsx";
import { JoinForm } from "./JoinForm.tsx";
import { usePageTitle } from "../usePageTitle.ts";
import { HomeLink, Notice } from "./Notice.tsx";
import { RejoinForm } from "./RejoinForm.tsx";
import { TopBar } from "./TopBar.tsx";
import { Waiting } from "./Waiting.tsx";

interface Props {
  readonly code: string;
  readonly shelf: Shelf;
  readonly onSeated: (entry: AnyEntry) => void;
}

/** What someone sees who follows a link to a match: what is played, who sits where, and a seat to take. */
export function JoinPage({ code, shelf, onSeated }: Props): VNode {
  const [match, setMatch] = useState<MatchSummary | ClassSummary | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    setRefusal(null);
    void readMatch(code).then((answer) => (answer.ok ? setMatch(answer.value) : setRefusal(answer.error)));
  }, [code, round]);

  if (refusal) return <NoMatch refusal={refusal} onAgain={() => setRound(round + 1)} />;
  if (!match) return <Waiting />;
  if (match.kind === "class")
    return <ClassDoor summary={match} shelf={shelf} onSeated={onSeated} onAgain={() => setRound(round + 1)} />;
  if (match.phase === "ended") {
    return (
      <Notice title={t("net.over.title")} text={t("net.over.text")}>
        <RejoinForm onSeated={onSeated} />
        <HomeLink />
      </Notice>
    );
  }
  return <SitDown match={match} shelf={shelf} onSeated={onSeated} />;
}

interface SitDownProps extends Omit<Props, "code"> {
  readonly match: MatchSummary;
}
function SitDown({ match, shelf, onSeated }: SitDownProps): VNode {
  const full = match.seats.every((seat) => seat.occupant === "person");
  const title = t(full ? "lobby.watchTitle" : "lobby.joinTitle");
  usePageTitle(t("lobby.joinPageTitle", { title, scenario: match.title }));
  return (
    <div class="lobby-page">
      <TopBar place={match.title} />
      <main class="lobby-join">
        <h1>{title}</h1>
        <p class="lobby-facts">
          <strong>{match.title}</strong>
          {" · "}
          {t("lobby.facts", {
            level: t(`setup.levels.${match.level}`),
            pace: t(`setup.paces.${match.pace}`),
            countries: match.seats.length,
          })}
        </p>
        {match.phase !== "lobby" && <p>{t("lobby.running", { turn: match.turn })}</p>}
        <JoinForm match={match} shelf={shelf} onSeated={onSeated} />
        <hr class="rule" />
        <RejoinForm onSeated={onSeated} />
      </main>
    </div>
  );
}

/** A wrong code, or no server: the first cannot be helped by trying again. */
const NoMatch = ({ refusal, onAgain }: { readonly refusal: Refusal; readonly onAgain: () => void }): VNode => {
  const silent = refusal.code.startsWith("net.");
  return (
    <Notice title={silent ? t("net.failed.title") : t("net.unknown.title")} text={refusal.text}>
      {silent && (
        <button class="button button-primary" type="button" onClick={onAgain}>
          {t("net.again")}
        </button>
      )}
      <HomeLink />
    </Notice>
  );
};
