import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { StudentSession } from "#shared/model/classView.ts";
import type { CountryId } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { Scenario, ScenarioCountry } from "#shared/model/scenario.ts";
import { t } from "../../i18n/t.ts";
import { readScenario } from "../../net/api.ts";
import type { Shelf } from "../../net/storage.ts";
import type { ClassLine } from "../../panels/state/classLine.ts";
import { RefusalText } from "../../panels/RefusalText.tsx";
import { TopBar } from "../lobby/TopBar.tsx";
import { prefetchTable } from "../prefetchTable.ts";
import { useLoaded } from "../useLoaded.ts";
import { usePageTitle } from "../usePageTitle.ts";
import { RejoinCard } from "./RejoinCard.tsx";
import { ClassStrip } from "./ClassStrip.tsx";
import { ConceptCard } from "./ConceptCheck.tsx";
import { Survey } from "./Survey.tsx";
import { Told } from "./Told.tsx";

interface Props {
  readonly line: ClassLine;
  readonly session: StudentSession;
  readonly rejoin: string;
  readonly shelf: Shelf;
  /** Read from the server when not given. */
  readonly given?: Scenario;
}

/** Before play: where one sits and what one leads, who else, and what is asked meanwhile. */
export function Gathering({ line, session, rejoin, shelf, given }: Props): VNode {
  const classroom = line.view.value;
  const loaded = useLoaded(given ? null : session.scenario, readScenario);
  const scenario = given ?? loaded.value;
  usePageTitle(t("classroom.pageTitle", { page: t("classroom.gather.title"), class: classroom.className }));
  useEffect(() => {
    if (!given) prefetchTable(session.scenario);
  }, [session.scenario]);
  const found = (id: CountryId): ScenarioCountry | undefined =>
    scenario?.countries.find((country) => country.id === id);
  const nameOf = (id: CountryId): string => found(id)?.name ?? id;
  /** As it stands in a sentence. */
  const spoken = (id: CountryId): string => (found(id)?.definite === true ? `the ${nameOf(id)}` : nameOf(id));
  return (
    <div class="lobby-page">
      <TopBar place={scenario ? `${classroom.className} · ${scenario.title}` : classroom.className} />
      <ClassStrip line={line} table={null} rejoin={rejoin} shelf={shelf} nameOf={nameOf} />
      <main class="lobby gather">
        <div class="lobby-side">
          <Place line={line} session={session} nameOf={spoken} />
          {session.choices.length > 0 && scenario && <Choices line={line} session={session} scenario={scenario} />}
          <Survey line={line} />
          <ConceptCard line={line} shelf={shelf} />
          <Team line={line} session={session} />
          <RejoinCard code={rejoin} />
        </div>
        <div class="lobby-seats">
          {scenario && <Brief session={session} scenario={scenario} />}
          <Told told={classroom.told} />
        </div>
      </main>
    </div>
  );
}

interface PlaceProps extends Pick<Props, "line" | "session"> {
  readonly nameOf: (id: CountryId) => string;
}

function Place({ line, session, nameOf }: PlaceProps): VNode {
  const { you } = line.view.value;
  const { table, country, here, state } = session;
  return (
    <section class="gather-place" aria-live="polite">
      <h1 class="gather-country">
        {table === null
          ? t("classroom.gather.you", { name: you.name })
          : country === null
            ? t("classroom.gather.table", { table })
            : t("classroom.gather.leads", { country: nameOf(country) })}
      </h1>
      <p class="lead">
        {table === null
          ? t("classroom.gather.noPlace")
          : country === null
            ? t("classroom.gather.watches", { table })
            : `${t("classroom.gather.table", { table })} · ${t("classroom.gather.you", { name: you.name })}`}
      </p>
      <p class="num">{t("classroom.gather.here", { count: here })}</p>
      <p class="note">{t(state === "playing" ? "classroom.gather.beginsNow" : "classroom.gather.begins")}</p>
    </section>
  );
}

function Team({ line, session: { team, country } }: Pick<Props, "line" | "session">): VNode | null {
  if (country === null) return null;
  const { member } = line.view.value.you;
  return (
    <section class="card class-card">
      <h2 class="lead">{t("classroom.gather.team")}</h2>
      {team.length < 2 ? (
        <p class="small">{t("classroom.gather.alone")}</p>
      ) : (
        <ul class="gather-team">
          {team.map((mate) => (
            <li key={mate.member}>
              {mate.name}
              {mate.member === member && <span class="note"> ({t("classroom.gather.teamYou")})</span>}
              {!mate.present && <span class="note"> · {t("classroom.gather.away")}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface ChoicesProps extends Pick<Props, "line" | "session"> {
  readonly scenario: Scenario;
}

/** The countries of the own table, where each chooses. A full one cannot be chosen; one's own choice can be left. */
function Choices({ line, session, scenario }: ChoicesProps): VNode {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const choose = async (country: CountryId): Promise<void> => {
    const reply = await line.send("choose", { country });
    setRefusal(reply.ok ? null : reply.refusal);
  };
  return (
    <section>
      <fieldset class="seat-choice gather-choices">
        <legend class="h3">{t("classroom.gather.choose")}</legend>
        <p class="note">{t("classroom.gather.chooseText")}</p>
        {session.choices.map(({ country, taken, most }) => {
          const mine = country === session.country;
          const full = taken >= most && !mine;
          const found = scenario.countries.find(({ id }) => id === country);
          return (
            <label key={country} class="seat-option">
              <input type="radio" name="country" checked={mine} disabled={full} onChange={() => void choose(country)} />
              <span class="lead">{found?.name ?? country}</span>
              <span class="seat-by num">
                {mine
                  ? t("classroom.gather.chosen")
                  : full
                    ? t("classroom.gather.full")
                    : t("classroom.gather.taken", { taken, most })}
              </span>
            </label>
          );
        })}
      </fieldset>
      <RefusalText refusal={refusal} />
    </section>
  );
}

function Brief({ session, scenario }: { readonly session: StudentSession; readonly scenario: Scenario }): VNode {
  const mine = scenario.countries.find((country) => country.id === session.country);
  return (
    <section class="lobby-brief">
      <h2 class="h3">{mine ? mine.name : scenario.title}</h2>
      {mine && <p>{mine.brief}</p>}
      <h3 class="label gather-era">
        {scenario.title} · {scenario.era}
      </h3>
      <p>{scenario.summary}</p>
    </section>
  );
}
