import { useEffect, useRef } from "preact/hooks";
import type { Message } from "#shared/model/match.ts";
import { t } from "../i18n/t.ts";
import { useClass } from "./state/classLine.ts";
import { indexOf, nameOfId, openSheet, usePlay, type Play } from "./state/playState.ts";
import { isHandedOver } from "../viewmodel/seats.ts";
import { EVERYONE, markRead, threadOf, threadsOf, type Thread } from "../viewmodel/threads.ts";
import { Compose } from "./Compose.tsx";
import { MutedList, MuteButton } from "./Mute.tsx";
import { threadName } from "./threadName.ts";
import { ProposalCard } from "./ProposalCard.tsx";

export const threadsFor = (play: Play): readonly Thread[] => {
  const view = play.view.value;
  return threadsOf({
    me: view.you,
    messages: view.messages,
    proposals: view.proposals,
    read: play.read.value,
    open: play.thread.value,
    muted: play.muted.value,
  });
};
export const unreadCount = (play: Play): number => threadsFor(play).reduce((sum, thread) => sum + thread.unread, 0);

/** Threads on the left, what was said on the right; on a phone the threads are a row of chips. */
export function Messages() {
  const play = usePlay();
  const threads = threadsFor(play);
  const thread = threads.find((each) => each.id === play.thread.value) ?? threads[0];
  return (
    <section class="messages" aria-labelledby="messages-title">
      <h2 id="messages-title" class="visually-hidden" tabIndex={-1}>
        {t("play.messages.title")}
      </h2>
      <nav class="thread-list" aria-label={t("play.messages.threads")}>
        <ul>
          {threads.map((each) => (
            <ThreadLink key={each.id} thread={each} current={each.id === thread?.id} />
          ))}
          <li>
            <button type="button" class="thread-link thread-new" onClick={() => openSheet(play, { kind: "treaties" })}>
              {t("play.messages.treaties", { count: play.view.value.world.treaties.length })}
            </button>
          </li>
          {play.me.value !== null && !isHandedOver(play.view.value) && (
            <>
              <li>
                <button
                  type="button"
                  class="thread-link thread-new"
                  onClick={() => openSheet(play, { kind: "newThread" })}
                >
                  {t("play.messages.new")}
                </button>
              </li>
              {play.board.modules.includes("treaties") && (
                <li>
                  <button
                    type="button"
                    class="thread-link thread-new"
                    onClick={() => openSheet(play, { kind: "propose", with: thread?.countries ?? [] })}
                  >
                    {t("play.messages.propose")}
                  </button>
                </li>
              )}
            </>
          )}
        </ul>
      </nav>
      {thread && <ThreadBody key={thread.id} thread={thread} />}
    </section>
  );
}

function ThreadLink({ thread, current }: { readonly thread: Thread; readonly current: boolean }) {
  const play = usePlay();
  return (
    <li>
      <button
        type="button"
        class="thread-link"
        aria-current={current ? "true" : undefined}
        onClick={() => (play.thread.value = thread.id)}
      >
        <span class="thread-name">{threadName(play, thread.id, thread.countries)}</span>
        {thread.unread > 0 && (
          <span class="badge num">
            {thread.unread}
            <span class="visually-hidden"> {t("play.messages.unread", { count: thread.unread })}</span>
          </span>
        )}
      </button>
    </li>
  );
}

function ThreadBody({ thread }: { readonly thread: Thread }) {
  const play = usePlay();
  const list = useRef<HTMLDivElement>(null);
  const shown = play.tab.value === "messages" || window.matchMedia("(min-width: 1280px)").matches;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
    if (shown && thread.unread > 0) play.read.value = markRead(play.read.peek(), thread);
  }, [thread.entries.length, thread.unread, shown]);
  return (
    <div class="thread">
      {/* Reachable by keyboard, because it scrolls. */}
      <div
        class="thread-entries"
        ref={list}
        tabIndex={0}
        role="log"
        aria-label={threadName(play, thread.id, thread.countries)}
      >
        {thread.entries.length === 0 && (
          <p class="quiet small">{t(thread.id === EVERYONE ? "play.messages.emptyAll" : "play.messages.empty")}</p>
        )}
        {thread.entries.map((entry) =>
          entry.kind === "message" ? (
            <MessageLine key={`m${entry.message.seq}`} message={entry.message} />
          ) : (
            <ProposalCard key={entry.proposal.id} proposal={entry.proposal} />
          ),
        )}
      </div>
      <Heard thread={thread} />
      <ReadByInstructor />
      {play.me.value !== null && <Compose thread={thread} />}
    </div>
  );
}

/** Who hears what is written here, in a group; in private, whether to hear the other side; among several, what is not heard. */
function Heard({ thread: { countries, hidden } }: { readonly thread: Thread }) {
  const play = usePlay();
  const [only] = countries;
  const alone = countries.length === 1 && only !== undefined;
  const who = alone ? nameOfId(play.board, only) : "";
  return (
    <div class="heard">
      {countries.length > 1 && (
        <p class="note">{t("talk.group", { who: threadName(play, threadOf(countries), countries) })}</p>
      )}
      {hidden > 0 && !alone && <p class="note">{t("talk.mutedNote", { count: hidden })}</p>}
      {alone && play.muted.value.includes(only) && <p class="note">{t("talk.mutedThread", { who })}</p>}
      {alone ? <MuteButton country={indexOf(play.board, only)} /> : <MutedList />}
    </div>
  );
}

/** Said where it is written: what the instructor may read. */
function ReadByInstructor() {
  const { settings } = usePlay().view.value;
  return settings.classroom?.hostReads ? <p class="note read-by-instructor">{t("classroom.bar.reads")}</p> : null;
}

function MessageLine({ message }: { readonly message: Message }) {
  const play = usePlay();
  const room = useClass();
  const mine = message.from === play.view.value.you;
  return (
    <div class="message">
      <span class="message-from">{mine ? t("play.you") : nameOfId(play.board, message.from)}</span>
      <p class="message-text">{message.text}</p>
      {room && !mine && (
        <button
          type="button"
          class="button-text note message-report"
          aria-label={t("classroom.report.openFor", { who: nameOfId(play.board, message.from) })}
          onClick={() => openSheet(play, { kind: "report", message: message.seq })}
        >
          {t("classroom.report.open")}
        </button>
      )}
    </div>
  );
}
