import { sentence } from "#shared/rules/index.ts";
import type { GameEvent } from "#shared/model/event.ts";
import { usePlay } from "./state/playState.ts";
import { involved } from "../viewmodel/events.ts";
import { RuleLink } from "./RuleLink.tsx";

/** What happened, in one sentence with its numbers, and the rule that made it so. What concerns me has an ink edge. */
export function EventLine({ event }: { readonly event: GameEvent }) {
  const play = usePlay();
  const me = play.me.value;
  const mine = me !== null && involved(play.board, event).includes(me);
  return (
    <li class={mine ? "event event-mine" : "event"}>
      <span>{sentence(play.board, event)}</span> <RuleLink rule={event.rule} />
    </li>
  );
}
