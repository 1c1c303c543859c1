import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { TableCard, TableDetail } from "#shared/model/classView.ts";
import type { Message } from "#shared/model/match.ts";
import { t } from "../../i18n/t.ts";
import { eventText } from "../../panels/eventText.ts";
import { moveText } from "../../panels/moveText.ts";
import { nameOf, nameOfId, usePlay, type Play } from "../../panels/state/playState.ts";
import { headlines } from "../../viewmodel/events.ts";
import { alignmentWords } from "../model/ordersText.ts";
import { useHost } from "../state/hostState.ts";

const TABS = ["talk", "news", "orders"] as const;

/** What was said, what happened, and what is being ordered – as far as the class was told that it is read. */
export function TableTalk({ card }: { readonly card: TableCard }): VNode {
  const host = useHost();
  const tab = useSignal<(typeof TABS)[number]>("talk");
  const detail = host.connection.detail.value;
  const mine = detail?.match === card.match ? detail : null;
  return (
    <section class="talk-panel" aria-label={t("hostTable.talk")}>
      <div class="tabs" role="tablist" aria-label={t("hostTable.talk")}>
        {TABS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            class="tab"
            id={`tab-${each}`}
            aria-selected={tab.value === each}
            aria-controls="talk-body"
            tabIndex={tab.value === each ? 0 : -1}
            onKeyDown={(event) => {
              const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
              const next = TABS[(TABS.indexOf(each) + step + TABS.length) % TABS.length];
              if (step === 0 || !next) return;
              tab.value = next;
              document.getElementById(`tab-${next}`)?.focus();
            }}
            onClick={() => (tab.value = each)}
          >
            {t(`hostTable.tab.${each}`)}
          </button>
        ))}
      </div>
      <div id="talk-body" class="talk-body" role="tabpanel" aria-labelledby={`tab-${tab.value}`} tabIndex={0}>
        {tab.value === "talk" && <Talk detail={mine} reads={host.view.value.settings.hostReads} />}
        {tab.value === "news" && <News />}
        {tab.value === "orders" && <Orders detail={mine} />}
      </div>
    </section>
  );
}

function Talk({ detail, reads }: { readonly detail: TableDetail | null; readonly reads: boolean }): VNode {
  const play = usePlay();
  const end = useRef<HTMLLIElement>(null);
  const messages = detail?.messages ?? play.view.value.messages;
  useEffect(() => end.current?.scrollIntoView({ block: "nearest" }), [messages.length]);
  return (
    <>
      <p class="note">{t(reads ? "hostTable.readsAll" : "hostTable.readsPublic")}</p>
      {messages.length === 0 && <p class="quiet">{t("hostTable.silence")}</p>}
      <ul class="talk-list">
        {messages.map((message, at) => (
          <li key={message.seq} ref={at === messages.length - 1 ? end : null}>
            <p class="small">
              <b>{nameOfId(play.board, message.from)}</b> <span class="quiet">{toWhom(play, message)}</span>
            </p>
            <p>{message.text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

const toWhom = (play: Play, { to, turn }: Message): string =>
  to.kind === "all"
    ? t("hostTable.toAll", { turn })
    : t("hostTable.to", { who: to.countries.map((id) => nameOfId(play.board, id)).join(", "), turn });

function News(): VNode {
  const play = usePlay();
  const last = play.view.value.history.at(-1);
  const events = last ? headlines(play.board, last.events, null) : [];
  return (
    <>
      {events.length === 0 && <p class="quiet">{t("host.card.noNews")}</p>}
      <ul class="events">
        {events.map((event, at) => (
          <li key={at} class="event">
            {eventText(play, event)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Orders({ detail }: { readonly detail: TableDetail | null }): VNode {
  const play = usePlay();
  if (!detail?.orders) return <p>{t("hostTable.ordersHidden")}</p>;
  return (
    <>
      <p class="note">{t("hostTable.ordersTold")}</p>
      <ul class="talk-list">
        {detail.orders.map((order, index) => (
          <li key={index}>
            <p>
              <b>{nameOf(play.board, index)}</b>{" "}
              <span class="small quiet">{t(`hostTable.source.${order?.source ?? "none"}`)}</span>
            </p>
            {order && (
              <p class="small">
                {[
                  alignmentWords(play.board, order.sheet.alignment),
                  ...order.sheet.moves.map((move) => moveText(play, move)),
                ].join(" · ")}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
