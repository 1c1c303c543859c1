import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Refusal } from "#shared/model/refusal.ts";
import type { ClassSummary } from "#shared/protocol/classMessages.ts";
import { t } from "../../i18n/t.ts";
import { join } from "../../net/api.ts";
import type { AnyEntry } from "../../net/seats.ts";
import type { Shelf } from "../../net/storage.ts";
import { FieldError, invalid } from "../lobby/FieldError.tsx";
import { HomeLink, Notice } from "../lobby/Notice.tsx";
import { RejoinForm } from "../lobby/RejoinForm.tsx";
import { TopBar } from "../lobby/TopBar.tsx";
import { usePageTitle } from "../usePageTitle.ts";
import { useTask } from "../lobby/useTask.ts";
import { Roster } from "./Roster.tsx";

interface Props {
  readonly summary: ClassSummary;
  readonly shelf: Shelf;
  readonly onSeated: (entry: AnyEntry) => void;
  readonly onAgain: () => void;
}

/** What someone sees who follows a link to a class: what is going on in it, and a name to come in by. */
export function JoinClass({ summary, shelf, onSeated, onAgain }: Props): VNode {
  usePageTitle(t("classroom.pageTitle", { page: t("classroom.join.title"), class: summary.name }));
  if (summary.locked) return <Locked onSeated={onSeated} onAgain={onAgain} />;
  const { session } = summary;
  return (
    <div class="lobby-page">
      <TopBar place={summary.name} />
      <main class="lobby-join">
        <h1>{t("classroom.join.title")}</h1>
        <p class="lobby-facts">
          <strong>{summary.name}</strong>
          {" · "}
          {session === null || session.state === "over"
            ? t("classroom.join.between")
            : t(session.state === "playing" ? "classroom.join.facts" : "classroom.join.gathering", {
                title: session.title,
              })}
        </p>
        <Form summary={summary} shelf={shelf} onSeated={onSeated} />
        <hr class="rule" />
        <RejoinForm onSeated={onSeated} />
      </main>
    </div>
  );
}

/** A class with a list of names takes them from it alone; one that gives names asks for none. */
type NameFrom = "typed" | "roster" | "given" | "noneLeft";

function nameFrom({ naming, roster, hasRoster }: ClassSummary & { readonly hasRoster: boolean }): NameFrom {
  if (naming === "anonymous") return "given";
  if (roster.length > 0) return "roster";
  return hasRoster ? "noneLeft" : "typed";
}

function Form({ summary, shelf, onSeated }: Omit<Props, "onAgain">): VNode {
  const known = shelf.read("name");
  const [offList, setOffList] = useState(false);
  const from = nameFrom({ ...summary, hasRoster: offList });
  const [name, setName] = useState(from === "typed" && typeof known === "string" ? known : "");
  const [pin, setPin] = useState("");
  const [refused, setRefused] = useState<Pick<Refusal, "code" | "text"> | null>(null);
  const task = useTask();
  const pinError = refused && refused.code.startsWith("pin") ? refused.text : "";
  const nameError = refused && !refused.code.startsWith("pin") ? refused.text : "";
  const missing = (): Pick<Refusal, "code" | "text"> | null => {
    if (from === "typed" && name.trim() === "") return { code: "name.empty", text: t("lobby.emptyName") };
    if (from === "roster" && name === "") return { code: "name.empty", text: t("classroom.join.pick") };
    if (summary.needsPin && pin.trim() === "") return { code: "pin.needed", text: t("classroom.join.pinEmpty") };
    return null;
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const first = missing();
    setRefused(first);
    if (first) return;
    task.run(async () => {
      const joined = await join({ code: summary.code, name, ...(summary.needsPin ? { pin: pin.trim() } : {}) });
      if (!joined.ok) {
        setOffList(joined.error.code === "name.roster" && summary.roster.length === 0);
        return setRefused(joined.error);
      }
      if (from === "typed") shelf.write("name", name);
      onSeated(joined.value);
    });
  };
  return (
    <form class="join-form" noValidate onSubmit={submit}>
      {from === "given" && <p>{t("classroom.join.given")}</p>}
      {from === "noneLeft" && <p>{t("classroom.join.rosterEmpty")}</p>}
      {from === "roster" && <Roster names={summary.roster} chosen={name} onChoose={setName} error={nameError} />}
      {from === "typed" && (
        <div class="field">
          <label for="join-name">{t("classroom.join.name")}</label>
          <input
            id="join-name"
            class="input"
            autocomplete="nickname"
            enterkeyhint="go"
            value={name}
            onInput={(event) => {
              setName(event.currentTarget.value);
              setRefused(null);
            }}
            {...invalid("join-name", nameError)}
          />
          <p class="note">{t(summary.naming === "role" ? "classroom.join.nameRole" : "classroom.join.nameReal")}</p>
          <FieldError id="join-name" text={nameError} />
        </div>
      )}
      {from === "given" && nameError !== "" && <FieldError id="join-name" text={nameError} />}
      {summary.needsPin && (
        <div class="field">
          <label for="join-pin">{t("classroom.join.pin")}</label>
          <input
            id="join-pin"
            class="input code-text class-pin num"
            inputMode="numeric"
            autocomplete="off"
            maxLength={4}
            value={pin}
            onInput={(event) => {
              setPin(event.currentTarget.value);
              setRefused(null);
            }}
            {...invalid("join-pin", pinError)}
          />
          <FieldError id="join-pin" text={pinError} />
        </div>
      )}
      <button class="button button-primary button-block" type="submit" aria-disabled={task.busy}>
        {t(task.busy ? "lobby.joining" : "classroom.join.button")}
      </button>
    </form>
  );
}

const Locked = ({ onSeated, onAgain }: Pick<Props, "onSeated" | "onAgain">): VNode => (
  <Notice title={t("classroom.join.locked")} text={t("classroom.join.lockedText")}>
    <RejoinForm onSeated={onSeated} />
    <button class="button" type="button" onClick={onAgain}>
      {t("classroom.join.again")}
    </button>
    <HomeLink />
  </Notice>
);
