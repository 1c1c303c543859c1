import { useSignal } from "@preact/signals";
import type { Refusal } from "#shared/model/refusal.ts";
import { MESSAGE_LENGTH } from "#shared/protocol/schemas.ts";
import { talkForbidden } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import { usePlay } from "./state/playState.ts";
import { channelOf, EVERYONE, type Thread } from "../viewmodel/threads.ts";
import { threadName } from "./threadName.ts";
import { QuickPhrases } from "./QuickPhrases.tsx";
import { RefusalText } from "./RefusalText.tsx";

/** Writes to a thread. What was typed stays until the server has it; unsent text survives a reload. */
export function Compose({ thread }: { readonly thread: Thread }) {
  const play = usePlay();
  const key = `compose.${play.view.value.match}.${thread.id}`;
  const kept = play.shelf.read(key);
  const text = useSignal(typeof kept === "string" ? kept : "");
  const refusal = useSignal<Refusal | null>(null);
  const busy = useSignal(false);
  const length = text.value.trim().length;
  const tooLong = length > MESSAGE_LENGTH;
  const type = (value: string): void => {
    text.value = value;
    refusal.value = null;
    if (value) play.shelf.write(key, value);
    else play.shelf.remove(key);
  };
  const send = async (): Promise<void> => {
    if (length === 0 || tooLong || busy.peek()) return;
    busy.value = true;
    const reply = await play.connection.send("say", { to: channelOf(thread.id), text: text.peek().trim() });
    busy.value = false;
    if (reply.ok) type("");
    else refusal.value = reply.refusal;
  };
  const { phase, settings } = play.view.value;
  const forbidden = talkForbidden(settings.messages, phase, channelOf(thread.id).kind);
  if (forbidden) return <p class="note compose">{t(`talk.forbidden.${forbidden}`)}</p>;
  const label =
    thread.id === EVERYONE
      ? t("play.messages.toEveryone")
      : t("play.messages.to", { who: threadName(play, thread.id, thread.countries) });
  return (
    <form
      class="compose"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <RefusalText refusal={refusal.value} />
      {length > MESSAGE_LENGTH * 0.8 && (
        <p
          class={tooLong ? "compose-count error small num" : "compose-count note num"}
          role={tooLong ? "alert" : undefined}
        >
          {t(tooLong ? "play.messages.tooLong" : "play.messages.count", { length, most: MESSAGE_LENGTH })}
        </p>
      )}
      {text.value === "" && <QuickPhrases thread={thread} onPick={type} />}
      <div class="compose-line">
        <textarea
          class="input"
          rows={1}
          placeholder={label}
          aria-label={label}
          aria-invalid={tooLong}
          value={text.value}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            void send();
          }}
        />
        <button type="submit" class="button" aria-disabled={tooLong || busy.value}>
          {t("play.messages.send")}
        </button>
      </div>
    </form>
  );
}
