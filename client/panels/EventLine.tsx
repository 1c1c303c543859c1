import type { GameEvent } from "#shared/model/event.ts";
import { t } from "../i18n/t.ts";
import { involved } from "../viewmodel/involved.ts";
import { knowersOf } from "../viewmodel/news.ts";
import { BattleOdds } from "./BattleOdds.tsx";
import { eventText } from "./eventText.ts";
import { RuleLink } from "./RuleLink.tsx";
import { nameOf, usePlay } from "./state/playState.ts";

/** What happened, in one sentence with its numbers, and the rule that made it so. What concerns me has an ink edge. */
export function EventLine({ event }: { readonly event: GameEvent }) {
  const play = usePlay();
  const me = play.me.value;
  const mine = me !== null && involved(play.board, event).includes(me);
  return (
    <li class={mine ? "event event-mine" : "event"}>
      <span>{eventText(play, event)}</span> <RuleLink rule={event.rule} />
      <KnownTo event={event} />
      {event.kind === "battle" && event.chance && <BattleOdds chance={event.chance} />}
    </li>
  );
}

/** A mark on what is not for everyone's eyes. */
function KnownTo({ event }: { readonly event: GameEvent }) {
  const play = usePlay();
  const knowers = knowersOf(event, play.me.value);
  if (knowers.kind === "all") return null;
  return (
    <>
      {" "}
      <span class="only-you">
        {knowers.kind === "you"
          ? t("statecraft.news.onlyYou")
          : t("statecraft.news.known", {
              who: knowers.countries.map((country) => nameOf(play.board, country)).join(", "),
            })}
      </span>
    </>
  );
}
