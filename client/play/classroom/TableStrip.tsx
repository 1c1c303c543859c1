import type { VNode } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { CountryId } from "#shared/model/ids.ts";
import type { Board } from "#shared/model/world.ts";
import { t } from "../../i18n/t.ts";
import type { StudentConnection } from "../../net/classConnection.ts";
import type { Shelf } from "../../net/storage.ts";
import type { ClassLine } from "../../panels/state/classLine.ts";
import { PlayContext, type Play } from "../../panels/state/playState.ts";
import { seesPowerAlone } from "../../viewmodel/powerAlone.ts";
import { hidesOpinions } from "../../viewmodel/rated.ts";
import { ClassStrip } from "./ClassStrip.tsx";
import { ConceptCard } from "./ConceptCheck.tsx";
import { leadKey, showOf, type Show } from "./model/spotlight.ts";

interface Props {
  readonly line: ClassLine;
  readonly board: Board;
  readonly connection: StudentConnection;
  readonly rejoin: string;
  readonly shelf: Shelf;
}

/** The class at the table, while the match runs and after it. */
export function TableStrip({ line, board, connection, rejoin, shelf }: Props): VNode {
  const view = connection.view.value;
  const nameOf = (id: CountryId): string => board.names[board.indexOf.get(id) ?? -1] ?? id;
  return (
    <ClassStrip line={line} table={view} rejoin={rejoin} shelf={shelf} nameOf={nameOf}>
      {view !== null && view.you === null && view.phase !== "ended" && <Watching line={line} />}
      <Spotlight line={line} board={board} power={view !== null && seesPowerAlone(view)} />
      {view?.phase === "ended" && <Over line={line} shelf={shelf} />}
    </ClassStrip>
  );
}

/** A late comer without a country. */
function Watching({ line }: { readonly line: ClassLine }): VNode | null {
  const table = line.view.value.session?.table ?? null;
  return table === null ? null : <p class="class-note small">{t("classroom.gather.late", { table })}</p>;
}

interface SpotlightProps extends Pick<Props, "line" | "board"> {
  readonly power: boolean;
}

/** Says what the instructor shows, and shows it here unless the student would rather look around. */
function Spotlight({ line, board, power }: SpotlightProps): VNode | null {
  const { lead, session } = line.view.value;
  const play = useContext(PlayContext);
  const key = leadKey(lead);
  // Of one spotlight: the next is followed again.
  const [looksAround, setLooksAround] = useState("");
  const own = looksAround === key;
  const show = showOf(lead, board, session?.table ?? null);
  const frozen = play?.view.value.hosted?.pause?.frozen === true;
  useEffect(() => {
    // Nothing may open over the instructor's words.
    if (!play || !show || own || frozen) return undefined;
    turnTo(play, show);
    return () => turnBack(play, show);
  }, [play, key, own, frozen]);
  if (lead === null || lead.kind === "poll") return null;
  const name = (id: CountryId): string => board.spoken[board.indexOf.get(id) ?? -1] ?? id;
  const text =
    lead.kind === "country"
      ? t("classroom.lead.country", { country: name(lead.country) })
      : t(power ? "classroom.lead.dyadPower" : "classroom.lead.dyad", {
          observer: name(lead.observer),
          country: name(lead.country),
        });
  return (
    <div class="spotlight" role="status">
      <span>{show ? text : t("classroom.lead.atTable", { text, table: lead.table })}</span>
      {show && play && (
        <button type="button" class="button-text" aria-pressed={own} onClick={() => setLooksAround(own ? "" : key)}>
          {t(own ? "classroom.lead.follow" : "classroom.lead.own")}
        </button>
      )}
    </div>
  );
}

/** The country on the map, or the pair's arithmetic. What stands open is left open beneath; a proposal being written is not lost. */
function turnTo(play: Play, show: Show): void {
  play.selected.value = show.country;
  if (show.kind !== "dyad" || !mayOpen(play, show)) return;
  const others = play.sheets.peek().filter(({ kind }) => kind !== "formula");
  play.sheets.value = [...others, { kind: "formula", country: show.country, observer: show.observer }];
}

function turnBack(play: Play, show: Show): void {
  if (play.selected.peek() === show.country) play.selected.value = null;
  if (show.kind === "dyad") play.sheets.value = play.sheets.peek().filter(({ kind }) => kind !== "formula");
}

/** Where everyone rates intentions for themselves, what others would reckon is told to nobody before the end. */
const mayOpen = ({ view, me }: Play, { observer }: Extract<Show, { readonly kind: "dyad" }>): boolean =>
  !hidesOpinions(view.peek()) || observer === me.peek();

function Over({ line, shelf }: Pick<Props, "line" | "shelf">): VNode {
  const over = line.view.value.session?.state === "over";
  return (
    <div class="class-over">
      <p role="status">
        {t(over ? "classroom.over.session" : "classroom.over.match")} {over && t("classroom.over.next")}
      </p>
      <ConceptCard line={line} shelf={shelf} />
    </div>
  );
}
