import { useSignal } from "@preact/signals";
import type { Refusal } from "#shared/model/refusal.ts";
import { MESSAGE_LENGTH } from "#shared/protocol/schemas.ts";
import { talkForbidden } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import { useClass } from "./state/classLine.ts";
import { usePlay } from "./state/playState.ts";
import { clockText } from "../viewmodel/clock.ts";
import { silenceLeft } from "../viewmodel/hosted.ts";
import { channelOf, EVERYONE, type Thread } from "../viewmodel/threads.ts";
import { threadName } from "./threadName.ts";
import { isHandedOver } from "../viewmodel/seats.ts";
import { phasesToTalk } from "../viewmodel/threads.ts";
import { QuickPhrases } from "./QuickPhrases.tsx";
import { RefusalText } from "./RefusalText.tsx";

/** Writes to a thread. What was typed stays until the server has it; unsent text survives a reload. */
export function Compose({ thread }: { readonly thread: Thread }) {
  const play = usePlay();
  const room = useClass();
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
  const silence = silenceLeft(play.view.value, room?.view.value.mutedUntil ?? null, play.now.value);
  if (silence > 0) return <p class="note compose">{t("classroom.muted", { time: clockText(silence, 0) ?? "" })}</p>;
  if (isHandedOver(play.view.value)) return <p class="note compose">{t("seat.silent")}</p>;
  const forbidden = talkForbidden(settings.messages, phase, channelOf(thread.id).kind);
  if (forbidden) return <Forbidden mode={forbidden} thread={thread} kept={text.value !== ""} />;
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

interface ForbiddenProps {
  readonly mode: "none" | "public";
  readonly thread: Thread;
  /** Something was typed before the phase changed. */
  readonly kept: boolean;
}

/** Why nothing can be written here now, when it can, and where it can meanwhile. */
function Forbidden({ mode, thread, kept }: ForbiddenProps) {
  const play = usePlay();
  const phases = phasesToTalk(play.view.value.settings.messages, channelOf(thread.id).kind);
  const names = phases.map((each) => t(`play.phase.${each}`)).join(", ");
  return (
    <div class="compose">
      <p class="note">
        {t(`talk.forbidden.${mode}`)} {t(phases.length === 0 ? "talk.never" : "talk.open", { phases: names })}{" "}
        {kept && t("talk.kept")}
      </p>
      {mode === "public" && (
        <button type="button" class="button" onClick={() => (play.thread.value = EVERYONE)}>
          {t("play.messages.toEveryone")}
        </button>
      )}
    </div>
  );
}
