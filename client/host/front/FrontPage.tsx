import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Refusal } from "#shared/model/refusal.ts";
import type { OpenedClass } from "#shared/protocol/classMessages.ts";
import { t } from "../../i18n/t.ts";
import { openClass, recoverClass } from "../../net/hostApi.ts";
import type { Shelf } from "../../net/storage.ts";
import { RefusalText } from "../../panels/RefusalText.tsx";
import { TopBar } from "../../play/lobby/TopBar.tsx";
import { usePageTitle } from "../../play/usePageTitle.ts";
import { useTask } from "../../play/lobby/useTask.ts";
import { proposedName } from "../model/proposedName.ts";
import { forgetClass, keptClasses } from "../model/keptClasses.ts";

interface Props {
  readonly shelf: Shelf;
  /** A class has just been opened: its recovery code is shown once. */
  readonly onOpen: (opened: OpenedClass) => void;
  /** To a class that this browser knows, or that was recovered. */
  readonly onKey: (key: string) => void;
}

/** `/host` without a key: open a class, go back to one, or recover one. */
export function FrontPage({ shelf, onOpen, onKey }: Props): VNode {
  usePageTitle(t("hostFront.pageTitle"));
  return (
    <div class="lobby-page front">
      <TopBar />
      <main class="front-main">
        <h1 class="h1">{t("hostFront.title")}</h1>
        <p class="front-lead">{t("hostFront.lead")}</p>
        <Kept shelf={shelf} onKey={onKey} />
        <Open onOpen={onOpen} />
        <Recover onKey={onKey} />
      </main>
    </div>
  );
}

function Kept({ shelf, onKey }: Pick<Props, "shelf" | "onKey">): VNode | null {
  const [kept, setKept] = useState(keptClasses(shelf));
  if (kept.length === 0) return null;
  const forget = (code: string): void => {
    forgetClass(shelf, code);
    setKept(keptClasses(shelf));
  };
  return (
    <section class="card">
      <h2 class="h3">{t("hostFront.kept")}</h2>
      <ul class="front-kept">
        {kept.map(({ code, name, key }) => (
          <li key={code}>
            <button type="button" class="front-class" onClick={() => onKey(key)}>
              <b>{name}</b>
              <span class="small quiet num">{code}</span>
            </button>
            <button
              type="button"
              class="button"
              aria-label={t("hostFront.forgetNamed", { name })}
              onClick={() => forget(code)}
            >
              {t("hostFront.forget")}
            </button>
          </li>
        ))}
      </ul>
      <p class="note">{t("hostFront.keptNote")}</p>
    </section>
  );
}

/** A server may ask for a word before it lets anyone open a class; the field comes only then. */
const asksPassword = ({ code }: Refusal): boolean => /password/i.test(code);

function Open({ onOpen }: Pick<Props, "onOpen">): VNode {
  const [name, setName] = useState(() => proposedName(t("hostFront.subject"), new Date()));
  const [password, setPassword] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { busy, run } = useTask();
  const open = async (): Promise<void> => {
    const answer = await openClass({ name, ...(password === null ? {} : { password }) });
    if (answer.ok) return onOpen(answer.value);
    if (asksPassword(answer.error) && password === null) setPassword("");
    setRefusal(answer.error);
  };
  return (
    <form
      class="card front-form"
      onSubmit={(event) => {
        event.preventDefault();
        run(open);
      }}
    >
      <h2 class="h3">{t("hostFront.open.title")}</h2>
      <label class="field">
        <span class="field-label">{t("hostFront.open.name")}</span>
        <input
          class="input"
          required
          maxLength={200}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      {password !== null && (
        <label class="field">
          <span class="field-label">{t("hostFront.open.password")}</span>
          <input
            class="input"
            type="password"
            maxLength={200}
            autoComplete="current-password"
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        </label>
      )}
      <RefusalText refusal={refusal} />
      <button type="submit" class="button button-primary">
        {t(busy ? "hostFront.open.opening" : "hostFront.open.doIt")}
      </button>
      <p class="note">{t("hostFront.open.note")}</p>
    </form>
  );
}

function Recover({ onKey }: Pick<Props, "onKey">): VNode {
  const [code, setCode] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { busy, run } = useTask();
  const recover = async (): Promise<void> => {
    const answer = await recoverClass(code.trim());
    if (answer.ok) return onKey(answer.value.key);
    setRefusal(answer.error);
  };
  return (
    <details class="card front-form">
      <summary>{t("hostFront.recover.title")}</summary>
      <form
        class="text-form"
        onSubmit={(event) => {
          event.preventDefault();
          run(recover);
        }}
      >
        <label class="field">
          <span class="field-label">{t("hostFront.recover.code")}</span>
          <input
            class="input"
            required
            maxLength={60}
            autoComplete="off"
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </label>
        <RefusalText refusal={refusal} />
        <button type="submit" class="button">
          {t(busy ? "hostFront.recover.looking" : "hostFront.recover.doIt")}
        </button>
        <p class="note">{t("hostFront.recover.note")}</p>
      </form>
    </details>
  );
}
